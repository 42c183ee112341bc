// A quick look sees words wherever the analyzer finds them, and in few other places.
#include "query/snippet/text/look.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/text/skeleton.h"
#include "query/snippet/snippet.h"
#include "tests/query/planning/planned.h"
#include "tests/query/snippet/snippet_patterns.h"
#include "tests/query/snippet/snippet_world.h"

namespace backfile {
namespace {

struct Spelling {
  const char* language;
  const char* query;
  const char* text;
};

// As in snippet_property_test.cc.
std::uint64_t executions(std::uint64_t otherwise) {
  const char* soak = std::getenv("BACKFILE_SOAK");
  return soak == nullptr ? otherwise : std::strtoull(soak, nullptr, 10);
}

class QuickLookTest : public testing::Test {
 protected:
  std::size_t seen(const std::string& language, std::string_view query, std::string_view text) {
    return QuickLook(patterns_of(query, language, analyzer_), language, analyzer_).count(text);
  }

  // The table itself is checked as well: all of it must be found by the analyzer.
  void expect_seen(const std::vector<Spelling>& spellings) {
    for (const auto& [language, query, text] : spellings) {
      SCOPED_TRACE(std::string(language) + ": " + query + " in " + text);
      const std::vector<MatchPattern> patterns = patterns_of(query, language, analyzer_);
      EXPECT_FALSE(find_marks(text, "body", language, patterns, analyzer_).empty());
      EXPECT_GT(seen(language, query, text), 0U);
      const std::string within = std::string("«") + text + "»";  // no chunk of its own
      if (find_marks(within, "body", language, patterns, analyzer_).empty()) continue;
      EXPECT_GT(seen(language, query, within), 0U);
    }
  }

