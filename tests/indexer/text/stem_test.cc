// Stems by language, and stop words.
#include "indexer/text/stem.h"

#include <gtest/gtest.h>

#include <string>

namespace backfile {
namespace {

TEST(Stem, MeetsTheFormsOfAWordInItsLanguage) {
  const struct {
    std::string_view language, one, other;
  } cases[] = {
      {"en", "running", "runs"},
      {"en", "policies", "policy"},
      {"de", "häuser", "hauses"},
      {"fr", "journaux", "journal"},
      {"fr", "continuellement", "continuelle"},
      {"es", "periódicos", "periódico"},
      {"it", "giornali", "giornale"},
      {"pt", "notícias", "notícia"},
      {"nl", "kranten", "krant"},
      {"sv", "tidningarna", "tidning"},
      {"da", "aviserne", "avis"},
      {"no", "avisene", "avis"},
      {"fi", "lehdissä", "lehdistä"},
      {"ru", "газетами", "газеты"},
      {"hu", "házakban", "házaknak"},
      {"tr", "evlerinden", "ev"},
      {"ro", "frunțile", "frunţile"},
      {"ru", "ёлками", "елка"},
  };
  Stemmer stemmer;
  for (const auto& c : cases) {
    SCOPED_TRACE(std::string(c.one) + " in " + std::string(c.language));
    const std::string one(stemmer.stem(c.one, c.language));
    EXPECT_EQ(one, stemmer.stem(c.other, c.language));
  }
}

TEST(Stem, ComesBackWithoutAccents) {
  Stemmer stemmer;
  EXPECT_EQ(stemmer.stem("élysées", "fr"), "elys");
  EXPECT_EQ(stemmer.stem("ёлками", "ru"), "елк");
}

TEST(Stem, KeepsTheWordWhereNoRulesAreKnown) {
  Stemmer stemmer;
  EXPECT_EQ(stemmer.stem("running", ""), "running");
  EXPECT_EQ(stemmer.stem("žluťoučký", "cs"), "zlutoucky");
}

TEST(Stem, RemembersLanguagesApart) {
  Stemmer stemmer;
  const std::string english(stemmer.stem("gas", "en")), german(stemmer.stem("generationen", "de"));
  EXPECT_EQ(stemmer.stem("generationen", "en"), "generationen");
  EXPECT_EQ(stemmer.stem("generationen", "de"), german);
  EXPECT_EQ(stemmer.stem("gas", "en"), english);
}

TEST(Stem, HasTheFingerprintThatIndexesCarry) {
  // Changes only with the library's rules; then analyzer_version changes with it.
  EXPECT_EQ(Stemmer::fingerprint(), Stemmer::fingerprint());
  EXPECT_EQ(Stemmer::fingerprint().size(), 16U);
}

TEST(StopWords, AreKnownByLanguageInFoldedForm) {
  const struct {
    std::string_view word, language;
    bool stop_word;
  } cases[] = {
      {"the", "en", true},  {"don't", "en", true}, {"storm", "en", false}, {"the", "de", false},
      {"fur", "de", true},  {"für", "de", false},  {"ete", "fr", true},    {"l", "fr", true},
      {"más", "es", false}, {"mas", "es", true},   {"på", "sv", true},     {"pa", "sv", false},
      {"ще", "ru", false},  {"еще", "ru", true},   {"perche", "it", true}, {"não", "pt", false},
      {"nao", "pt", true},  {"het", "nl", true},   {"være", "da", true},   {"ikke", "no", true},
      {"että", "fi", true}, {"the", "", false},    {"", "en", false},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(std::string(c.word) + " in " + std::string(c.language));
    EXPECT_EQ(is_stop_word(c.word, c.language), c.stop_word);
  }
}

}  // namespace
}  // namespace backfile
