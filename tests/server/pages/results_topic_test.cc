// Widening an answer to its topic, on pages of hand-made answers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/server/site/html_check.h"
#include "tests/server/site/made_pages.h"

namespace backfile {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Answer found(std::uint64_t total, std::size_t shown) {
  Hit scored = hit();
  scored.score = 2.5;
  return answer_with(std::vector<Hit>(shown, scored), total);
}

SearchParameters narrowed() {
  SearchParameters parameters = asking("storm surge");
  parameters.request.from = "2015";
  parameters.request.filters[FieldId::section] = {"News"};
  return parameters;
}

SearchParameters on_topic() {
  SearchParameters parameters = narrowed();
  parameters.request.match = Match::topic;
  return parameters;
}

Answer widened() {
  Answer answer = found(40, 20);
  answer.interpreted = "storm surge";
  answer.expansion = {"tide", "r&d", "\u0627\u0644\u0645\u064A\u0646\u0627\u0621"};
  return answer;
}

const std::string way_there =
    "<a href=\"/search?q=storm+surge&amp;from=2015&amp;section=News&amp;match=topic\">More like "
    "these</a>";

TEST(ResultsTopic, IsOfferedWithTheFiltersKept) {
  const std::string page = results(narrowed(), found(2, 2));
  EXPECT_EQ(count_of(page, way_there), 1U);
  EXPECT_THAT(between(page, "<div class=\"verdict\">", "</div>"), HasSubstr(way_there));
  EXPECT_THAT(page, Not(HasSubstr("class=\"topic\"")));
  EXPECT_THAT(faults_of_page(page), IsEmpty());
}

TEST(ResultsTopic, IsOfferedAgainWhereALongAnswerEnds) {
  EXPECT_EQ(count_of(results(narrowed(), found(20, 20)), way_there), 2U);
  EXPECT_EQ(count_of(results(narrowed(), found(40, 20)), way_there), 1U) << "it goes on";
  SearchParameters last = narrowed();
  last.page = 2;
  Answer answer = found(22, 2);
  answer.offset = 20;
  const std::string page = results(last, answer);
  EXPECT_THAT(between(page, "<div class=\"found\">", "</div>"), HasSubstr(way_there));
  EXPECT_THAT(between(page, "<div class=\"verdict\">", "</div>"), Not(HasSubstr(way_there)));
}

TEST(ResultsTopic, IsNotOfferedWhereItWouldFindNothingMore) {
  EXPECT_THAT(results(narrowed(), found(1, 1)), Not(HasSubstr("More like these")));
  EXPECT_THAT(results(narrowed(), found(0, 0)), Not(HasSubstr("More like these")));
  SearchParameters by_day = narrowed();
  by_day.request.sort = Sort::newest;
  EXPECT_THAT(results(by_day, found(20, 20)), Not(HasSubstr("More like these")));
  EXPECT_THAT(results(on_topic(), widened()), Not(HasSubstr("More like these")));
  Answer browsed = found(20, 20);
  for (Hit& hit : browsed.hits) hit.score = 0;
  EXPECT_THAT(results(asking("author:ames"), browsed), Not(HasSubstr("More like these")));
  for (const char* query : {"title:storm", "storm -surge", "\"storm surge\"", "storm lang:en"})
    EXPECT_THAT(results(asking(query), found(20, 20)), Not(HasSubstr("More like these"))) << query;
  Answer refused;
  refused.refused = {"Too long.", "", {}};
  EXPECT_THAT(results(narrowed(), refused), Not(HasSubstr("More like these")));
}

TEST(ResultsTopic, NamesTheWordsAddedEachAsAWayToAskForIt) {
  const std::string page = results(on_topic(), widened());
  EXPECT_THAT(page,
              HasSubstr("<h1>40 articles on the topic of <q><bdi>storm surge</bdi></q></h1>"));
  EXPECT_THAT(page, HasSubstr("<title>Topic: storm surge – "));
  const std::string box = between(page, "<section class=\"topic\"", "</section>");
  EXPECT_THAT(box,
              HasSubstr("<a href=\"/search?q=storm+surge+tide&amp;from=2015&amp;section=News\" "
                        "aria-label=\"Add tide to the search\"><bdi>tide</bdi></a>"));
  EXPECT_THAT(box, HasSubstr("q=storm+surge+r%26d&amp;from"));
  EXPECT_THAT(box, HasSubstr("<bdi>r&amp;d</bdi>"));
  EXPECT_THAT(box, HasSubstr("Only your own words are marked in the passages."));
  EXPECT_THAT(box,
              HasSubstr("<a href=\"/search?q=storm+surge&amp;from=2015&amp;section=News\">Back "
                        "to your own words</a>"));
  EXPECT_THAT(page, Not(HasSubstr("Any of the words"))) << "the box has the way back";
  EXPECT_THAT(faults_of_page(page), IsEmpty());
}

TEST(ResultsTopic, TellsWhatLeadsToAnArticleWithoutTheWords) {
  Answer answer = widened();
  answer.hits[0].missing = {"storm", "surge"};
  answer.hits[0].shared = {"tide", "r&d"};
  EXPECT_THAT(
      results(on_topic(), answer),
      HasSubstr("Without: <bdi>storm</bdi> and <bdi>surge</bdi> · with: <bdi>tide</bdi> and "
                "<bdi>r&amp;d</bdi></p>"));
}

TEST(ResultsTopic, OffersNoWordsWhereMoreThanPlainWordsIsAsked) {
  for (const char* query : {"storm or OR surge", "\"storm surge", "storm -surge", "title:storm"}) {
    SCOPED_TRACE(query);
    SearchParameters parameters = on_topic();
    parameters.request.query = query;
    const std::string page = results(parameters, widened());
    EXPECT_THAT(page, HasSubstr("asks for more than plain words, so it was not widened"));
    EXPECT_THAT(page, HasSubstr("\">Back to the ordinary search</a>"));
    EXPECT_THAT(page, Not(HasSubstr("<bdi>tide</bdi>")));
  }
}

TEST(ResultsTopic, TellsWhyNoWordsAreAdded) {
  Answer answer = found(20, 20);
  const std::string alike = results(on_topic(), answer);
  EXPECT_THAT(alike, HasSubstr("share no other words"));
  EXPECT_THAT(alike, HasSubstr("\">Back to the ordinary search</a>"));
  EXPECT_THAT(alike, HasSubstr("<h1>20 articles for <q>"));
  SearchParameters by_day = on_topic();
  by_day.request.sort = Sort::newest;
  const std::string dated = results(by_day, answer);
  EXPECT_THAT(dated, AllOf(HasSubstr("no others are added"),
                           HasSubstr("match=topic\">Order by best match</a>")));
}

TEST(ResultsTopic, TakesLessRoomBehindTheFirstPage) {
  SearchParameters second = on_topic();
  second.page = 2;
  const std::string page = results(second, widened());
  EXPECT_THAT(page, Not(HasSubstr("<bdi>tide</bdi>")));
  EXPECT_THAT(page, HasSubstr("section=News\">Back to your own words</a>"))
      << "from the first page";
}

}  // namespace
}  // namespace backfile
