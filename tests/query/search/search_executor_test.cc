// How much is read for a page of results.
#include "query/search/search_executor.h"

#include <gtest/gtest.h>

#include <optional>

#include "indexer/index/stored_article.h"
#include "query/planning/planner.h"
#include "query/search/archive.h"
#include "query/snippet/shown_title.h"
#include "query/snippet/snippet.h"
#include "query/snippet/text/matched_article.h"
#include "tests/query/search/searcher_fixture.h"

namespace backfile {
namespace {

std::vector<Article> storms() {
  std::vector<Article> articles;
  for (int i = 0; i < 150; ++i) {
    articles.push_back(
        small_article(std::to_string(i), "Storm", "The bridge, and José of the US."));
  }
  return articles;
}

class MatcherTest : public testing::Test {
 protected:
  Plan plan(const char* query) { return planner_.plan(parse(query).tree); }

  FoundPage page(const Plan& plan, std::size_t offset, std::size_t limit) {
    Matches matches(plan.all, std::nullopt, database_);
    return SearchExecutor(*archive_, database_, analyzer_, asking("storm bridge"), plan.ranked)
        .page(matches, offset, limit);
  }
  FoundPage page(std::size_t offset, std::size_t limit) {
    return page(plan("storm bridge"), offset, limit);
  }

  const SmallIndex index_{storms()};
  const std::shared_ptr<const Archive> archive_ = open_archive(index_.directory());
  const Xapian::Database database_{archive_->database.string()};
  Analyzer analyzer_;
  Planner planner_{database_, archive_->forward, archive_->planner, analyzer_};
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

TEST_F(MatcherTest, AnalyzesNothingOfAnArticle) {
  for (const char* query : {"storms bridge", "\"the bridge\" US", "title:storm jose", "=José"}) {
    const Plan asked = plan(query);
    const std::uint64_t before = analyzer_.bytes_read();
    EXPECT_GT(before, 0U) << "of the query";
    const FoundPage found = page(asked, 0, 10);
    ASSERT_EQ(found.found.size(), 10U) << query;
    RecordPatterns marks(archive_->forward, asked.patterns, analyzer_);
    for (const FoundArticle& hit : found.found) {
      const Article article = stored_article(*archive_->catalogue, archive_->forward, hit.docid);
      const MatchedArticle matched(article, hit.docid, marks);
      EXPECT_FALSE(make_snippets(matched).empty());
      EXPECT_EQ(mark_title(matched).text, "Storm");
    }
    EXPECT_EQ(analyzer_.bytes_read(), before) << query;
  }
}

}  // namespace
}  // namespace backfile
