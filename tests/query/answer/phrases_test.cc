// Phrases about an answer that several outputs share.
#include "query/answer/phrases.h"

#include <gtest/gtest.h>

#include <string>

namespace backfile {
namespace {

TEST(ShareOfComplete, IsNamedWhereNotAllArticlesHaveAllWords) {
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
