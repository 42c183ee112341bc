// How many matches have all of the words, and that these come first without a change of any score.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "query/output/render.h"
#include "tests/query/search/searcher_fixture.h"

namespace backfile {
namespace {

// Three articles have all of "storm shook bridge", many have some.
std::vector<Article> storms(int incomplete) {
  std::vector<Article> articles;
  for (int i = 0; i < 3; ++i) {
    articles.push_back(small_article("all-" + std::to_string(i), "Notes",
                                     std::string(static_cast<std::size_t>(40 + 40 * i), 'x') +
                                         " a storm of rain shook, as some say, the long bridge."));
  }
  for (int i = 0; i < incomplete; ++i) {
    articles.push_back(small_article("some-" + std::to_string(i), "Storm, storm, storm",
                                     i % 2 == 0 ? "The bridge, the bridge." : "A storm."));
  }
  return articles;
}

std::map<std::string, double> scores_of(const Answer& answer) {
  std::map<std::string, double> scores;
  for (const Hit& hit : answer.hits) scores[hit.article.id] = hit.score;
  return scores;
}

TEST(Complete, ArticlesStandFirstWithTheScoresThatTheyHave) {
  const SmallIndex index(storms(40));
  Searcher searcher(open_archive(index.directory()));
  Request request = asking("storm shook bridge");
  request.limit = 100;
  const Answer relaxed = searcher.search(request);
  ASSERT_TRUE(relaxed.relaxed);
  EXPECT_EQ(relaxed.complete, 3U);
  EXPECT_EQ(relaxed.total, 43U);
  request.match = Match::any;
  const Answer any = searcher.search(request);
  EXPECT_EQ(any.complete, 3U);
  const auto plain = scores_of(any);
  for (std::size_t i = 0; i < relaxed.hits.size(); ++i) {
    const Hit& hit = relaxed.hits[i];
    EXPECT_EQ(hit.article.id.starts_with("all-"), i < 3) << i;
    EXPECT_NEAR(hit.score, plain.at(hit.article.id), 1e-5) << hit.article.id;
  }
}

TEST(Complete, ArticlesKeepTheirScoresOnEveryPageAndBehindCursors) {
  const SmallIndex index(storms(40));
  Searcher searcher(open_archive(index.directory()));
  Request request = asking("storm shook bridge");
  request.limit = 100;
  const auto whole = scores_of(searcher.search(request));
  for (const std::size_t size : {1U, 2U, 3U, 5U}) {
    request.limit = size;
    request.cursor.clear();
    for (request.offset = 0; request.offset < 8; request.offset += size) {
      for (const bool by_cursor : {false, true}) {
        Request page = request;
        if (by_cursor && page.offset > 0) {
          page.offset -= size;
          page.cursor = searcher.search(page).next;
        }
        for (const Hit& hit : searcher.search(page).hits) {
          EXPECT_EQ(hit.score, whole.at(hit.article.id));
        }
      }
    }
  }
}

// All that have some of the words have them all: nothing is relaxed, and nothing may show.
TEST(Complete, ArticlesAloneHavePlainScoresToo) {
  const SmallIndex index(storms(0));
  Searcher searcher(open_archive(index.directory()));
  const Answer answer = searcher.search(asking("storm shook bridge"));
  EXPECT_FALSE(answer.relaxed);
  EXPECT_EQ(answer.complete, 3U);
  ASSERT_EQ(answer.total, 3U);
  for (const Hit& hit : answer.hits) EXPECT_LT(hit.score, 100);
}

TEST(Complete, ArticlesStandFirstHoweverMuchAWordWeighs) {
  const SmallIndex index(storms(40));
  Searcher searcher(open_archive(index.directory()));
  Request request = asking("storm^100 shook^0.01 bridge^0.01");
  request.limit = 3;
  for (const Hit& hit : searcher.search(request).hits) {
    EXPECT_TRUE(hit.article.id.starts_with("all-")) << hit.article.id;
  }
}

TEST_F(SearcherTest, CountsTheArticlesThatHaveAllWords) {
  const struct {
    const char* query;
    Match match;
    std::uint64_t total, complete;
  } cases[] = {
      {"bridge storm", Match::automatic, 1, 1}, {"bridge storm", Match::all, 1, 1},
      {"bridge storm", Match::any, 4, 1},       {"bridge", Match::any, 2, 2},
      {"flood museum", Match::automatic, 2, 0}, {"flood museum", Match::any, 2, 0},
      {"flood OR museum", Match::any, 2, 2},    {"zeppelin", Match::automatic, 0, 0},
      {"bridge storm -old", Match::any, 3, 0},  {"\"old bridge\" club", Match::any, 1, 0},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.query);
    Request request = asking(c.query);
    request.match = c.match;
    const Answer answer = search(request);
    EXPECT_EQ(answer.total, c.total);
    EXPECT_EQ(answer.complete, c.complete);
    request.limit = 0;
    EXPECT_EQ(search(request).complete, c.complete);
  }
  Request topic = asking("bridge storm");
  topic.match = Match::topic;
  EXPECT_EQ(search(topic).complete, 1U);
  topic.filters[FieldId::section] = {"Arts"};
  EXPECT_EQ(search(topic).complete, 0U) << "within the filters";
}

// "400" is no "S-400", whether any word will do, the topic is wanted or the answer is relaxed.
TEST(Complete, ArticlesAreNotThoseWithAMerePieceOfACompound) {
  std::vector<Article> articles = {
      small_article("system", "Missiles", "The S-400 was sold."),
      small_article("letter", "Sigma", "A letter S, and no more."),
      small_article("oil", "Crude", "The price of oil."),
      small_article("veg-oil", "Kitchen", "Veg-oil prices rose."),
  };
  for (int i = 0; i < 20; ++i) {
    articles.push_back(small_article("room-" + std::to_string(i), "Rooms", "Room 400 is empty."));
  }
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  const struct {
    const char* query;
    std::uint64_t any, complete;
  } cases[] = {{"S-400", 1, 1}, {"s400", 1, 1}, {"veg-oil price", 2, 1}, {"veg-oil S-400", 2, 0}};
  for (const auto& c : cases) {
    for (const Match match : {Match::automatic, Match::any, Match::topic}) {
      SCOPED_TRACE(c.query);
      Request request = asking(c.query);
      request.match = match;
      const Answer answer = searcher.search(request);
      const bool all_wanted = match == Match::automatic && c.complete > 0;
      EXPECT_EQ(answer.total, all_wanted ? c.complete : c.any);
      EXPECT_EQ(answer.complete, c.complete);
      for (const Hit& hit : answer.hits) {
        EXPECT_FALSE(hit.snippets.empty() || hit.snippets[0].marks.empty()) << hit.article.id;
        EXPECT_EQ(hit.missing.empty(), c.complete == 1 && &hit == &answer.hits[0]);
      }
    }
  }
}

TEST_F(SearcherTest, TellsTheShareOfCompleteArticlesInEveryForm) {
  Request request = asking("bridge storm");
  request.match = Match::any;
  const Answer answer = search(request);
  EXPECT_THAT(to_json(answer),
              testing::HasSubstr(R"("total":{"value":4,"relation":"eq"},"complete":1,)"));
  EXPECT_THAT(
      to_text(answer, false, 200),
      testing::StartsWith("4 articles for bridge storm; 1 has all of the words in its text\n"));
  Answer unknown = answer;
  unknown.complete.reset();
  EXPECT_THAT(to_json(unknown), testing::HasSubstr(R"("complete":null,)"));
}

}  // namespace
}  // namespace backfile
