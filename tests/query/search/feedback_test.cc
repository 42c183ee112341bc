// Words taken from the best articles: which are taken, how they are shown, what they may change.
#include "query/search/feedback.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <xapian.h>
#include <algorithm>
#include <cmath>

#include "query/answer/demands.h"
#include "query/language/parser.h"
#include "query/output/render.h"
#include "query/search/searcher.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

std::vector<Article> archive() {
  std::vector<Article> articles = {
      small_article("1", "", "the flood broke the dykes and the pumps ran for days 1953"),
      small_article("2", "", "after the flood the dykes were mended, the pumps sold 1953"),
      small_article("3", "", "a flood of letters about the dykes and pumps"),
      small_article("unseen", "", "the dykes held and the pumps were quiet"),
      small_article("excluded", "", "the dykes, the pumps and a flood of goats")};
  for (int i = 0; i < 60; ++i) {
    articles.push_back(small_article("other" + std::to_string(i), "", "the club lost at home"));
  }
  return articles;
}

class Feedback : public testing::Test {
 protected:
  Answer search(const std::string& query, Match match, bool feedback = false) {
    Request request;
    request.query = query;
    request.match = match;
    request.feedback = feedback;
    return searcher_.search(request);
  }
  static std::vector<std::string> ids(const Answer& answer) {
    std::vector<std::string> found;
    for (const Hit& hit : answer.hits) found.push_back(hit.article.id);
    return found;
  }

  SmallIndex index_{archive()};
  Searcher searcher_{open_archive(index_.directory())};
};

TEST_F(Feedback, OfATopicFindsWhatTheBestArticlesAreAbout) {
  EXPECT_THAT(ids(search("flood", Match::any)), Not(Contains("unseen")));
  const Answer topic = search("flood", Match::topic);
  EXPECT_THAT(ids(topic), Contains("unseen"));
  EXPECT_THAT(topic.expansion, Contains("dykes"));
  EXPECT_THAT(topic.expansion, Contains("pumps"));
}

TEST_F(Feedback, NamesWhatItAddedNotWhatWasAsked) {
  for (const char* query : {"flood", "Floods", "\"flood\"", "title:flood OR flood"}) {
    const std::vector<std::string> words = search(query, Match::topic).expansion;
    EXPECT_THAT(words, Contains("dykes")) << query;
    EXPECT_THAT(words, Not(Contains("flood"))) << query;
  }
}

TEST(FeedbackOfCompounds, NamesAPieceThatItLooksForAlone) {
  std::vector<Article> articles = {small_article("one", "", "veg-oil rose"),
                                   small_article("two", "", "veg-oil fell"),
                                   small_article("piece", "", "crude oil")};
  for (int i = 0; i < 30; ++i) {
    articles.push_back(small_article("other" + std::to_string(i), "", "the club lost at home"));
  }
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  Request request;
  request.query = "veg-oil";
  request.match = Match::topic;
  const Answer answer = searcher.search(request);
  EXPECT_EQ(answer.complete, 2U);
  ASSERT_EQ(answer.hits.size(), 3U);
  EXPECT_THAT(answer.expansion, Contains("oil"));
  EXPECT_THAT(answer.hits[2].missing, testing::ElementsAre("veg-oil"));
  EXPECT_THAT(answer.hits[2].shared, testing::ElementsAre("oil"));
}

// Articles that score nothing are no guide; taking a share of nothing made topics lose articles.
TEST(FeedbackOfCompounds, TakesNothingFromArticlesWithoutAScore) {
  std::vector<Article> articles = {small_article("all", "", "been and gone")};
  for (int i = 0; i < 5; ++i) articles.push_back(small_article(std::to_string(i), "", "水量"));
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  Request request;
  request.query = "水 gone";
  request.match = Match::any;
  const Answer any = searcher.search(request);
  request.match = Match::topic;
  const Answer topic = searcher.search(request);
  EXPECT_EQ(any.total, 6U);
  EXPECT_EQ(topic.total, 6U);
  for (const Hit& hit : topic.hits) EXPECT_FALSE(std::isnan(hit.score)) << hit.article.id;
}

// The index has none, which the builder's tests say of every index.
TEST_F(Feedback, ReadsNoListsOfAnArticlesTerms) {
  const Xapian::Database database(database_of(current_generation(index_.directory())).string());
  EXPECT_THROW(database.termlist_begin(1), Xapian::FeatureUnavailableError);
  const Answer topic = search("flood", Match::topic);
  EXPECT_THAT(topic.expansion, testing::SizeIs(testing::Ge(2)));
  EXPECT_TRUE(std::ranges::any_of(topic.hits, [](const Hit& hit) { return !hit.shared.empty(); }));
}

