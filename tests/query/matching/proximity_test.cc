// Proximity: the formula compared with a simple one, places compared with a scan, and what they
// rank first.
#include "query/matching/proximity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "query/search/searcher.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using testing::ElementsAre;

PlacedWord word_at(std::size_t typed, double idf, std::vector<std::uint32_t> positions) {
  PlacedWord word{typed, idf, {}};
  for (const std::uint32_t position : positions) word.places.push_back({position, position});
  return word;
}

// The same sum by looking at every place of every word.
double dumb_proximity(const std::vector<PlacedWord>& words, const RankingSettings& settings) {
  double sum = 0;
  for (const PlacedWord& a : words) {
    for (const PlacedWord& b : words) {
      if (b.typed <= a.typed || b.typed - a.typed > 8) continue;
      double near = 0, ordered = 0;
      for (const WordPlace& one : a.places) {
        double nearest = 0;
        bool as_typed = false;
        for (const WordPlace& other : b.places) {
          double distance = 0;
          if (other.first > one.last) distance = other.first - one.last;
          if (other.last < one.first) distance = one.first - other.last;
          if (distance == 0) continue;
          nearest = std::max(nearest, 1 / (distance * distance));
          as_typed |= other.first > one.last && distance <= double(b.typed - a.typed);
        }
        near += nearest;
        ordered += as_typed;
      }
      sum += (a.idf + b.idf) / 2 / double(b.typed - a.typed) *
             (settings.nearness * near / (near + 1) + settings.order * ordered / (ordered + 1));
    }
  }
  return (settings.saturation + 1) * sum;
}

TEST(Proximity, IsWhatHandsCompute) {
  RankingSettings settings;
  settings.saturation = 1;
  settings.nearness = 1;
  settings.order = 0;
  // Two words side by side, of rarity 3 and 1: 2 * (3 + 1) / 2 * 1 / 2.
  EXPECT_DOUBLE_EQ(proximity(std::vector{word_at(0, 3, {7}), word_at(1, 1, {8})}, settings), 2);
  // Two apart: near is 1/4, which saturates to 1/5.
  EXPECT_DOUBLE_EQ(proximity(std::vector{word_at(0, 3, {7}), word_at(1, 1, {9})}, settings), .8);
  settings.nearness = 0;
  settings.order = 1;
  EXPECT_DOUBLE_EQ(proximity(std::vector{word_at(0, 3, {7}), word_at(1, 1, {8})}, settings), 2);
  EXPECT_EQ(proximity(std::vector{word_at(0, 3, {8}), word_at(1, 1, {7})}, settings), 0);
  // "bank of England": two apart is as typed.
  EXPECT_GT(proximity(std::vector{word_at(0, 3, {7}), word_at(2, 1, {9})}, settings), 0);
}

TEST(Proximity, IsNothingForOneWordOrNone) {
  EXPECT_EQ(proximity({}, {}), 0);
  EXPECT_EQ(proximity(std::vector{word_at(0, 3, {1, 2, 3})}, {}), 0);
  EXPECT_EQ(proximity(std::vector{word_at(0, 3, {1, 2, 3}), word_at(1, 3, {})}, {}), 0);
}

TEST(Proximity, EqualsTheDumbSum) {
  std::mt19937 random(17);
  const auto below = [&](std::uint32_t bound) {
    return static_cast<std::uint32_t>(random()) % bound;
  };
  for (int round = 0; round < 2000; ++round) {
    std::vector<PlacedWord> words;
    std::size_t typed = 0;
    for (std::uint32_t i = below(6); i > 0; --i) {
      PlacedWord word{typed += 1 + below(4), 1.0 + below(5), {}};
      const std::uint32_t pieces = below(3);
      std::uint32_t position = 0;
      for (std::uint32_t k = below(8); k > 0; --k) {
        position += 1 + below(9);
        word.places.push_back({position, position + pieces});
      }
      words.push_back(word);
    }
    ASSERT_NEAR(proximity(words, {}), dumb_proximity(words, {}), 1e-9) << "round " << round;
  }
}

