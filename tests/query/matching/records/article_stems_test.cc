// What a record says of an article's stems is what the index makes of its text.
#include "query/matching/records/article_stems.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <xapian.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "indexer/article/fields.h"
#include "indexer/index/schema.h"
#include "tests/query/search/oracle_archive.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using testing::Contains;
using testing::Not;
using testing::Pair;

struct Said {
  std::uint64_t count = 0;
  std::string spelling;

  friend bool operator==(const Said&, const Said&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Said& said) {
    return out << said.count << " \"" << said.spelling << '"';
  }
};
using Stems = std::map<std::string, Said>;  // by term

std::string term_of(const std::string& name) {
  const std::size_t colon = name.find(':');
  return stem_term(name.substr(0, colon), name.substr(colon + 1));
}

Stems by_the_record(ArticleStems& article, std::uint32_t docid) {
  article.read(docid);
  Stems stems;
  for (const ArticleStems::Stem& stem : article.stems()) {
    const std::string name = article.name(stem.number);
    EXPECT_EQ(article.number_of(name), stem.number) << name;
    stems[term_of(name)] = {stem.count, article.spelling(stem.number)};
  }
  return stems;
}

Stems by_the_analyzer(const Article& article, Analyzer& analyzer) {
  std::map<std::string, std::map<std::string, std::uint64_t>> spellings;
  for (const Field& field : fields) {
    if (!field.words || field.words->weight == 0) continue;
    for (const std::string& text : values_of(field, article)) {
      for (const Token& token : analyzer.analyze(text, article.language)) {
        if (token.stem.empty() || token.term.empty()) continue;
        ++spellings[stem_term(article.language, token.stem)][token.term];
      }
    }
  }
  Stems stems;
  const Xapian::Document document = to_document(article, analyzer);
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if ((*term).front() != 'Z') continue;
    const auto& places = spellings.at(*term);
    const auto most =
        std::ranges::max_element(places, {}, [](auto& entry) { return entry.second; });
    stems[*term] = {term.get_wdf(), most->first};
  }
  return stems;
}

// How many stems were compared.
std::size_t expect_agreement(const std::vector<Article>& articles) {
  Analyzer analyzer;
  const ForwardIndex forward = forward_index_of(articles);
  ArticleStems article(forward, analyzer);
  std::size_t stems = 0;
  for (std::uint32_t docid = 1; docid <= articles.size(); ++docid) {
    const Stems found = by_the_record(article, docid);
    const Stems expected = by_the_analyzer(articles[docid - 1], analyzer);
    EXPECT_EQ(found, expected) << articles[docid - 1].id << " in " << articles[docid - 1].language;
    stems += expected.size();
    if (testing::Test::HasFailure()) break;
  }
  return stems;
}

TEST(ArticleStems, AreThoseOfTheIndexInElevenLanguages) {
  std::size_t stems = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    stems += expect_agreement(random_archive(seed, 60));
    stems += expect_agreement(shouting_archive(seed, 60));
  }
  EXPECT_GT(stems, 10'000U);
}

TEST(ArticleStems, AreThoseOfTheIndexInRealText) {
  const char* data = std::getenv("BACKFILE_TEST_DATA");
  if (data == nullptr) GTEST_SKIP() << "set BACKFILE_TEST_DATA to a folder of real text";
  const std::map<std::string, std::string> languages = {{"xquad-zh", "zh"},
                                                        {"xquad-de", "de"},
                                                        {"xquad-ru", "ru"},
                                                        {"xquad-en", "en"},
                                                        {"time", "en"}};
  for (const auto& [name, language] : languages) {
    SCOPED_TRACE(name);
    std::vector<Article> articles;
    std::ifstream lines(std::filesystem::path(data) / "judged" / name / "docs.jsonl");
    for (std::string line; std::getline(lines, line);) {
      const auto object = nlohmann::json::parse(line);
      Article& article =
          articles.emplace_back(small_article(object["id"], object["title"], object["body"]));
      article.language = language;
    }
    EXPECT_GT(expect_agreement(articles), 1000U);
  }
}

Article short_article(std::string language, std::string body) {
  Article article = small_article("1", "", std::move(body));
  article.language = std::move(language);
  return article;
}

Stems stems_of(const Article& article) {
  Analyzer analyzer;
  const ForwardIndex forward = forward_index_of({article});
  ArticleStems stems(forward, analyzer);
  return by_the_record(stems, 1);
}

TEST(ArticleStems, CountWhatTheirFieldsWeighAndNoByline) {
  Article article = small_article("1", "Storms", "A storm. The storm!\n\nBridges");
  article.subtitle = "Of bridges";
  article.captions = {"A bridge", "A stormy sea"};
  article.author = {"Storm Sandbank"};
  const Stems stems = stems_of(article);
  EXPECT_THAT(stems, Contains(Pair("Zen:storm", Said{7, "storm"})));
  EXPECT_THAT(stems, Contains(Pair("Zen:bridg", Said{4, "bridges"})));
  EXPECT_THAT(stems, Contains(Pair("Zen:stormi", Said{1, "stormy"})));
  EXPECT_THAT(stems, Not(Contains(Pair("Zen:sandbank", testing::_))));
}

TEST(ArticleStems, JoinCompounds) {
  const Stems stems = stems_of(short_article("en", "A half-brother, AT&T, S400s; a halfbrother."));
  EXPECT_THAT(stems, Contains(Pair("Zen:halfbroth", Said{2, "halfbrother"})));
  EXPECT_THAT(stems, Contains(Pair("Zen:half", Said{1, "half"})));
  EXPECT_THAT(stems, Contains(Pair("Zen:at&t", Said{1, "at&t"})));
  EXPECT_THAT(stems, Contains(Pair("Zen:s400", Said{1, "s400s"})));
  EXPECT_THAT(stems_of(short_article("fr", "Les contre-éclairages.")),
              Contains(Pair("Zfr:contreeclairag", Said{1, "contreeclairages"})));
}

TEST(ArticleStems, FindTheWordsOfADictionaryInRuns) {
  const Stems stems = stems_of(short_article("zh", "长江大桥通车。长江 通车, NATO长江"));
  EXPECT_THAT(stems, Contains(Pair("Zzh:长江", Said{3, "长江"})));
  EXPECT_THAT(stems, Contains(Pair("Zzh:通车", Said{2, "通车"})));
  EXPECT_THAT(stems, Contains(Pair("Zzh:nato", Said{1, "nato"})));
}

TEST(ArticleStems, OfABookAreThoseOfItsBeginning) {
  std::string book, run;
  for (std::size_t i = 0; i < ArticleStems::most_words; ++i) book += "sea ";
  for (std::size_t i = 0; i < ArticleStems::most_characters; ++i) run += "桥";
  const Stems stems = stems_of(short_article("en", book + "storm"));
  EXPECT_EQ(stems.size(), 1U);
  EXPECT_GT(stems.at("Zen:sea").count, ArticleStems::most_words - 9);
  EXPECT_FALSE(stems_of(short_article("zh", run + "长江")).contains("Zzh:长江"));
}

}  // namespace
}  // namespace backfile
