// How much is read for a page of results.
#include "query/search/search_executor.h"

#include <gtest/gtest.h>

#include "query/planning/planner.h"
#include "query/search/archive.h"
#include "tests/query/search/searcher_fixture.h"

namespace backfile {
namespace {

class MatcherTest : public testing::Test {
 protected:
  MatcherTest() {
    std::vector<Article> articles;
    for (int i = 0; i < 150; ++i) {
      articles.push_back(small_article(std::to_string(i), "Storm", "The bridge."));
    }
    index_.publish(articles);
  }

  FoundPage page(std::size_t offset, std::size_t limit) {
    const auto archive = open_archive(index_.directory());
    const Xapian::Database database(archive->database.string());
    Analyzer analyzer;
    Planner planner(database, archive->forward, archive->planner, analyzer);
    const Plan plan = planner.plan(parse("storm bridge").tree);
    Matches matches(plan.all, std::nullopt, database);
    return SearchExecutor(*archive, database, analyzer, asking("storm bridge"), plan.ranked)
        .page(matches, offset, limit);
  }

  SmallIndex index_{{}};
};

TEST_F(MatcherTest, ReadsNoArticleWhereNoneIsAskedFor) {
  for (const std::size_t offset : {0U, 50U, 200U}) {
    const FoundPage counted = page(offset, 0);
    EXPECT_EQ(counted.total, 150U);
    EXPECT_TRUE(counted.found.empty());
    EXPECT_EQ(counted.reranked, 0U);
  }
}

TEST_F(MatcherTest, RanksTheBestAnewForAPageAmongThem) {
  EXPECT_EQ(page(0, 1).reranked, 100U);
  EXPECT_EQ(page(90, 20).reranked, 100U);
  EXPECT_EQ(page(100, 20).reranked, 0U);
}

}  // namespace
}  // namespace backfile
