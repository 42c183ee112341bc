// Units are the analyzer's words by position: nothing less, nothing more.
#include "indexer/text/units.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "indexer/text/analyzer.h"
#include "indexer/text/unicode.h"
#include "tests/indexer/text/awkward_text.h"
#include "tests/indexer/text/break_test_data.h"
#include "tests/indexer/text/plain_units.h"

namespace backfile {
namespace {

// "S=400", "U.S." `_` before the first of a sentence, `=` joins pieces, `!` in a shouted sentence.
std::string show(std::string_view text, std::string_view language) {
  UnitReader reader;
  std::string shown;
  for (const TextUnit& unit : reader.read(text, language)) {
    if (!shown.empty() && shown.back() != '=') shown += ' ';
    if (unit.sentence_start) shown += '_';
    shown += slice(text, unit.range);
    if (!unit.spelling.empty()) shown += '(' + std::string(unit.spelling) + ')';
    if (unit.shouted) shown += '!';
    if (unit.joined) shown += '=';
  }
  return shown;
}

TEST(Units, AreWordsAsWrittenWithWhatTheRulesReadInThem) {
  struct Case {
    const char* language;
    const char* text;
    const char* units;
  };
  const Case cases[] = {
      {"en", "", ""},
      {"en", " ... --- ", ""},
      {"en", "Storm hits S-400 base.", "_Storm hits S=400 base"},
      {"en", "Dr. Smith's A320neo. It flew.", "_Dr Smith's(Smith) A=320=neo _It flew"},
      {"en", "The U.S. and AT&T", "_The U.S.(US) and AT=T"},
      {"en", "1,000 of 31.12.2019", "_1,000(1000) of 31 12 2019"},
      {"fr", "l’homme D’Angelo", "_l homme D=Angelo"},
      {"en", "WAR IS OVER. Peace.", "_WAR! IS! OVER! _Peace"},
      {"zh", "大桥通车。在NFL中", "_大 桥 通 车 _在 NFL 中"},
      {"th", "น้ำตก", "_น้ำ ต ก"},
  };
  for (const Case& c : cases) EXPECT_EQ(show(c.text, c.language), c.units) << c.text;
}

// The tokens that have a position of their own, by it.
struct Place {
  Range range;
  const Token* token = nullptr;
};

std::map<std::uint32_t, Place> places_of(const std::vector<Token>& tokens) {
  std::map<std::uint32_t, Place> places;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::joined || token.kind == TokenKind::ideographic) continue;
    places[token.position] = {token.range, &token};
  }
  return places;
}

bool is_in_a_joined_form(const std::vector<Token>& tokens, std::uint32_t position) {
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::joined) continue;
    if (token.position <= position && position + 1 < token.position + token.pieces) return true;
  }
  return false;
}

void expect_the_analyzers(std::string_view text, std::string_view language) {
  static Analyzer analyzer;
  static UnitReader reader;
  SCOPED_TRACE(std::string(language) + ": " + std::string(text));
  const std::vector<Token> tokens = analyzer.analyze(text, language);
  const std::vector<TextUnit>& units = reader.read(text, language);
  std::uint32_t end = 0;
  for (const TextUnit& unit : units) {
    ASSERT_TRUE(end <= unit.range.begin && unit.range.begin < unit.range.end) << "in order";
    end = unit.range.end;
  }
  for (const auto& [position, place] : places_of(tokens)) {
    ASSERT_LE(position, units.size());
    const TextUnit& unit = units[position - 1];
    const Token& token = *place.token;
    ASSERT_EQ(unit.range.begin, token.range.begin);
    if (token.kind == TokenKind::bigram) {
      ASSERT_EQ(unit.kind, WordKind::ideographic);
      continue;
    }
    ASSERT_EQ(unit.range.end, token.range.end);
    ASSERT_EQ(unit.kind == WordKind::number, token.kind == TokenKind::number);
    const Forms& forms =
        reader.forms(unit.spelling.empty() ? slice(text, unit.range) : unit.spelling, language);
    ASSERT_EQ(forms.term, token.term);
    ASSERT_EQ(forms.accented, token.accented);
    ASSERT_EQ(forms.stem, token.stem);
    const bool capitals = in_capitals(forms, unit.dotted);
    ASSERT_EQ(capitals && !unit.shouted, token.capitals);
    ASSERT_EQ(capitals && unit.shouted, token.shouted);
    ASSERT_EQ(unit.sentence_start, token.sentence_start);
    ASSERT_EQ(unit.joined, is_in_a_joined_form(tokens, position));
  }
}

