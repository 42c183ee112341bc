// What is told and offered where nothing was found.
#include "query/search/alternatives.h"

#include <gtest/gtest.h>

#include "tests/query/search/searcher_fixture.h"

namespace backfile {
namespace {

using Alternatives = SearcherTest;

TEST_F(Alternatives, TakeACompoundApartThatNoArticleHas) {
  const Request request = asking("shook/storm");
  const Answer answer = search(request);
  EXPECT_EQ(answer.total, 0U);
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_TRUE(answer.notes[0].message.starts_with("The parts of “shook/storm”"));

  const std::vector<Alternative> others = alternatives(searcher_, request);
  ASSERT_EQ(others.size(), 1U);
  EXPECT_EQ(others[0].change, "with the parts of shook/storm anywhere");
  EXPECT_EQ(others[0].request.query, "shook storm");
  EXPECT_EQ(others[0].total, 1U);
}

TEST_F(Alternatives, LeaveACompoundAloneThatSomeArticleHas) {
  const Answer answer = search(asking("old-bridge"));
  EXPECT_EQ(answer.total, 1U);
  EXPECT_TRUE(answer.notes.empty());
}

TEST_F(Alternatives, TellOfACompoundUnderStrictWithoutARefusal) {
  Request request = asking("shook/storm");
  request.strict = true;
  EXPECT_FALSE(search(request).refused.has_value());
}

}  // namespace
}  // namespace backfile
