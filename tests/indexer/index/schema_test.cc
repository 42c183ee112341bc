// What an article becomes in the index: terms and values, within the limits of Xapian.
#include "indexer/index/schema.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "indexer/forward/article_text.h"
#include "tests/explained.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

Article story() {
  Article article;
  article.id = "https://example.org/Story";
  article.title = "Ministers Meet";
  article.subtitle = "US envoys in Köln";
  article.author = {"Ann Smith", "Bo Li"};
  article.published = "2019-03-31";
  article.section = "World News";
  article.tags = {"Diplomacy", "Café"};
  article.language = "en";
  article.source = "The Example";
  article.body = {"They met. They left again.", "Running late."};
  article.captions = {"The ministers"};
  return article;
}

Xapian::Document document_of(const Article& article) {
  Analyzer analyzer;
  return to_document(article, analyzer);
}

std::set<std::string> terms_of(const Xapian::Document& document) {
  return {document.termlist_begin(), document.termlist_end()};
}

Xapian::termcount wdf(const Xapian::Document& document, const std::string& term) {
  auto found = document.termlist_begin();
  found.skip_to(term);
  return found != document.termlist_end() && *found == term ? found.get_wdf() : 999;
}

TEST(Document, TellsCapitalsFromThoseOfAWholeHeadline) {
  Article article = story();
  article.title = "US MINISTERS MEET AGAIN";
  const std::set<std::string> terms = terms_of(document_of(article));
  for (const char* term : {"AAus", "Aus"}) EXPECT_TRUE(terms.contains(term)) << term;
  for (const char* term : {"Ameet", "AAmeet", "AAkoln"}) EXPECT_FALSE(terms.contains(term)) << term;
}

TEST(Document, HasTheWordsOfEachFieldUnderItsPrefix) {
  const std::set<std::string> terms = terms_of(document_of(story()));
  for (const char* term :
       {"ministers",     "Sministers", "Cministers", "meet",          "koln",         "Bkoln",
        "they",          "again",      "running",    "late",          "Hann",         "Hsmith",
        "Hbo",           "Aus",        "Uköln",      "Zen:minist",    "XA:ann smith", "XA:bo li",
        "XS:world news", "XT:cafe",    "Len",        "XO:the example"}) {
    EXPECT_TRUE(terms.contains(term)) << term;
  }
  for (const char* term : {"smith", "Bminister", "Bministers", "Aministers", "Sthey"}) {
    EXPECT_FALSE(terms.contains(term)) << term;
  }
}

TEST(Document, HasNoPositions) {
  Article article = story();
  article.body.emplace_back("US and UN envoys met in the US.");
  const Xapian::Document document = document_of(article);
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    EXPECT_EQ(term.positionlist_count(), 0U) << *term;
  }
}

TEST(Document, WeighsStemsByTheFieldTheyStandIn) {
  const Xapian::Document document = document_of(story());
  struct Case {
    const char* term;
    Xapian::termcount wdf;
  };
  const Case cases[] = {
      {"Zen:minist", 6},  // title and caption
      {"Zen:meet", 5},   {"Zen:envoy", 2}, {"Zen:run", 1}, {"ministers", 2},
      {"Sministers", 1}, {"Hann", 0},      {"Aus", 0},     {"XA:bo li", 0},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.term);
    EXPECT_EQ(wdf(document, c.term), c.wdf);
  }
}

TEST(Document, FoldsFilters) {
  EXPECT_EQ(filter_term(field_of(FieldId::author), "JOSÉ Ortega"), "XA:jose ortega");
}

TEST(Document, HasTermsAlone) {
  const Xapian::Document document = document_of(story());
  EXPECT_EQ(document.get_data(), "") << "it is in the catalogue";
  EXPECT_EQ(document.values_count(), 0U) << "these are in the columns";
}

TEST(Document, CutsTermsThatXapianWouldRefuse) {
  Article article;
  std::string umlauts;
  for (int i = 0; i < 5000; ++i) umlauts += "ü";
  article.id = "/" + umlauts;
  article.title = std::string(10'000, 'a') + " " + umlauts;
  article.author = {umlauts, std::string(70'000, 'b')};
  article.section = std::string(3, '\0') + umlauts;
  article.tags = {std::string(300, '\0'),
                  "a\x1f"
                  "b"};
  article.language = umlauts;
  article.source = "\xff\xfe";
  article.body = {std::string(200'000, '?'), "x"};
  TemporaryDirectory directory;
  Xapian::WritableDatabase database(directory.path().string(), Xapian::DB_CREATE_OR_OVERWRITE);
  EXPECT_NO_THROW(database.add_document(document_of(article)));
  EXPECT_NO_THROW(database.commit());
  EXPECT_EQ(database.get_doccount(), 1U);
}

TEST(Document, TakesAnEmptyArticle) {
  EXPECT_NO_THROW(document_of(Article()));
}

TEST(Schema, ExplainsEveryTermOfABuiltIndex) {
  TemporaryDirectory directory;
  Xapian::WritableDatabase database(directory.path().string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Article chinese = story();
  chinese.id = "2";
  chinese.language = "zh";
  chinese.title = "北京的新闻 NATO";
  Article upper = story();
  upper.id = "3";
  upper.title = "ΑΘΗΝΑ İSTANBUL ＦＵＬＬ Ⅷ ß DŽ";
  upper.tags = {"ALL CAPS", "Ⅷ"};
  for (const Article& article : {story(), chinese, upper, Article()}) {
    database.add_document(document_of(article));
  }
  database.commit();
  std::size_t terms = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term, ++terms) {
    EXPECT_TRUE(explained(*term)) << *term;
  }
  EXPECT_GT(terms, 100U);
}

TEST(Schema, NoTwoPrefixesAreAlike) {
  std::set<std::string_view> prefixes(derived_prefixes.begin(), derived_prefixes.end());
  EXPECT_EQ(prefixes.size(), derived_prefixes.size());
  for (const Field& field : fields) {
    EXPECT_TRUE(!field.words || prefixes.insert(field.words->prefix).second) << field.name;
    EXPECT_TRUE(!field.values || prefixes.insert(field.values->prefix).second) << field.name;
  }
}

}  // namespace
}  // namespace backfile
