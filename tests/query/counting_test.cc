#include "query/counting.h"

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

}  // namespace
}  // namespace backfile
