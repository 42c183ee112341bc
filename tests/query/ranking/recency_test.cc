// What the day of an article adds to its score, and what it never changes.
#include "query/ranking/recency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/searcher.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using testing::ElementsAre;

TEST(HalfLife, IsReadAsPeopleWriteIt) {
  const struct {
    const char* text;
    double days;  // 0: refused
  } cases[] = {
      {"1 day", 1},
      {"90 days", 90},
      {"6 weeks", 42},
      {"12 months", 365.2425},
      {"1 month", 30.4369},
      {"2 years", 730.485},
      {"1year", 365.2425},
      {"2  years", 730.485},
      {"0 days", 0},
      {"-1 year", 0},
      {"2", 0},
      {"years", 0},
      {"", 0},
      {"two years", 0},
      {"2 yearss", 0},
      {"1.5 years", 0},
      {"2 years ago", 0},
      {"99999 years", 0},
      {" 2 years", 0},
      {"99999999999999999999 days", 0},
      {"2 s", 0},
  };
  for (const auto& c : cases) {
    const std::optional<double> days = read_half_life(c.text);
    EXPECT_EQ(days.has_value(), c.days != 0) << c.text;
    EXPECT_NEAR(days.value_or(0), c.days, 0.001) << c.text;
  }
}

class RecencyTest : public testing::Test {
 protected:
  static Answer search(const std::vector<Article>& articles, const std::string& query,
                       double half_life, Match match = Match::automatic) {
    const SmallIndex index(articles);
    Searcher searcher(open_archive(index.directory()));
    Request request;
    request.query = query;
    request.match = match;
    request.ranking.recency_half_life = half_life;
    request.ranking.as_typed = 0;  // the bonus is a share of what words give, however written
    return searcher.search(request);
  }
  static std::vector<std::string> ids(const Answer& answer) {
    std::vector<std::string> found;
    for (const Hit& hit : answer.hits) found.push_back(hit.article.id);
    return found;
  }
  static double score(const Answer& answer, const std::string& id) {
    for (const Hit& hit : answer.hits) {
      if (hit.article.id == id) return hit.score;
    }
    ADD_FAILURE() << id << " is not found";
    return 0;
  }
  static Article storm(const std::string& id, const std::string& published) {
    return small_article(id, "", "a storm came", published);
  }
  static constexpr double share = RankingSettings().recency;
};

TEST_F(RecencyTest, HalvesWhatItAddsOverTheHalfLife) {
  const std::vector<Article> articles = {storm("new", "2020-12-31"), storm("half", "2019-12-31"),
                                         storm("quarter", "2018-12-31"),
                                         storm("ancient", "1990-12-31")};
  const double plain = search(articles, "storm", 0).hits[0].score;
  const Answer answer = search(articles, "storm", 365.5);  // 2020 had a day more
  EXPECT_THAT(ids(answer), ElementsAre("new", "half", "quarter", "ancient"));
  EXPECT_NEAR(score(answer, "new"), plain * (1 + share), 1e-9);
  EXPECT_NEAR(score(answer, "half"), plain * (1 + share / 2), plain * 0.001);
  EXPECT_NEAR(score(answer, "quarter"), plain * (1 + share / 4), plain * 0.001);
  EXPECT_GT(score(answer, "ancient"), plain);
  EXPECT_NEAR(score(answer, "ancient"), plain, plain * 1e-6);
}

TEST_F(RecencyTest, SettlesWhatIsCloseAndNothingElse) {
  const std::vector<Article> articles = {
      small_article("old and good", "Storm", "the storm of storms", "1950"),
      small_article("new and as good", "Storm", "the storm of storms, it seems", "2020"),
      small_article("new and poor", "", "of nothing much, and once of a storm, it was told by many",
                    "2020-06")};
  EXPECT_THAT(ids(search(articles, "storm", 0)),
              ElementsAre("old and good", "new and as good", "new and poor"));
  EXPECT_THAT(ids(search(articles, "storm", 700)),
              ElementsAre("new and as good", "old and good", "new and poor"));
}

