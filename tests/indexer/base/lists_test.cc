// Lists as lines, and one list behind another.
#include "indexer/base/lists.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace backfile {
namespace {

TEST(Joined, PutsTheSeparatorBetweenPartsOnly) {
  const struct {
    std::vector<std::string> parts;
    std::string expected;
  } cases[] = {{{}, ""},
               {{"Jane Doe"}, "Jane Doe"},
               {{"Jane Doe", "John Roe", "Ann Poe"}, "Jane Doe, John Roe, Ann Poe"},
               {{"", "storm", ""}, ", storm, "},
               {{"", ""}, ", "}};
  for (const auto& row : cases) EXPECT_EQ(joined(row.parts, ", "), row.expected);
}

TEST(Joined, TakesAPartOfAList) {
  const std::vector<std::string> words{"by", "Jane", "Doe"};
  EXPECT_EQ(joined(std::span(words).subspan(1), " "), "Jane Doe");
  EXPECT_EQ(joined(std::span(words).first(0), " "), "");
}

TEST(Append, KeepsWhatWasThereAndTheOrder) {
  std::vector<int> numbers{1, 2};
  append(numbers, {});
  append(numbers, {3, 1});
  EXPECT_EQ(numbers, (std::vector<int>{1, 2, 3, 1}));
}

}  // namespace
}  // namespace backfile