TEST_F(Feedback, TellsWhatLeadsToAnArticleWithoutTheWordsAsked) {
  const Answer topic = search("flood", Match::topic);
  for (const Hit& hit : topic.hits) {
    if (hit.article.id == "unseen") {
      EXPECT_THAT(hit.missing, testing::ElementsAre("flood"));
      EXPECT_THAT(hit.shared, testing::UnorderedElementsAre("dykes", "pumps"));
    } else {
      EXPECT_THAT(hit.shared, IsEmpty()) << hit.article.id;
    }
  }
  EXPECT_THAT(to_json(topic), testing::HasSubstr("\"shared\":[\""));
  EXPECT_THAT(to_text(topic, false, 80), testing::HasSubstr("Without: flood; with: "));
}

TEST_F(Feedback, AddsNeitherStopWordsNorNumbersNorWhatOneArticleHas) {
  const std::vector<std::string> words = search("flood", Match::topic).expansion;
  for (const char* word : {"the", "and", "1953", "goats", "letters"}) {
    EXPECT_THAT(words, Not(Contains(word)));
  }
}

TEST_F(Feedback, ReordersWithoutFindingMoreWhereAllWordsAreWanted) {
  const Answer plain = search("flood", Match::all), fed = search("flood", Match::all, true);
  EXPECT_EQ(fed.total, plain.total);
  EXPECT_THAT(fed.expansion, Contains("dykes"));
  EXPECT_THAT(plain.expansion, IsEmpty());
}

TEST_F(Feedback, NeverBringsBackWhatWasExcluded) {
  EXPECT_THAT(ids(search("flood -goats", Match::topic)), Not(Contains("excluded")));
  EXPECT_THAT(ids(search("flood -goats", Match::topic)), Not(Contains("unseen")));
}

TEST_F(Feedback, OfNothingOrOneArticleAddsNothing) {
  EXPECT_THAT(search("zeppelin", Match::topic).expansion, IsEmpty());
  EXPECT_THAT(search("letters", Match::topic).expansion, IsEmpty());
}

TEST_F(Feedback, IsShown) {
  const Answer answer = search("flood", Match::topic);
  EXPECT_THAT(to_json(answer), testing::HasSubstr("\"expansion\":["));
  EXPECT_THAT(to_text(answer, false, 80), testing::HasSubstr("Words of the best articles: "));
}

TEST_F(Feedback, CountsFacetsOnce) {
  Request request;
  request.query = "flood";
  request.match = Match::topic;
  request.facets = {"language"};
  const Answer answer = searcher_.search(request);
  ASSERT_EQ(answer.facets.size(), 1U);
  ASSERT_EQ(answer.facets[0].values.size(), 1U);
  EXPECT_EQ(answer.facets[0].values[0].count, answer.total);
}

// What has all words of a long question comes again among what has some of them.
TEST_F(Feedback, AndRelaxingCountFacetsOnce) {
  Request request;
  request.feedback = true;
  request.facets = {"language"};
  for (const char* query : {"flood dykes pumps letters", "flood dykes pumps letters goats"}) {
    request.query = query;
    const Answer answer = searcher_.search(request);
    EXPECT_TRUE(answer.relaxed) << query;
    ASSERT_EQ(answer.facets[0].values.size(), 1U);
    EXPECT_EQ(answer.facets[0].values[0].count, answer.total) << query;
  }
}

TEST_F(Feedback, SaysWhatIsNotWidened) {
  const auto has_note = [](const Answer& answer, std::string_view text) {
    return std::ranges::any_of(answer.notes, [&](const Note& note) {
      return note.message.find(text) != std::string::npos;
    });
  };
  for (const char* query : {"title:flood", "flood -goats", "\"flood\"", "flood date:2019"}) {
    const Answer topic = search(query, Match::topic);
    EXPECT_TRUE(has_note(topic, "is not widened")) << query;
    EXPECT_FALSE(asks_plain_words(parse(query).tree)) << query;
  }
  const Answer widened = search("flood pumps", Match::topic);
  EXPECT_TRUE(asks_plain_words(parse("flood pumps").tree));
  EXPECT_FALSE(has_note(widened, "is not widened"));

  for (const char* query : {"=flood", "\"the flood\"", "title:flood", "(flood OR goats)"}) {
    const Answer any = search(std::string(query) + " pumps", Match::any);
    EXPECT_TRUE(has_note(any, "Still required: “")) << query;
    EXPECT_FALSE(has_note(search(query, Match::any), "Still required")) << query;
  }
  EXPECT_FALSE(has_note(search("flood pumps", Match::any), "Still required"));
  EXPECT_FALSE(has_note(search("flood -goats", Match::any), "Still required"));
}

TEST(Demands, KnowWhereASingleWordIsWanted) {
  const auto asks_one = [](const char* query) { return asks_one_word(parse(query).tree); };
  EXPECT_TRUE(asks_one("flood"));
  EXPECT_TRUE(asks_one("flood -goats"));
  EXPECT_FALSE(asks_one("flood pumps"));
  EXPECT_FALSE(asks_one("flood \"the pumps\""));
  EXPECT_FALSE(asks_one(""));
}

}  // namespace
}  // namespace backfile
