// The terms of a record are those that to_document() makes of its article.
#include "indexer/build/inversion/record_terms.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <utility>

#include "indexer/build/reading.h"
#include "tests/indexer/build/inversion/expected_terms.h"
#include "tests/indexer/forward/built.h"
#include "tests/indexer/forward/random_articles.h"
#include "tests/places.h"
#include "tests/sanitizers.h"

namespace backfile {
namespace {

using test::TermWdfs;

TermWdfs terms_of_record(RecordTerms& record, const KnownTerms& known, std::uint32_t docid,
                         const Article& article) {
  record.read(docid, filter_terms(article));
  TermWdfs terms;
  std::uint32_t length = 0;
  for (const auto& [number, wdf] : record.terms()) {
    const bool is_known = record.numbers().is_known(number);
    const std::string term =
        is_known ? known.at_rank(known.rank(number)) : std::string(record.numbers().other(number));
    EXPECT_TRUE(terms.emplace(term, wdf).second) << term << " comes twice";
    length += wdf;
  }
  EXPECT_EQ(record.length(), length);
  return terms;
}

// What one has and the other has not.
std::string difference(const TermWdfs& left, const TermWdfs& right) {
  std::string terms;
  for (const auto& [term, wdf] : left) {
    const auto other = right.find(term);
    if (other == right.end() || other->second != wdf) {
      terms += term + " (" + std::to_string(wdf) + ") ";
    }
  }
  return terms;
}

// `batch` articles at a time are given numbers of their own. Returns how many terms were compared.
std::size_t expect_agreement(const std::vector<Article>& articles, std::uint32_t batch = 100) {
  const test::BuiltForward built(articles);
  const KnownTerms known(built->lexicon());
  RecordTerms record(built.index(), known);
  Analyzer analyzer;
  std::size_t terms = 0;
  for (std::uint32_t docid = 1; docid <= articles.size(); ++docid) {
    if (docid % batch == 1) record.forget();
    const Article& article = articles[docid - 1];
    const TermWdfs expected = test::terms_of_document(article, analyzer);
    const TermWdfs found = terms_of_record(record, known, docid, article);
    EXPECT_TRUE(found == expected)
        << article.path << ", " << article.language << ": \"" << article.title << "\" lacks "
        << difference(expected, found) << "and has " << difference(found, expected);
    terms += expected.size();
    if (testing::Test::HasFailure()) break;
  }
  return terms;
}

Article story(std::string language, std::string title, std::vector<std::string> body) {
  Article article = test::article_of(std::move(language), std::move(title), std::move(body));
  article.id = "https://example.org/Story";
  return article;
}

TEST(RecordTerms, AreThoseOfEveryField) {
  Article article = story("en", "Ministers Meet the US",
                          {"They met. They left, and met again.", "Running late."});
  article.subtitle = "US envoys in Köln: the AT&T-S-400";
  article.author = {"Ann Smith-Jones", "", "Bo Lï", "Ann Smith-Jones", "ANN O'NEILL IS IN"};
  article.section = "World News";
  article.tags = {"Diplomacy", "Café", "diplomacy"};
  article.source = "The Example";
  article.captions = {"The ministers", "of Köln"};
  EXPECT_GT(expect_agreement({article, Article(), article}), 140U);
}

TEST(RecordTerms, AreThoseOfCompoundsAndWhatIsReadOtherwise) {
  expect_agreement({story("en", "S-400s and e-mail; an email",
                          {"AT&T's e-mail of the U.S. Qur'an-12", "A320neo, 5bn, 1,000-year",
                           "half-brother Half-Brother HALF-BROTHER's twenty-first-century",
                           "Sørvik-3, l’Oréal's D'Angelo 3.5-litre x-y x-y-z"}),
                    story("fr", "L’Oréal, D'Angelo", {"qu’Étienne l’été-là S-400 É-É"}),
                    story("de", "1.000-Jahr", {"U-Bahn; Ä-Ö 1.5-fach"})});
}

TEST(RecordTerms, TellShoutingFromAcronyms) {
  expect_agreement({story("en", "US MINISTERS MEET AGAIN",
                          {"WAR IS OVER. The US and U.S. left. NATO-EU TALKS GO ON. NATO met.",
                           "THE S-400 OF NATO. so", "NATO", "A B C-D EE"}),
                    story("de", "ÜBER ALLE BERGE", {"ÜBER ALLE BERGE. Die EU über uns"})});
}

TEST(RecordTerms, AreThoseOfScriptsWithoutSpaces) {
  Article chinese =
      story("zh", "大桥通车 NATO", {"在NFL中，大桥通车。大 桥", "大", "北京的新闻大桥"});
  chinese.author = {"王小明"};
  chinese.captions = {"大桥通车"};
  expect_agreement({chinese, story("ja", "カタカナとひらがな", {"ﾊﾝｶｸのガ橋を渡る。ＡＢＣ"}),
                    story("th", "น้ำตกไทย", {"ภาษาไทยไม่มีช่องว่าง ระหว่างคำ"})});
}

TEST(RecordTerms, AreCutWhereXapianWouldRefuseThem) {
  std::string umlauts;
  for (int i = 0; i < 120; ++i) umlauts += "ü";
  Article article = story("en", std::string(250, 'a') + " " + umlauts, {umlauts, umlauts + "-x"});
  article.author = {umlauts};
  Article other = article;
  other.language = umlauts + umlauts + umlauts;
  expect_agreement({article, other, story("", "no language", {"at all"})});
}

TEST(RecordTerms, AreThoseOfRandomArticlesInTenScripts) {
  std::size_t terms = 0;
  for (const std::uint32_t seed : {1U, 2U, 3U, 4U}) {
    terms += expect_agreement(test::random_articles(seed, 1500), seed * 100);
  }
  EXPECT_GT(terms, 100'000U);
}

std::vector<Article> articles_in(const std::filesystem::path& source) {
  std::vector<Article> articles;
  read_articles(
      {.sources = {source}}, [&](const Article& article) { articles.push_back(article); },
      [](const Rejected&) {});
  return articles;
}

TEST(RecordTerms, AreThoseOfTheSampleArchive) {
  const auto articles = articles_in(std::filesystem::path(source_dir) / "corpus/articles");
  EXPECT_GT(articles.size(), 50U);
  EXPECT_GT(expect_agreement(articles), 10'000U);
}

TEST(RecordTerms, AreThoseOfRealText) {
  const char* data = std::getenv("BACKFILE_TEST_DATA");
  if (!data) GTEST_SKIP() << "set BACKFILE_TEST_DATA to a folder of real text";
  const std::string newswire = "articles/reuters21578";
  for (const std::string& source :
       {std::string("articles/blog18f"), newswire, std::string("judged/xquad-en/docs.jsonl"),
        std::string("judged/xquad-de/docs.jsonl"), std::string("judged/xquad-ru/docs.jsonl"),
        std::string("judged/xquad-zh/docs.jsonl")}) {
    SCOPED_TRACE(source);
    // Sanitizers take minutes over 21,578 stories.
    if (sanitizer_shadows_memory && source == newswire) continue;
    EXPECT_GT(expect_agreement(articles_in(std::filesystem::path(data) / source), 5000), 10'000U);
  }
}

}  // namespace
}  // namespace backfile
