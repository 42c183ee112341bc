// The sentence rules compared with Unicode's test cases and ICU's iterator, and the abbreviations.
#include "indexer/text/boundaries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/text/break_test_data.h"
#include "tests/indexer/text/icu_boundaries.h"

namespace backfile {
namespace {

using testing::ElementsAreArray;

std::vector<std::size_t> our_boundaries(std::string_view text) {
  return test::boundaries_by(text, sentence_end_by_rules);
}

TEST(SentenceRules, PassUnicodesOwnCases) {
  const auto cases = test::read_break_cases("SentenceBreakTest.txt");
  if (cases.empty()) GTEST_SKIP() << "install Debian's package unicode-data";
  EXPECT_GT(cases.size(), 500U);
  for (const auto& c : cases) {
    EXPECT_EQ(our_boundaries(c.text), c.boundaries) << c.line;
  }
}

TEST(SentenceRules, CutRandomTextAsIcuDoes) {
  const std::vector<std::uint32_t> telling = {
      'a',    'b',  'C',   'D',    '1',  '.',    '.',    '!',    '?',    ' ',
      ' ',    ',',  ')',   '"',    '\'', ':',    ';',    '\r',   '\n',   '-',
      0xE9,   0xC9, 0x5D0, 0x301,  0xAD, 0x200D, 0x2024, 0x2026, 0x3002, 0xFF0E,
      0x2028, 0x85, 0xA0,  0x201D, 0xAB, 0x2019, 0x661,  0x4E00};
  test::IcuBoundaries icu = test::IcuBoundaries::of_sentences();
  std::mt19937 random(7);
  for (int round = 0; round < 60'000; ++round) {
    const std::string text = test::random_text(random, telling, 1 + random() % 14);
    ASSERT_EQ(our_boundaries(text), icu.boundaries(text)) << "round " << round << ": " << text;
  }
}

TEST(SentenceRules, CutAroundEveryCharacterAsIcuDoes) {
  test::IcuBoundaries icu = test::IcuBoundaries::of_sentences();
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string sign;
    append_code_point(sign, c);
    const std::string text = "A b" + sign + " C. " + sign + "D." + sign + " E";
    ASSERT_EQ(our_boundaries(text), icu.boundaries(text)) << std::hex << std::uint32_t{c};
  }
}

TEST(Sentences, GoOnBehindAbbreviations) {
  const std::vector<std::vector<std::string>> cases = {
      {"He met Dr. Smith. ", "They talked."},
      {"U.S. officials agreed. ", "The U.S. Army did not."},
      {"He left the U.S. ", "The army stayed."},
      {"George W. Bush and J. R. R. Tolkien met. ", "Nobody saw it."},
      {"Acme Corp. Chairman Ann Lee resigned. ", "He followed."},
      {"It was sold to Acme Inc. ", "The price is not known."},
      {"Am Montag kam Prof. Weiß, z.B. Bier gab es. ", "Es war gut."},
      {"Il a vu Mme. Curie. ", "Elle est partie."},
      {"Это ул. Ленина, г. Москва. ", "Да."},
      {"Is it? ", "Yes! ", "“No.” ", "So he said..."},
      {"Version 3.5 came out. ", "It works."},
      {"One.\n", "Two."},
      {"Mr.\n", "Next line."},
      {"今日は晴れ。", "明日は雨。"},
      {"And I said so, as did I. ", "Then we left."},
  };
  for (const auto& sentences : cases) {
    std::string text;
    for (const std::string& sentence : sentences) text += sentence;
    SCOPED_TRACE(text);
    std::vector<std::string> found;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = sentence_end(text, begin);
      found.push_back(text.substr(begin, end - begin));
      begin = end;
    }
    EXPECT_THAT(found, ElementsAreArray(sentences));
  }
}

// The text of each case, and a bar wherever a sentence begins.
void expect_cuts(const std::vector<std::string>& cases) {
  for (const std::string& expected : cases) {
    SCOPED_TRACE(expected);
    std::string text = expected;
    std::erase(text, '|');
    std::string found;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = sentence_end(text, begin);
      found += (begin > 0 ? "|" : "") + text.substr(begin, end - begin);
      begin = end;
    }
    EXPECT_EQ(found, expected);
  }
}