// The first article is older, so that it would stand behind the second if both scored alike.
std::string first_of(const std::string& query, const std::string& close, const std::string& apart,
                     const std::string& language = "en") {
  std::vector<Article> articles = {small_article("close", "", close, "2019-01-01"),
                                   small_article("apart", "", apart, "2020-01-01")};
  for (Article& article : articles) article.language = language;
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  Request request;
  request.query = query;
  const Answer answer = searcher.search(request);
  return answer.hits.size() < 2 ? "not both found" : answer.hits.front().article.id;
}

TEST(Proximity, PutsWordsThatStandTogetherFirst) {
  const std::string far = " one two three four five six ";
  const struct {
    std::string query, close, apart, language;
  } rows[] = {
      {"harbour bridge", "the harbour bridge" + far, "the harbour" + far + "bridge", "en"},
      // Other forms of the words, of the article's own language.
      {"harbour bridge", "all harbours bridged" + far, "all harbours" + far + "bridged", "en"},
      {"Hafen Brücke", "die Häfen, Brücken" + far, "die Häfen" + far + "Brücken", "de"},
      {"bank of England", "a bank of England" + far, "a bank of" + far + "England", "en"},
      // In the order typed, at equal distance.
      {"man bites dog", "a man bites dog today", "a dog bites man today", "en"},
      {"half-brother king", "his half-brother king" + far, "his half-brother" + far + "king", "en"},
      {"\"old town\" fire", "the old town fire" + far, "the old town" + far + "fire", "en"},
      {"高铁 车站", "今天高铁车站开放和明年公路", "今天高铁开放和明年公路车站", "zh"},
      // Words that end in a letter with its vowel.
      {"ตลาด แม่น้ำ", "ตลาดแม่น้ำเปิดวันนี้และถนน", "ตลาดเปิดวันนี้และถนนแม่น้ำ", "th"},
      // Where a question has hardly more than stop words, these count.
      {"who's on first", "now who's on first with it", "now first with it on who's", "en"},
      {"to be or not to be", "to be or not to be it is", "it is or not be to be to", "en"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(first_of(row.query, row.close, row.apart, row.language), "close") << row.query;
  }
}

TEST(Proximity, CountsNothingAcrossFields) {
  std::vector<Article> articles = {
      small_article("across", "A harbour", "Bridge of stone. It stands.", "2020-01-01"),
      small_article("inside", "A harbour bridge", "Of stone it is. It stands.", "2019-01-01")};
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  Request request;
  request.query = "harbour bridge";
  EXPECT_EQ(searcher.search(request).hits.front().article.id, "inside");
}

TEST(Proximity, CountsNothingAcrossAParagraphOfMarks) {
  const auto story = [](const std::string& id, const std::string& title, const std::string& day) {
    return small_article(id, title, "* * *\n\nBridge of stone. It stands.", day);
  };
  const SmallIndex index(
      {story("across", "A harbour", "2020-01-01"),
       small_article("inside", "A harbour bridge", "Of stone it is. It stands.", "2019-01-01")});
  Searcher searcher(open_archive(index.directory()));
  Request request;
  request.query = "harbour bridge";
  EXPECT_EQ(searcher.search(request).hits.front().article.id, "inside");
}

TEST(Proximity, AsksNothingOfOtherOrders) {
  const SmallIndex index({small_article("close", "", "harbour bridge", "2019-01-01"),
                          small_article("apart", "", "harbour and a bridge", "2020-01-01")});
  Searcher searcher(open_archive(index.directory()));
  Request request;
  request.query = "harbour bridge";
  request.sort = Sort::newest;
  std::vector<std::string> ids;
  for (const Hit& hit : searcher.search(request).hits) ids.push_back(hit.article.id);
  EXPECT_THAT(ids, ElementsAre("apart", "close"));
}

// However long an article, its places are read within bounds and the search goes on.
TEST(Proximity, ReadsLongTextsWithinBounds) {
  std::string book = "harbour bridge ";
  for (int i = 0; i < 12'000; ++i) book += "word" + std::to_string(i) + " bridge ";
  const SmallIndex index({small_article("book", "", book, "2019-01-01"),
                          small_article("note", "", "bridge over a harbour", "2020-01-01")});
  Searcher searcher(open_archive(index.directory()));
  Request request;
  request.query = "harbours bridges";
  EXPECT_EQ(searcher.search(request).hits.size(), 2U);
}

}  // namespace
}  // namespace backfile
