// Columns have what the articles have, all spellings of a value as one.
#include "indexer/index/columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <map>
#include <random>
#include <set>

#include "indexer/text/unicode.h"
#include "tests/indexer/index/built_columns.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Texts = std::vector<std::string>;

Article dated(std::string published) {
  Article article = test::article_of("en", "Storm", {"It came."});
  article.published = std::move(published);
  return article;
}

Article by(Texts authors, Texts tags = {}) {
  Article article = dated("2019");
  article.author = std::move(authors);
  article.tags = std::move(tags);
  return article;
}

Texts names(const ValueColumn& column, std::uint32_t docid) {
  Texts texts;
  for (const std::uint32_t number : column.of(docid)) {
    texts.emplace_back(column.values()[number].name);
  }
  return texts;
}

// "Ann Lee 2"
Texts told(const ValueColumn& column) {
  Texts texts;
  for (const ValueColumn::Value value : column.values()) {
    texts.push_back(std::string(value.name) + " " + std::to_string(value.articles));
  }
  return texts;
}

TEST(Columns, HoldWhatEachArticleHas) {
  std::vector<Article> articles = {by({"Ann", "Bo"}, {"sea"}), by({"", "Bo"}), dated("")};
  articles[0].section = "World";
  articles[1].published = "2019-03-31T08:00Z";
  const test::BuiltColumns built(articles);
  const Columns columns = built.open();
  columns.verify();
  EXPECT_EQ(columns.day(1), 20190000U);
  EXPECT_EQ(columns.day(2), 20190331U);
  EXPECT_EQ(columns.day(3), 0U);
  EXPECT_THAT(names(columns.of(FieldId::section), 1), ElementsAre("World"));
  EXPECT_THAT(names(columns.of(FieldId::section), 2), IsEmpty());
  EXPECT_THAT(names(columns.of(FieldId::author), 1), ElementsAre("Ann", "Bo"));
  EXPECT_THAT(names(columns.of(FieldId::author), 2), ElementsAre("Bo"));
  EXPECT_THAT(names(columns.of(FieldId::tag), 1), ElementsAre("sea"));
  EXPECT_THAT(names(columns.of(FieldId::language), 3), ElementsAre("en"));
  EXPECT_EQ(columns.facts().articles, 3U);
  EXPECT_EQ(columns.facts().dated, 2U);
  EXPECT_EQ(columns.facts().first_day, 20190000U);
  EXPECT_EQ(columns.facts().last_day, 20190331U);
}

TEST(Columns, HoldNothingForDocidsThatAreNot) {
  const test::BuiltColumns built(std::vector<Article>{by({"Ann"})});
  const Columns columns = built.open();
  for (const std::uint32_t docid : {0U, 2U, 3U, 1'000'000U, 0xffffffffU}) {
    SCOPED_TRACE(docid);
    EXPECT_EQ(columns.day(docid), 0U);
    EXPECT_TRUE(columns.of(FieldId::author).of(docid).empty());
  }
  EXPECT_EQ(columns.of(FieldId::title).size(), 0U) << "no field that is counted";
  EXPECT_TRUE(columns.of(FieldId::title).of(1).empty());
}

TEST(Columns, OfNoArticlesAtAllAreEmpty) {
  const test::BuiltColumns built(std::vector<Article>{});
  const Columns columns = built.open();
  columns.verify();
  EXPECT_EQ(columns.day(1), 0U);
  EXPECT_TRUE(columns.of(FieldId::language).values().empty());
  EXPECT_EQ(columns.facts().first_day, 0U);
  EXPECT_THAT(columns.authors_called("ann"), IsEmpty());
  EXPECT_THAT(columns.accented_forms("a"), IsEmpty());
}

TEST(Columns, MergeTheSpellingsOfAValueUnderTheMostFrequent) {
  const std::vector<Article> articles = {by({"Zoë Ray"}), by({"Inês Valdoro"}),
                                         by({"Inês Valdoro", "INES VALDORO"}), by({"Ines Valdoro"}),
                                         by({"Zoe Ray"})};
  const test::BuiltColumns at_once(articles);
  for (const std::size_t per_run : {1U, 2U, 100U}) {
    const test::BuiltColumns built(articles, per_run);
    EXPECT_EQ(contents_of(built.file()), contents_of(at_once.file()));
    const Columns columns = built.open();
    columns.verify();
    const ValueColumn& authors = columns.of(FieldId::author);
    EXPECT_THAT(told(authors), ElementsAre("Inês Valdoro 3", "Zoe Ray 2"));
    EXPECT_EQ(authors.of(3).size(), 1U) << "an article has a value once";
    EXPECT_EQ(authors.find("ines valdoro"), 0U);
    EXPECT_EQ(authors.find("zoe ray"), 1U);
    EXPECT_EQ(authors.find("zoe"), std::nullopt);
    EXPECT_EQ(authors.find("zz"), std::nullopt);
    EXPECT_EQ(authors.find(""), std::nullopt);
  }
}

