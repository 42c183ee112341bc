// The words of a query that an article lacks, for its page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/searcher.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SearcherMissing : public testing::Test {
 protected:
  std::vector<std::string> missing(std::string_view query) {
    return searcher_.marked(article_key(Identity("bridge")), query)->missing;
  }

  SmallIndex index_{{small_article("bridge", "The bridge", "A storm shook the old bridge."),
                     small_article("flood", "Flood", "The flood came with the storms.")}};
  Searcher searcher_{open_archive(index_.directory())};
};

TEST_F(SearcherMissing, AreThoseThatTheResultsNameToo) {
  for (const char* query :
       {"flood of the storms", "bridge flood zeppelin", "old \"storm shook\" gale"}) {
    SCOPED_TRACE(query);
    Request request;
    request.query = query;
    request.match = Match::any;
    for (const Hit& hit : searcher_.search(request).hits) {
      EXPECT_EQ(searcher_.marked(hit.key, query)->missing, hit.missing);
    }
  }
}

// Plain words search the text; but nobody should be told that a post lacks its own tag.
TEST(SearcherMissingLabels, CountAsWordsThatAnArticleHas) {
  std::vector<Article> articles = {small_article("post", "Harbour", "The service was down."),
                                   small_article("other", "Ferry", "The harbour was quiet."),
                                   small_article("doctors", "Doctors", "The WHO came by.")};
  articles[0].tags = {"login.gov", "who"};
  articles[0].author = {"Mina Rasp"};
  articles[0].section = "Opinion";
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  const char* query = "harbour login.gov rasp WHO opinions zeppelin";
  const Answer answer = searcher.search([&] {
    Request request;
    request.query = query;
    return request;
  }());
  ASSERT_EQ(answer.hits.size(), 3U);
  for (const Hit& hit : answer.hits) {
    const std::string& id = hit.article.id;
    if (id == "post") {
      EXPECT_THAT(hit.missing, ElementsAre("zeppelin"));
    } else if (id == "doctors") {
      EXPECT_THAT(hit.missing, ElementsAre("harbour", "login.gov", "rasp", "opinions", "zeppelin"));
    } else {
      EXPECT_THAT(hit.missing, ElementsAre("login.gov", "rasp", "WHO", "opinions", "zeppelin"));
    }
    EXPECT_EQ(searcher.marked(hit.key, query)->missing, hit.missing);
  }
  EXPECT_EQ(answer.complete, 0U);
}

TEST_F(SearcherMissing, AreWordsThatStandThereInNoForm) {
  EXPECT_THAT(missing("storms bridges"), IsEmpty());
  EXPECT_THAT(missing("storm flood bridge zeppelin"), ElementsAre("flood", "zeppelin"));
  EXPECT_THAT(missing(""), IsEmpty());
  EXPECT_THAT(missing("storm OR flood"), IsEmpty());
  EXPECT_THAT(missing("storm -flood"), IsEmpty());
}

}  // namespace
}  // namespace backfile
