// The words of a question that one article has not, for its page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/searcher.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SearcherMissing : public testing::Test {
 protected:
  std::vector<std::string> missing(std::string_view query) {
    return searcher_.marked(*searcher_.article(article_key("bridge")), query).missing;
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
      EXPECT_EQ(searcher_.marked(hit.article, query).missing, hit.missing);
    }
  }
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
