#include "query/answer/counting.h"

#include <gtest/gtest.h>

#include <string>

namespace backfile {
namespace {

TEST(Counting, GroupsDigits) {
  const struct {
    std::uint64_t number;
    std::string text;
  } cases[] = {{0, "0"}, {999, "999"}, {1000, "1,000"}, {21578, "21,578"}, {1234567, "1,234,567"}};
  for (const auto& c : cases) EXPECT_EQ(grouped(c.number), c.text);
  EXPECT_EQ(counted(1, "article", "articles"), "1 article");
  EXPECT_EQ(counted(0, "article", "articles"), "0 articles");
}

TEST(Counting, SaysHowManyHaveAllWhereNotAllHave) {
  EXPECT_EQ(share_of_complete(9, 9), "");
  EXPECT_EQ(share_of_complete(9, std::nullopt), "");
  EXPECT_EQ(share_of_complete(9, 0), "; none has all of the words in its text");
  EXPECT_EQ(share_of_complete(9, 1), "; 1 has all of the words in its text");
  EXPECT_EQ(share_of_complete(9, 0, true), "; none has the word in its text");
  EXPECT_EQ(share_of_complete(9, 1, true), "; 1 has the word in its text");
  EXPECT_EQ(share_of_complete(40, 17, true), "; 17 have the word in their text");
  EXPECT_EQ(share_of_complete(9000, 1200), "; 1,200 have all of the words in their text");
}

TEST(AtCharacter, CountsCharactersFromOne) {
  EXPECT_EQ(at_character("storm", 0), "at character 1");
  EXPECT_EQ(at_character("é😀(storm", 6), "at character 3");
  EXPECT_EQ(at_character("storm", 99), "at character 6") << "behind the end";
}

}  // namespace
}  // namespace backfile
