// The idf by language, the weight of a word, and what both put first.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "query/ranking/idf.h"
#include "query/ranking/ranking_weight.h"
#include "query/search/searcher.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using testing::ElementsAre;

std::vector<std::string> ids_for(const std::vector<Article>& articles, const std::string& query,
                                 const RankingSettings& settings = {}) {
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  Request request;
  request.query = query;
  request.match = Match::any;
  request.ranking = settings;
  std::vector<std::string> ids;
  for (const Hit& hit : searcher.search(request).hits) ids.push_back(hit.article.id);
  return ids;
}

Article in_language(Article article, std::string language) {
  article.language = std::move(language);
  return article;
}

TEST(Idf, IsTheUsualIdfInOneLanguage) {
  const Idf idf({{"en", 99}});
  EXPECT_NEAR(idf.of("en", 9.5, 9.5, 100), std::log(10.0), 1e-12);
  EXPECT_NEAR(idf.of("en", 9.5, 9.5, 0), std::log(10.0), 1e-12);
  EXPECT_GT(idf.of("en", 99, 99, 100), 0);
}

TEST(Idf, OfAWordDoesNotComeFromTheRarityOfItsLanguage) {
  const Idf idf({{"en", 1000}, {"de", 2}});
  // As frequent in either language: half of the articles.
  EXPECT_NEAR(idf.of("de", 1, 501, 100), idf.of("en", 500, 501, 100), 0.01);
  // Among many articles a language's own share decides.
  const Idf halves({{"en", 100'000}, {"de", 100'000}});
  EXPECT_GT(halves.of("en", 10, 50'010, 100), 4 * halves.of("de", 50'000, 50'010, 100));
}

TEST(Idf, OfAnUnknownArchiveIsTheSameForAll) {
  EXPECT_EQ(Idf().of("en", 0, 0, 100), 1);
  EXPECT_EQ(Idf().of("de", 7, 9, 100), 1);
}

TEST(RankingSettings, AreSetByName) {
  RankingSettings settings;
  EXPECT_TRUE(set_ranking(settings, "saturation", 2));
  EXPECT_EQ(settings.saturation, 2);
  EXPECT_TRUE(set_ranking(settings, "stop_words", 1));
  EXPECT_TRUE(settings.stop_words);
  EXPECT_FALSE(set_ranking(settings, "charm", 1));
}

// BM25 by hand: one word, two articles; lengths and frequencies read from the index itself.
TEST(WordWeight, IsBm25) {
  const SmallIndex index({small_article("long", "", "storm storm storm wind wind wind wind"),
                          small_article("short", "", "storm rain"),
                          small_article("other", "", "sun")});
  const auto archive = open_archive(index.directory());
  Searcher searcher(archive);
  Request request;
  request.query = "storm";
  request.ranking.as_typed = 0;
  const Answer answer = searcher.search(request);
  ASSERT_EQ(answer.hits.size(), 2U);
  // Every word counts twice in a length: as form and as stem.
  const double average = 2 * (7 + 2 + 1) / 3.0;
  const RankingSettings by;
  const auto expected = [&](double frequency, double length) {
    const double penalty = 1 - by.length_penalty + by.length_penalty * length / average;
    const double idf = std::log(4 / 2.5);
    return idf * (by.saturation + 1) * frequency / (by.saturation * penalty + frequency);
  };
  for (const Hit& hit : answer.hits) {
    const bool is_long = hit.article.id == "long";
    EXPECT_NEAR(hit.score, is_long ? expected(3, 14) : expected(1, 4), 1e-9) << hit.article.id;
  }
}

TEST(Ranking, PutsAWordOfTheTitleFirst) {
  EXPECT_THAT(ids_for({small_article("body", "Weather", "a storm came"),
                       small_article("title", "Storm", "the weather turned")},
                      "storm"),
              ElementsAre("title", "body"));
}

TEST(Ranking, PutsTheFormAsTypedFirst) {
  const std::vector<Article> articles = {
      small_article("one", "", "a storm came", "2019-01-01"),
      small_article("many", "", "the storms came", "2020-01-01")};
  EXPECT_THAT(ids_for(articles, "storm"), ElementsAre("one", "many"));
  EXPECT_THAT(ids_for(articles, "storms"), ElementsAre("many", "one"));
}

TEST(Ranking, CountsPiecesOfCompoundsWhereverTheyStand) {
  const std::vector<Article> articles = {
      small_article("apart", "", "the king and his brother, one half of the realm"),
      small_article("neither", "", "the king and his sister, one third of the realm")};
  EXPECT_THAT(ids_for(articles, "king half-brother"), ElementsAre("apart", "neither"));
}

TEST(Ranking, DoesNotPreferALanguageForBeingRare) {
  std::vector<Article> articles;
  for (int i = 0; i < 40; ++i) {
    articles.push_back(small_article("en" + std::to_string(i), "", "a museum of the town"));
  }
  articles.push_back(small_article("best", "Museum", "the museum"));
  articles.push_back(in_language(small_article("de", "", "das Museum der Stadt"), "de"));
  EXPECT_EQ(ids_for(articles, "museum").front(), "best");
}

// Twenty German and twenty English articles about a pier, and these.
std::vector<Article> two_languages(std::vector<Article> articles) {
  for (int i = 0; i < 20; ++i) {
    const std::string number = std::to_string(i);
    articles.push_back(in_language(
        small_article("de" + number, "", "wie es ist, als die Mole gebaut wird und wo"), "de"));
    articles.push_back(small_article("en" + number, "", "how the pier is built and when it is"));
  }
  return articles;
}

// The guess of the language ranks, and excludes nothing.
TEST(Ranking, PrefersTheLanguageOfTheQuestion) {
  const std::vector<Article> articles = two_languages(
      {small_article("en", "", "the opera of Velmora is by the sea"),
       in_language(small_article("de", "", "die Oper in Velmora ist am Meer"), "de")});
  const std::vector<std::string> english = ids_for(articles, "when is Velmora by the sea");
  const std::vector<std::string> german = ids_for(articles, "wo ist Velmora am Meer");
  EXPECT_EQ(english.front(), "en");
  EXPECT_THAT(english, testing::Contains("de"));
  EXPECT_EQ(german.front(), "de");
  EXPECT_THAT(german, testing::Contains("en"));
}

TEST(Ranking, FindsChineseAcrossWordBoundariesOfTheDictionary) {
  const std::vector<Article> articles = {
      in_language(small_article("other", "", "新的车站将于明年开放。"), "zh"),
      in_language(small_article("right", "", "高铁车站将于明年开放。"), "zh")};
  EXPECT_EQ(ids_for(articles, "高铁车站什么时候开放").front(), "right");
}

TEST(Ranking, ReadsAForeignNameInAChineseQuestion) {
  const std::vector<Article> articles = {
      in_language(small_article("other", "", "新的车站将于明年开放。"), "zh"),
      in_language(small_article("right", "", "教师工会NASUWT由两个工会合并而成。"), "zh")};
  EXPECT_THAT(ids_for(articles, "NASUWT是什么"), ElementsAre("right"));
}

}  // namespace
}  // namespace backfile
