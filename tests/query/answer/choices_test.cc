// The names of sort orders, match modes and the like.
#include "query/answer/choices.h"

#include <gmock/gmock.h>

namespace backfile {
namespace {

TEST(Choices, HaveTheDefaultOfARequestInTheFirstRow) {
  const Request request;
  EXPECT_EQ(sort_names[0].choice, request.sort);
  EXPECT_EQ(match_names[0].choice, request.match);
}

TEST(Choices, AreFoundByTheNameThatTheyAreWrittenWith) {
  for (const auto& row : match_names) {
    EXPECT_EQ(choice_named(row.name, match_names), row.choice);
    EXPECT_EQ(name_of(row.choice, match_names), row.name);
  }
  EXPECT_EQ(choice_named("Newest", sort_names), std::nullopt);
  EXPECT_EQ(choice_named("", sort_names), std::nullopt);
  EXPECT_THAT(all_names(offset_names), ::testing::ElementsAre("utf16", "codepoint", "byte"));
}

}  // namespace
}  // namespace backfile