TEST(Sentences, GoOnBehindATitleInQuotationMarksOrBrackets) {
  expect_cuts({
      "“Dr. Smith left. |“He” came.",
      "He said: “Mr. Smith left.” |She had not.",
      "«Dr. Schmidt kam.» |Er ging.",
      "„Prof. Weiß kam.“ |Er ging.",
      "»Dr. Schmidt kam.« |Er ging.",
      "‚Dr. Schmidt‘ und ‘Mr. Smith’ kamen.",
      "(Gen. Lee left.) |[Dr. May stayed.]",
      "He did — Mr. Smith said—Dr. May too.",
      "¿Dra. López? |¡Sra. Ruiz!",
  });
}

TEST(Sentences, GoOnBehindASpaceThatDoesNotBreak) {
  expect_cuts({
      "Dr.\u00A0Smith left. |He slept.",
      "M.\u00A0Macron est parti.\u00A0|Il dort.",
      "Mme\u202FCurie et M.\u202FLe\u202FPen.",
      "z.\u2009B. Bier, z.\u2009B.\u2009Wein.",
  });
}

TEST(Sentences, TakeACapitalOfAnyScriptForAnInitial) {
  expect_cuts({
      "А. С. Пушкин родился. |В. Путин ушёл. |Это С. Иванов.",
      "Κ. Μητσοτάκης ήρθε. |Το σπίτι.",
      "Ö. Meier kam. |É. Zola aussi.",
      "M. Le Pen a parlé. |Le président aussi.",
      "T. Boone Pickens met J. A. Smith, J.-P. Sartre and J. De Niro.",
      "Edward J. “Ted” Smith left. |“J. Smith too.”",
      "I. Kant wrote. |Mr. I. Kant and J. O’Brien wrote. |It was I. |Mary knew.",
      "Darwin, C. (1859) was read at 110 N. Wacker Drive.",
  });
}

TEST(Sentences, EndAtALetterThatIsNoInitial) {
  expect_cuts({
      "It was plan B. |The town knew.",
      "It was plan B. |Mary knew.",
      "Vitamin C. |Mary takes it.",
      "Group A. |“Mary knew.”",
      "It was 20 C. |Mary froze.",
      "So am I. |John agreed.",
      "He works at AT&T. |Mary knows.",
      "Он поехал в класс А. |Мария осталась.",
  });
}

TEST(Sentences, GoOnBehindAbbreviationsOfEnglish) {
  expect_cuts({
      "Gov. Carruthers, Lt. Gen. Smith, Lt.-Gen. May, Rev. King, Sen. Kerry and Rep. Lee left.",
      "St. Mary's is on Main St. |He left.",
      "Nos. 4 and 5 of No. 10 Downing Street. |No. |John left.",
      "Vol. II Chapter one; Jan. 5 Bowl. |In Jan. |Mary left.",
      "U.S. officials left the U.S. |The president did not.",
      "It is 5 a.m. Monday, 5 p.m. EST. |At 5 p.m. |The bell rang. |At 6 p.m. |Police came.",
      "Acme Inc. said Beta Co. Ltd. Chairman May left Gamma Corp. |“Mary knew.”",
      "Some, e.g. Mary, i.e. Nobody, left etc. |Mary and this, e.g. this, remained.",
      "It took 30 min. |Mary loves art. |Art. 5 Section 2 does.",
      "MR. SMITH GOES TO NO. 10 DOWNING STREET",
      "He has MS. |The disease is rare.",
      "U.S. After-tax profits rose in U.S./Mexico trade. |/Reuters/",
      "Wait... |Mary came.",
  });
}

TEST(Sentences, GoOnBehindAbbreviationsOfOtherLanguages) {
  expect_cuts({
      "Bier, z. B. Helles, u. a. Dunkles, d. h. Das Bier, Nr. 5 bzw. Wein. |Prost.",
      "Um 50 v. Chr. Geburt. |Um 50 n. Chr. |Die Römer kamen.",
      "Am 3. Oktober im 19./20. Jahrhundert. |Er wurde 12. |Danach nicht. |Das war 1990. |Mai kam.",
      "Autos, Häuser usw. |Mehr nicht.",
      "Mme Curie, Mme. Curie, Mme. Le Brun et Mlle. Dupont.",
      "P. ej. La casa del Sr. López, de la Sra. De la Vega y de EE. UU. |La otra no.",
      "Т. е. Москва, т. е. Это г. Москва, ул. Ленина и т. д. |Он ушёл.",
      "Он родился в 1990 г. |Он умер. |В 2014 г. Путин ушёл. |В 1990 г. |В Москве.",
  });
}

TEST(Sentences, TakeLinearTimeOnFullStopsWithoutEnd) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += ". ";
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < text.size(); ++count) begin = sentence_end(text, begin);
  EXPECT_GE(count, 1U);
}

}  // namespace
}  // namespace backfile