TEST(Units, AreTheAnalyzersTokensOfRandomText) {
  // Each class of the word and sentence rules, what compounds are made of, and invisible letters.
  const std::vector<std::uint32_t> telling = {
      'a',    'B',    's',    'S',    't',    'n',    'l',     'd',     '1',    '9',    '0',
      '.',    ',',    ':',    ';',    '\'',   '"',    '-',     '&',     '_',    '+',    '#',
      ' ',    ' ',    ' ',    '\n',   '!',    '?',    0xAD,    0xE9,    0xDF,   0x130,  0x301,
      0x3B1,  0x3A3,  0x434,  0x419,  0x451,  0x5D0,  0x5F4,   0x627,   0x640,  0x64B,  0x661,
      0x915,  0x93F,  0xE01,  0xE33,  0xE34,  0xE40,  0x115F,  0x1100,  0xAC00, 0x2019, 0x2010,
      0x200B, 0x200D, 0x202F, 0x2060, 0x3002, 0x3042, 0x3099,  0x30AB,  0x30FC, 0x4E2D, 0x5927,
      0xFB01, 0xFF21, 0xFF76, 0xFF9E, 0xFFA0, 0xFFFD, 0x1F1E9, 0x1F600, 0x20000};
  const char* const languages[] = {"en", "de", "fr", "sv", "tr", "zh", "th", ""};
  std::mt19937 random(13);
  for (int i = 0; i < 60'000 && !testing::Test::HasFailure(); ++i) {
    expect_the_analyzers(test::random_text(random, telling, random() % 24),
                         languages[random() % 8]);
  }
}

TEST(Units, AreTheAnalyzersTokensOfUnicodesCases) {
  for (const char* file : {"WordBreakTest.txt", "SentenceBreakTest.txt"}) {
    for (const test::BreakCase& c : test::read_break_cases(file)) {
      expect_the_analyzers(repair_utf8(c.text), "en");
    }
  }
}

void expect_the_plain_ones(std::string_view text, std::string_view language) {
  static UnitReader reader;
  static test::PlainUnitReader plain;
  ASSERT_EQ(test::kept(reader.read(text, language)), plain.read(text, language))
      << language << ": " << testing::PrintToString(std::string(text));
}

TEST(Units, AreThePlainOnesOfRandomTextInManyScripts) {
  std::mt19937 random(33);
  for (int i = 0; i < 60'000 && !testing::Test::HasFailure(); ++i) {
    const test::WritingSystem& script =
        test::writing_systems()[random() % test::writing_systems().size()];
    std::string text = test::awkward_text(script, random, 12);
    if (i % 8 == 0) text += test::awkward_text(test::writing_systems()[random() % 3], random, 6);
    if (i % 16 == 0) text += test::repaired_text(random, 40);
    expect_the_plain_ones(text, script.language);
  }
}

// Whatever stands beside a word, at its end, at its begin, inside it, alone and twice.
TEST(Units, AreThePlainOnesAroundEveryCharacter) {
  for (char32_t c = 1; c < 0x20000 && !testing::Test::HasFailure(); ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string sign, text;
    append_code_point(sign, c);
    for (const char* words :
         {"ab* *ab a*b", "1* *2 1*2", "a.* a’*. *", "ж** **ж ж*'s 한*", "中*a-*b"}) {
      for (const char* part = words; *part != '\0'; ++part) {
        *part == '*' ? text += sign : text += *part;
      }
      text += ' ';
    }
    expect_the_plain_ones(text, "en");
  }
}

TEST(Units, AreThePlainOnesOfTextsWithoutWords) {
  for (const std::string text :
       {"", " ", "...", "\u3002", "\u00AD\u00AD", " \u0301", "--- !?\n\n“”", "\u200B", "_ _", "''",
        "\U0001F600\u200D\U0001F680"}) {
    expect_the_plain_ones(text, "en");
  }
}

TEST(Units, AreThePlainOnesOfRealText) {
  const char* data = std::getenv("BACKFILE_TEST_DATA");
  if (!data) GTEST_SKIP() << "set BACKFILE_TEST_DATA to a folder of real text";
  std::size_t articles = 0;
  for (const char* name : {"en", "de", "ru", "zh"}) {
    std::ifstream file(std::string(data) + "/judged/xquad-" + name + "/docs.jsonl");
    for (std::string line; std::getline(file, line); ++articles) {
      expect_the_plain_ones(repair_utf8(nlohmann::json::parse(line).at("body").get<std::string>()),
                            name);
    }
  }
  std::ifstream file(std::string(data) + "/articles/reuters21578/docs.jsonl");
  for (std::string line; articles < 4000 && std::getline(file, line); ++articles) {
    expect_the_plain_ones(repair_utf8(nlohmann::json::parse(line).value("body", "")), "en");
  }
  EXPECT_EQ(articles, 4000U);
}

}  // namespace
}  // namespace backfile