TEST_F(RecencyTest, IsOffUnlessAsked) {
  const std::vector<Article> articles = {storm("new", "2020-12-31"), storm("old", "1980")};
  const Answer plain = search(articles, "storm", 0);
  EXPECT_EQ(score(plain, "new"), score(plain, "old"));
  Request by_day;
  by_day.query = "storm";
  by_day.sort = Sort::oldest;
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  const Answer unaware = searcher.search(by_day);
  by_day.ranking.recency_half_life = 100;
  const Answer aware = searcher.search(by_day);
  EXPECT_THAT(ids(aware), ElementsAre("old", "new"));
  EXPECT_EQ(score(aware, "old"), score(unaware, "old"));
  EXPECT_EQ(score(aware, "new"), score(unaware, "new"));
}

TEST_F(RecencyTest, ExcludesNothingAndCountsAlike) {
  const std::vector<Article> articles = {storm("new", "2020-12-31"), storm("undated", ""),
                                         small_article("calm", "", "a calm", "2021")};
  EXPECT_EQ(search(articles, "storm", 1).total, 2U);
}

TEST_F(RecencyTest, TakesTheUndatedForTheOldestAndMonthsByTheirFirstDay) {
  const Answer answer =
      search({storm("undated", ""), storm("year", "2010"), storm("day", "2010-01-01"),
              storm("new", "2020-05-01"), storm("month", "2020-05")},
             "storm", 1000);
  EXPECT_THAT(ids(answer), ElementsAre("new", "month", "day", "year", "undated"));
  EXPECT_EQ(score(answer, "new"), score(answer, "month"));
  EXPECT_EQ(score(answer, "day"), score(answer, "year"));
  EXPECT_EQ(score(answer, "year"), score(answer, "undated"));
  EXPECT_LT(score(answer, "year"), score(answer, "month"));
}

TEST_F(RecencyTest, OfAnArchiveWithoutDatesIsNothing) {
  const std::vector<Article> articles = {storm("b", ""), storm("a", "")};
  EXPECT_EQ(search(articles, "storm", 100).hits[0].score,
            search(articles, "storm", 0).hits[0].score);
}

// A misprint must not make everything else as old as the hills.
TEST_F(RecencyTest, IsNotMeasuredFromTheFuture) {
  const std::vector<Article> sound = {storm("new", "2020-12-31"), storm("old", "2010-12-31")};
  std::vector<Article> with_misprint = sound;
  with_misprint.push_back(storm("misprint", "9020-12-31"));
  const Answer answer = search(with_misprint, "storm", 1000);
  EXPECT_EQ(score(answer, "misprint"), score(answer, "new"));
  const double plain = search(with_misprint, "storm", 0).hits[0].score;
  EXPECT_NEAR(score(answer, "new"), plain * (1 + share), 1e-9);
}

TEST_F(RecencyTest, KeepsWhatHasAllWordsFirst) {
  const std::vector<Article> articles = {
      small_article("whole", "", "the storm broke the pier of the old harbour", "1950"),
      small_article("part", "Storm at the pier", "the storm at the pier", "2020")};
  const Answer answer = search(articles, "storm pier harbour", 100);
  EXPECT_TRUE(answer.relaxed);
  EXPECT_THAT(ids(answer), ElementsAre("whole", "part"));
  EXPECT_LT(score(answer, "whole"), 1000);
}

TEST_F(RecencyTest, IsASettingByName) {
  RankingSettings settings;
  EXPECT_EQ(settings.recency_half_life, 0);
  EXPECT_TRUE(set_ranking(settings, "recency_half_life", 730));
  EXPECT_TRUE(set_ranking(settings, "recency", 0.5));
  EXPECT_EQ(settings.recency_half_life, 730);
  EXPECT_EQ(settings.recency, 0.5);
}

}  // namespace
}  // namespace backfile