  Analyzer analyzer_;
};

TEST_F(QuickLookTest, SeesLettersHoweverTheyAreWritten) {
  expect_seen({
      {"de", "strasse", "Die Straße."},
      {"de", "strasse", "DIE STRAẞE."},
      {"de", "bahnhof", "Am Bahn\u00ADhof."},
      {"de", "bahnhof", "Am Bahn\u200Bhof."},
      {"de", "koln", "In Ko\u0308ln."},
      {"de", "köln", "In KO\u0308LN."},
      {"en", "fire", "A ﬁre."},
      {"en", "fire", "A ｆｉｒｅ."},
      {"en", "fire", "A 𝐟𝐢𝐫𝐞."},
      {"en", "resume", "A re\u0301sume\u0301."},
      {"en", "résumé", "A re\u0301sume\u0301."},
      {"en", "minus", "A m\u0131nus."},
      {"fr", "oeuvre", "Une œuvre."},
      {"fr", "œuvre", "Une oeuvre."},
      {"da", "ære", "ǼRE."},
      {"sv", "ålen", "A\u030Alen."},
      {"tr", "istanbul", "İSTANBUL."},
      {"tr", "ısparta", "ISPARTA."},
      {"vi", "hue", "Huế."},
      {"vi", "huế", "Hue\u0302\u0301."},
      {"vi", "duong", "Đường."},
      {"el", "δασος", "ΔΆΣΟΣ."},
      {"el", "ωιδη", "\u1FA0δή."},
      {"el", "αιδης", "ἅ\u0345δης"},
      {"ru", "йод", "И\u0306од."},
      {"ru", "елка", "Ё\u0301лка."},
      {"he", "שלום", "שָׁלוֹם"},
      {"ar", "مدينة", "مَدِينَة"},
      {"ar", "مدينة", "مـديـنة"},
      {"ar", "مدينة", "ﻣﺪﻳﻨﺔ"},
      {"ar", "١٢٣", "123"},
      {"hi", "क़लम", "क\u093Cलम"},
      {"bn", "কোন", "ক\u09C7\u09BEন"},
      {"ko", "기차", "\u1100\u1175\u110E\u1161"},
      {"ja", "カメラ", "ｶﾒﾗ"},
      {"ja", "ガラス", "ｶﾞﾗｽ"},
      {"ja", "ガラス", "カ\u3099ラス"},
      {"zh", "车站", "老车站的钟"},
      {"zh", "站", "老车站"},
      {"th", "น้ำ", "แม่น้ำ"},
  });
}

TEST_F(QuickLookTest, SeesWordsWhateverStandsInThem) {
  expect_seen({
      {"en", "1000", "1,000 men"},
      {"en", "1000", "1'000 men"},
      {"en", "1000", "1\u202F000 men"},
      {"de", "1000", "1.000 Mann"},
      {"en", "3.5", "3,5 tons"},
      {"en", "email", "an e-mail"},
      {"en", "email", "an e\u2010mail"},
      {"en", "e-mail", "an email"},
      {"en", "S400", "an S-400"},
      {"en", "S-400", "an S400"},
      {"en", "US", "the U.S. navy"},
      {"en", "U.S.", "the US navy"},
      {"en", "Quran", "the Qur’an"},
      {"en", "britain", "Britain's fleet"},
      {"en", "\"britain 400\"", "Britain's-400"},
      {"en", "britain400", "Britain's-400"},
      {"en", "us400", "U.S.'s-400"},
      {"en", "britain400", "Britain’s‐400"},
      {"en", "britaineu", "britain's-EU's"},
      {"fi", "eu400", "EU:n-400"},
      {"en", "xexamplecom", "x-example.com"},
      {"fi", "usa", "USA:lle"},
      {"fr", "homme", "l’homme"},
      {"fr", "dangelo", "D'Angelo"},
      {"ca", "col·legi", "El col·legi"},
      {"en", "at&t", "AT&T"},
      {"en", "c++", "in C++/Java"},
      {"en", "f#", "F#"},
      {"he", "צה\"ל", "צה\"ל"},
      {"en", "400", "_400_"},
  });
}

// The beginning and the end of a stem may differ from those of the word.
TEST_F(QuickLookTest, SeesAllFormsOfAWord) {
  expect_seen({
      {"en", "city", "cities"},
      {"en", "cities", "city"},
      {"en", "sky", "skies"},
      {"en", "die", "dying"},
      {"en", "fire", "firing"},
      {"en", "hope", "hoping"},
      {"en", "capable", "capability"},
      {"de", "Häuser", "Haus"},
      {"fr", "cheval", "chevaux"},
      {"fr", "récent", "récemment"},
      {"fr", "publique", "publication"},
      {"fr", "heureux", "heureuse"},
      {"es", "diferente", "diferencia"},
      {"it", "differente", "differenza"},
      {"pt", "presidente", "presidência"},
      {"ca", "politic", "polítiques"},
      {"ro", "comunist", "comunismului"},
      {"nl", "lopen", "loop"},
      {"nl", "eenheid", "eenheden"},
      {"fi", "joukkue", "joukkueen"},
      {"fi", "tyttö", "tytön"},
      {"hu", "busz", "busszal"},
      {"lt", "minutė", "minučių"},
      {"tr", "kitap", "kitabı"},
      {"tr", "bunu", "bundan"},
      {"ru", "мост", "мосту"},
      {"ar", "كتاب", "الكتاب"},
      {"ar", "الكتاب", "كتاب"},
      {"ar", "استخدم", "يستخدم"},
      {"ar", "على", "على"},
      {"id", "pukul", "memukul"},
      {"id", "sebab", "menyebabkan"},
      {"ga", "bean", "bhean"},
      {"ta", "ஊர்", "இவ்வூர்"},
  });
}

// What a word may be mistaken for stands everywhere; then a book would be read at random.
TEST_F(QuickLookTest, IsNotTakenInByPiecesOfWords) {
  EXPECT_EQ(seen("en", "us", "A bus came because of dust."), 0U);
  EXPECT_EQ(seen("en", "fire", "At first the firm stood firmly."), 0U);
  EXPECT_EQ(seen("en", "die", "The indie band did not do it."), 0U);
  EXPECT_EQ(seen("ar", "كتاب", "كان في"), 0U);
}

TEST_F(QuickLookTest, CountsEachWordOnce) {
  EXPECT_EQ(seen("en", "storm flood \"storm tide\"", "Storms, a storm, the storm and a tide."), 2U);
  EXPECT_EQ(seen("en", "storm flood tide", ""), 0U);
}

TEST_F(QuickLookTest, SeesTheLastOfManyWords) {
  std::string query;
  for (int i = 1; i < 300; ++i) query += "storm" + std::to_string(i) + " ";
  EXPECT_EQ(seen("en", query + "tide", "a tide"), 1U);
  EXPECT_EQ(seen("en", query, "storm299"), 3U) << "itself, and what it consists of";
}

TEST_F(QuickLookTest, RespectsTheLanguage) {
  MatchPattern pattern;
  pattern.words.push_back({"alen", {}, false, true, {{"de", "alen"}}});
  const std::vector<MatchPattern> patterns{pattern};
  EXPECT_EQ(QuickLook(patterns, "de", analyzer_).count("Die Alen."), 1U);
  EXPECT_EQ(QuickLook(patterns, "sv", analyzer_).count("En alen."), 0U);
}

TEST_F(QuickLookTest, MissesNothingInRandomArticles) {
  std::size_t looks = 0, finds = 0, empty = 0;
  for (std::uint64_t seed = 1; seed <= executions(6000) && !HasFailure(); ++seed) {
    World world(seed);
    const Article article = world.article();
    const std::vector<MatchPattern> patterns = world.question(article, analyzer_);
    QuickLook look(patterns, article.language, analyzer_);
    for (const std::string& paragraph : article.body) {
      SCOPED_TRACE("seed " + std::to_string(seed) + " " + article.language + " " +
                   described(patterns) + "\n" + paragraph);
      const bool finds_it =
          !find_marks(paragraph, "body", article.language, patterns, analyzer_).empty();
      const bool sees_it = look.count(paragraph) > 0;
      EXPECT_TRUE(sees_it || !finds_it);
      ++looks;
      finds += finds_it ? 1 : 0;
      empty += sees_it ? 0 : 1;
    }
  }
  EXPECT_GT(finds, looks / 10);
  EXPECT_GT(empty, looks / 20) << "who sees words everywhere misses none";
}

// Of all that the analyzer makes special cases of, in any order.
std::string hostile_text(World& world) {
  static const std::vector<std::string> pieces = {
      "a",      "B",      "s",      "i",      "I",      "É",      "ß",      "ﬁ",      "œ",
      "ǽ",      "ø",      "İ",      "ı",      "ŉ",      "ẞ",      "ế",      "й",      "и\u0306",
      "ё",      "ᾳ",      "ς",      "ש",      "שׁ",      "\"",     "ﻣ",      "ؤ",      "أ",
      "ـ",      "\u064E", "क",      "\u093F", "\u093C", "\u09C7", "\u09BE", "ক",      "த",
      "ก",      "ำ",      "\u0E49", "ิ",       "가",     "\u1100", "\u1161", "\u11A8", "ﾡ",
      "か",     "\u3099", "ｶ",      "ﾞ",      "ー",     "北",     "㍿",     "ａ",     "４",
      "𝐀",      "²",      "①",      "٤",      "1",      "000",    "4",      "-",      "\u2010",
      "\u2011", ".",      ",",      ":",      ";",      "'",      "’",      "ʼ",      "‘",
      "'s",     "’s",     ":n",     "&",      "++",     "#",      "_",      "/",      "\u00AD",
      "\u200B", "\u200D", "\u2060", "\u202E", "\u0301", "\u0345", "\u20DD", "\u00A0", "\u202F",
      "\u2009", "·",      "״",      "´",      "!",      " ",      "\n",     "U.S.",   "n't",
      "l'",     "D’",     "ﷺ",      "℻",      "👧",      "th",     "ing",    "ies",
  };
  std::string text;
  for (std::size_t count = 1 + world.below(14); count > 0; --count) {
    text += pieces[world.below(pieces.size())];
  }
  return text;
}

TEST_F(QuickLookTest, MissesNothingInHostileTexts) {
  const std::vector<std::string> languages = {"",   "en", "de", "fr", "fi", "sv", "tr", "da",
                                              "ar", "hi", "ta", "ga", "id", "nl", "ja"};
  std::size_t looks = 0;
  for (std::uint64_t seed = 1; seed <= executions(12'000) && !HasFailure(); ++seed) {
    World world(seed);
    const std::string text = hostile_text(world);
    const std::string& language = languages[world.below(languages.size())];
    std::vector<MatchPattern> all;
    std::set<std::u32string> skeletons;
    for (const Token& token : analyzer_.analyze(text, language)) {
      std::vector<MatchPattern> patterns(1);
      WordPattern& word_pattern = patterns[0].words.emplace_back();
      word_pattern.term = token.term;
      if (world.one_in(3)) word_pattern.accented = token.accented;
      if (world.one_in(3)) word_pattern.forms = {std::exchange(word_pattern.term, "z")};
      if (world.one_in(2) && !token.stem.empty()) {
        word_pattern.family = true;
        word_pattern.stems[language] = token.stem;
        if (world.one_in(2)) word_pattern.term = token.stem;
      }
      SCOPED_TRACE("seed " + std::to_string(seed) + " " + language + " " + described(patterns) +
                   " in " + text);
      ++looks;
      EXPECT_EQ(QuickLook(patterns, language, analyzer_).count(text), 1U);
      all.push_back(patterns[0]);
      skeletons.insert(skeleton_of_term(word_pattern.term));
    }
    SCOPED_TRACE("seed " + std::to_string(seed) + " " + described(all) + " in " + text);
    EXPECT_EQ(QuickLook(all, language, analyzer_).count(text), skeletons.size());
  }
  EXPECT_GT(looks, executions(12'000));
}

}  // namespace
}  // namespace backfile
