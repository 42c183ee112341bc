// The whole chain: positions, flags, forms, scripts without spaces, and what no text may break.
#include "indexer/text/analyzer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/text/unicode.h"
#include "tests/indexer/text/break_test_data.h"
#include "tests/indexer/text/show_tokens.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> terms_with(std::string_view text, bool Token::*flag) {
  Analyzer analyzer;
  std::vector<std::string> terms;
  for (const Token& token : analyzer.analyze(text, "en")) {
    if (token.*flag) terms.push_back(token.term);
  }
  return terms;
}

TEST(Analyzer, GivesRangesOfTheTextAsItStands) {
  Analyzer analyzer;
  const std::string_view text = "Ｄr. Müller’s soft\u00ADware, ﬁne U.S. S-400s";
  std::vector<std::string> shown;
  for (const Token& token : analyzer.analyze(text, "en")) {
    shown.push_back(token.term + "=" + std::string(slice(text, token.range)));
  }
  EXPECT_THAT(shown, ElementsAre("dr=Ｄr", "muller=Müller’s", "software=soft\u00ADware", "fine=ﬁne",
                                 "us=U.S.", "s=S", "s400s=S-400s", "400s=400s"));
}

TEST(Analyzer, CountsWordsNotPunctuation) {
  Analyzer analyzer;
  EXPECT_EQ(test::show(analyzer.analyze("One, two -- (three) ... 4!", "en")),
            "1:one 2:two 3:three 4:4");
  EXPECT_THAT(analyzer.analyze("", "en"), IsEmpty());
  EXPECT_THAT(analyzer.analyze(" ... --- \u200B\u00AD ", "en"), IsEmpty());
}

TEST(Analyzer, StandsDictionaryWordsAndBigramsInCharacters) {
  Analyzer analyzer;
  EXPECT_EQ(test::show(analyzer.analyze("北京天气", "zh")),
            "1=北京 1~北京 2~京天 3=天气 3~天气 4~气");
  EXPECT_EQ(test::show(analyzer.analyze("在NFL中", "zh")), "1=在 1~在 2:nfl 3=中 3~中");
  EXPECT_EQ(test::show(analyzer.analyze("ｶﾞｽ", "ja")), "1=ガス 1~ガス 2~ス");
  EXPECT_EQ(test::show(analyzer.analyze("ง่าย", "th")), "1=ง่าย 1~ง่า 2~าย 3~ย");
}

std::string bigrams_of(std::string_view text, std::string_view language) {
  Analyzer analyzer;
  std::string bigrams;
  for (const Token& token : analyzer.analyze(text, language)) {
    if (token.kind == TokenKind::bigram) {
      bigrams += token.term + std::to_string(token.position) + " ";
    }
  }
  return bigrams;
}

TEST(Analyzer, FindsAHanQueryInsideALongerSegmentByItsBigrams) {
  EXPECT_EQ(bigrams_of("中华人民共和国", "zh"), "中华1 华人2 人民3 民共4 共和5 和国6 国7 ");
}

TEST(Analyzer, TakesACharacterWithItsVowelMarks) {
  const std::string_view expected = "น้\u0E4Dาต1 ตก2 ก3 ";
  EXPECT_EQ(bigrams_of("น้ำตก", "th"), expected);
  EXPECT_EQ(bigrams_of("น้\u0E4Dาตก", "th"), expected) << "the vowel taken apart";
}

TEST(Analyzer, TakesTheDotOfAnAbbreviationWithItsMarks) {
  Analyzer analyzer;
  const std::string_view text = "U.S.\u0301 law";
  EXPECT_EQ(slice(text, analyzer.analyze(text, "en").front().range), "U.S.\u0301");
}