TEST(Columns, ListAuthorsByTheWordsOfTheirNames) {
  const test::BuiltColumns built(std::vector<Article>{by({"Zoë Márkos-Brandt"}),
                                                      by({"Ann Brandt", "ann brandt"}),
                                                      by({"Ann Ann O'Hara"}), by({"王小明"})});
  const Columns columns = built.open();
  const auto called = [&](std::string_view word) {
    Texts authors;
    for (const std::uint32_t number : columns.authors_called(word)) {
      authors.emplace_back(columns.of(FieldId::author).value(number).name);
    }
    return authors;
  };
  EXPECT_THAT(called("brandt"), ElementsAre("Ann Brandt", "Zoë Márkos-Brandt"));
  EXPECT_THAT(called("ann"), ElementsAre("Ann Ann O'Hara", "Ann Brandt"));
  EXPECT_THAT(called("markos"), ElementsAre("Zoë Márkos-Brandt"));
  EXPECT_THAT(called("hara"), ElementsAre("Ann Ann O'Hara"));
  EXPECT_THAT(called("王小明"), ElementsAre("王小明"));
  EXPECT_THAT(called("bran"), IsEmpty());
  EXPECT_THAT(called(""), IsEmpty());
}

TEST(Columns, KnowTheAccentsOfWordsInEachWayOfFolding) {
  const std::vector<Article> articles = {
      test::article_of("en", "The naïve café", {"Cafe CAFÉ, café; a rose and a rosé."}),
      test::article_of("sv", "Hallå naïve", {"Smörgås"})};
  const test::BuiltColumns built(articles);
  const Columns columns = built.open();
  EXPECT_THAT(columns.accented_forms("cafe"), ElementsAre("café"));
  EXPECT_THAT(columns.accented_forms("rose"), ElementsAre("rosé"));
  EXPECT_THAT(columns.accented_forms("naive"), ElementsAre("naïve"));
  EXPECT_THAT(columns.accented_forms("café"), IsEmpty()) << "no language takes é for a letter";
  EXPECT_THAT(columns.accented_forms("smorgas"), IsEmpty()) << "å and ö are letters in Swedish";
  const test::BuiltColumns english(
      std::vector<Article>{test::article_of("en", "Smörgås", {}), articles[1]});
  EXPECT_THAT(english.open().accented_forms("smorgas"), ElementsAre("smörgås"));
  EXPECT_THAT(english.open().accented_forms("smörgås"), ElementsAre("smörgås"))
      << "as a Swede types it";
}

// What they say of many articles, counted anew.
TEST(Columns, AgreeWithTheValuesOfManyArticles) {
  std::mt19937 random(5);
  std::vector<Article> articles;
  for (int i = 0; i < 2000; ++i) {
    Texts tags;
    for (unsigned j = random() % 4; j > 0; --j) {
      std::string tag = "Tag " + std::to_string(random() % 60);
      if (random() % 3 == 0) tag[0] = 't';
      if (random() % 5 == 0) tag[1] = 'A';
      if (random() % 9 == 0) tag = "";
      tags.push_back(tag);
    }
    articles.push_back(by({"Author " + std::to_string(random() % 1500)}, tags));
  }
  const test::BuiltColumns built(articles, 300);
  const Columns columns = built.open();
  columns.verify();
  const ValueColumn& column = columns.of(FieldId::tag);
  std::map<std::string, std::map<std::string, int>> spellings;
  std::map<std::string, std::uint64_t> counts;
  for (std::uint32_t docid = 1; docid <= articles.size(); ++docid) {
    Texts expected, found;
    for (const std::string& tag : articles[docid - 1].tags) {
      if (tag.empty()) continue;
      const std::string folded = fold(tag).term;
      ++spellings[folded][tag];
      if (std::ranges::find(expected, folded) == expected.end()) expected.push_back(folded);
    }
    for (const std::string& folded : expected) ++counts[folded];
    for (const std::uint32_t number : column.of(docid)) {
      found.emplace_back(column.value(number).folded);
    }
    EXPECT_EQ(found, expected) << docid;
  }
  ASSERT_EQ(column.size(), counts.size());
  for (const auto& [folded, count] : counts) {
    const ValueColumn::Value value = column.value(column.find(folded).value());
    EXPECT_EQ(value.articles, count);
    const auto& ways = spellings[folded];
    const auto most =
        std::ranges::max_element(ways, {}, [](const auto& way) { return way.second; });
    EXPECT_EQ(value.name, most->first) << "the first of those that are most frequent";
  }
}

TEST(Columns, LeaveNothingBehindButTheirFile) {
  const test::BuiltColumns built(std::vector<Article>{by({"Ann"}), by({"Bo"})}, 1);
  Texts left;
  for (const auto& entry : std::filesystem::directory_iterator(built.path())) {
    left.push_back(entry.path().filename());
  }
  EXPECT_THAT(left, ElementsAre("columns"));
}

}  // namespace
}  // namespace backfile