TEST(Analyzer, FlagsAcronymsButNoHeadlines) {
  EXPECT_THAT(terms_with("The US told WHO and UNESCO: I agree, it is COVID-19.", &Token::capitals),
              ElementsAre("us", "who", "unesco", "covid", "covid19"));
  EXPECT_THAT(terms_with("WHO SAYS IT IS OVER", &Token::capitals), IsEmpty());
  EXPECT_THAT(terms_with("WHO SAYS IT IS OVER", &Token::shouted),
              ElementsAre("who", "says", "it", "is", "over"));
  EXPECT_THAT(terms_with("US", &Token::capitals), ElementsAre("us"));
  EXPECT_THAT(terms_with("NATO-EU", &Token::capitals), ElementsAre("nato", "natoeu", "eu"));
  EXPECT_THAT(terms_with("U.S. and Us and uS and A", &Token::capitals), ElementsAre("us"));
  EXPECT_THAT(terms_with("I am in the u.s. at 8 a.m., i.e. early", &Token::capitals),
              ElementsAre("us", "am", "ie"))
      << "dots tell as well";
  EXPECT_THAT(terms_with("example.com, to.them, 1.000 and us.", &Token::capitals), IsEmpty());
}

TEST(Analyzer, TakesNoAcronymForAStopWord) {
  EXPECT_THAT(terms_with("WHO is who, said IT to us.", &Token::stop_word),
              ElementsAre("is", "who", "to", "us"));
  EXPECT_THAT(terms_with("WHO SAYS IT IS OVER", &Token::stop_word),
              ElementsAre("who", "it", "is", "over"));
}

TEST(Analyzer, FlagsTheFirstWordOfEachSentence) {
  EXPECT_THAT(
      terms_with("Dr. Smith left. “He” was tired! ... S-400s came.", &Token::sentence_start),
      ElementsAre("dr", "he", "s"));
}

TEST(Analyzer, StemsInTheLanguageGiven) {
  Analyzer analyzer;
  const Token token = analyzer.analyze("Generationen", "de").at(0);
  EXPECT_EQ(token.stem, "generation");
  EXPECT_EQ(analyzer.stem(token, "en"), "generationen");
  EXPECT_EQ(analyzer.analyze("running", "").at(0).stem, "running");
  EXPECT_EQ(analyzer.analyze("北京", "zh").at(0).stem, "北京");
  EXPECT_EQ(analyzer.analyze("北京", "zh").at(1).stem, "");
  EXPECT_EQ(analyzer.analyze("S-400s", "en").at(1).stem, "s400");
  EXPECT_EQ(analyzer.analyze("1990s", "en").at(0).stem, "1990s");
}

TEST(Analyzer, GivesTheSameTermsInQueryAndArticle) {
  // Both ways round: whatever is written left is found by what is written right.
  const struct {
    std::string_view one, other, term;
  } cases[] = {
      {"S-400", "S400", "s400"},
      {"e-mail", "email", "email"},
      {"wi-fi", "wifi", "wifi"},
      {"U.S.", "US", "us"},
      {"U.N.", "UN", "un"},
      {"1,000", "1000", "1000"},
      {"Britain's", "Britain", "britain"},
      {"O’Neill", "O'Neill", "oneill"},
      {"café", "cafe", "cafe"},
      {"ﬁnal", "final", "final"},
      {"ＵＳＡ", "USA", "usa"},
      {"co\u00ADoperate", "cooperate", "cooperate"},
      {"AT&T", "at&t", "at&t"},
      {"C++", "c++", "c++"},
      {"3.5%", "3.5", "3.5"},
      {"Ёлка", "елка", "елка"},
      {"œuvre", "oeuvre", "oeuvre"},
  };
  Analyzer analyzer;
  for (const auto& c : cases) {
    SCOPED_TRACE(c.term);
    for (const std::string_view written : {c.one, c.other}) {
      const auto tokens = analyzer.analyze(written, "en");
      EXPECT_TRUE(std::ranges::any_of(tokens, [&](const Token& t) { return t.term == c.term; }))
          << test::show(tokens);
    }
  }
}

TEST(Analyzer, CapsTermsAtACodePoint) {
  Analyzer analyzer;
  std::string word;
  for (int i = 0; i < 120; ++i) word += "ж";
  const auto tokens = analyzer.analyze(word, "");
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].term.size(), longest_term);
  EXPECT_TRUE(is_valid_utf8(tokens[0].term));
  EXPECT_EQ(tokens[0].range, (Range{0, 240}));
}

TEST(Analyzer, SurvivesHostileText) {
  Analyzer analyzer;
  const auto repeat = [](std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
  };
  EXPECT_THAT(analyzer.analyze(repeat("x", 10'000'000), "en"), IsEmpty());
  EXPECT_EQ(
      analyzer
          .analyze("before " + repeat("\u0301", 1000) + "a" + repeat("\u0301", 1000) + " b", "en")
          .size(),
      2U);
  EXPECT_EQ(analyzer.analyze(repeat("a-", 500'000), "en").size(), 500'000U);
  EXPECT_EQ(analyzer.analyze(repeat("d'", 100), "en").size(), 100U);
  EXPECT_EQ(analyzer.analyze(repeat("a\u200B", 100'000), "en").size(), 391U);
  EXPECT_EQ(analyzer.analyze(repeat("1\u00A0000", 100'000), "en").size(), 100'001U);
  EXPECT_GE(analyzer.analyze(repeat("京", 300'000), "zh").size(), 300'000U);
  EXPECT_GE(analyzer.analyze(repeat("ก", 300'000), "th").size(), 300'000U);
  EXPECT_THAT(analyzer.analyze(repeat("\u202E\u200F", 100'000), "ar"), IsEmpty());
  EXPECT_EQ(analyzer.analyze(repeat("A. ", 200'000), "en").size(), 200'000U);
}

// Properties that hold for any text.
void expect_sound(std::string_view text, const std::vector<Token>& tokens) {
  Token last;
  last.position = 1;
  for (const Token& token : tokens) {
    ASSERT_LT(token.range.begin, token.range.end);
    ASSERT_LE(token.range.end, text.size());
    ASSERT_EQ(code_point_floor(text, token.range.begin), token.range.begin);
    ASSERT_EQ(code_point_floor(text, token.range.end), token.range.end);
    ASSERT_GE(token.position, last.position);
    if (token.position == last.position) {
      ASSERT_GE(token.kind, std::min(last.kind, TokenKind::bigram));
    }
    ASSERT_FALSE(token.term.empty());
    ASSERT_TRUE(is_valid_utf8(token.term) && is_valid_utf8(token.stem));
    last = token;
  }
}

TEST(Analyzer, KeepsItsPromisesOnRandomText) {
  const std::vector<std::uint32_t> telling = {
      'a',    'b',    's',   'S',    'U',    'd',     't',    '0',    '4',    '9',
      ' ',    ' ',    ' ',   '.',    ',',    ':',     '\'',   '-',    '&',    '+',
      '#',    '_',    '@',   '%',    '\n',   0xE9,    0x416,  0x451,  0x627,  0x64E,
      0x5D0,  0x301,  0xAD,  0x200B, 0x2019, 0xA0,    0x202E, 0xFB01, 0xFF21, 0x4EAC,
      0x90FD, 0x30AB, 0xE01, 0xE48,  0xAC00, 0x1F600, 0xFDFA, 0x640,  0xFFFD};
  Analyzer analyzer;
  std::mt19937 random(42);
  for (int round = 0; round < 40'000; ++round) {
    const std::string text = test::random_text(random, telling, random() % 24);
    SCOPED_TRACE(text);
    const auto tokens = analyzer.analyze(text, round % 2 == 0 ? "en" : "");
    expect_sound(text, tokens);
    if (testing::Test::HasFatalFailure()) return;
    for (const Token& token : tokens) {  // a word cut out of its text is still that word
      if (token.kind == TokenKind::ideographic || token.kind == TokenKind::bigram) continue;
      const std::string_view part = slice(text, token.range);
      const auto again = analyzer.analyze(part, round % 2 == 0 ? "en" : "");
      ASSERT_TRUE(std::ranges::any_of(again, [&](const Token& t) { return t.term == token.term; }))
          << token.term << " is not in " << test::show(again);
    }
  }
}

}  // namespace
}  // namespace backfile
