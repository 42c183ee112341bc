// The word rules compared with Unicode's test cases, with ICU's iterator, and with each other.
#include "indexer/text/boundaries.h"

#include <gtest/gtest.h>

#include "indexer/text/tokenize.h"
#include "tests/indexer/text/break_test_data.h"
#include "tests/indexer/text/icu_boundaries.h"

namespace backfile {
namespace {

std::vector<std::size_t> our_boundaries(std::string_view text) {
  return test::boundaries_by(
      text, [](std::string_view all, std::size_t begin) { return next_segment(all, begin).end; });
}

TEST(WordRules, PassUnicodesOwnCases) {
  const auto cases = test::read_break_cases("WordBreakTest.txt");
  if (cases.empty()) GTEST_SKIP() << "install Debian's package unicode-data";
  EXPECT_GT(cases.size(), 1800U);
  for (const auto& c : cases) {
    EXPECT_EQ(our_boundaries(c.text), c.boundaries) << c.line;
  }
}

TEST(WordRules, CutAsIcuDoes) {
  test::IcuBoundaries icu = test::IcuBoundaries::of_words();
  for (const std::string_view text :
       {"It's 3.5 per cent, or 1,000 -- \"who won?\" foo_bar_ _x ... a:b a.b. a'b' 'tis 1.a 2,b",
        "Müller’s œuvre; L’État c’est moi. Ёлка п'ять 12:30 №5 «да»", "שלום צה\"ל ג'ירפה א' ב\"",
        "مَرْحَبًا بالعالم ١٢٣٫٤", "a\r\nb\n\tc\u2028d\u00A0e  f\u3000g",
        "\U0001F1E6\U0001F1E7\U0001F1E8 \U0001F469\u200D\U0001F680 x\u200D\U0001F6D1 e\u0301\u0301",
        "x\u00ADy z\u200Bw \uFEFFq 한국어 서울에서 KBS뉴스 2019년 हिन्दी नमस्ते"}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(our_boundaries(text), icu.boundaries(text));
  }
}

// Characters of every class that a rule knows, none of them for the dictionaries.
const std::vector<std::uint32_t> telling = {
    'a',    'B',    'z',    '0',    '9',    ' ',     ' ',     '.',     ',',    ':',     ';',
    '\'',   '"',    '_',    '-',    '\r',   '\n',    '\t',    '!',     '&',    '#',     0xE9,
    0xDF,   0x416,  0x5D0,  0x5D1,  0x627,  0x661,   0x301,   0x308,   0xAD,   0x200B,  0x200C,
    0x200D, 0x2060, 0xFEFF, 0x2018, 0x2019, 0x2024,  0xB7,    0x37E,   0x60C,  0x3031,  0x203F,
    0x2028, 0x85,   0xA0,   0x3000, 0x2009, 0x1F1E6, 0x1F1E7, 0x1F6D1, 0x231A, 0x1F3FF, 0x24C2,
    0x1100, 0x915,  0x93F,  0xFF10, 0xFF21, 0xFF07,  0x2BC,   0xAA};

TEST(WordRules, CutRandomTextAsIcuDoes) {
  test::IcuBoundaries icu = test::IcuBoundaries::of_words();
  std::mt19937 random(20150);
  for (int round = 0; round < 60'000; ++round) {
    const std::string text = test::random_text(random, telling, 1 + random() % 12);
    ASSERT_EQ(our_boundaries(text), icu.boundaries(text)) << "round " << round << ": " << text;
  }
}

TEST(WordRules, CutRandomAsciiAsIcuDoes) {
  test::IcuBoundaries icu = test::IcuBoundaries::of_words();
  std::mt19937 random(1);
  std::vector<std::uint32_t> ascii;
  for (std::uint32_t c = 1; c < 0x80; ++c) {
    if (c != '@') ascii.push_back(c);  // ICU 72 takes it for a letter, Unicode does not
  }
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = test::random_text(random, ascii, 1 + random() % 60);
    ASSERT_EQ(our_boundaries(text), icu.boundaries(text)) << "round " << round << ": " << text;
  }
}

TEST(WordRules, CallAWordPlainWhenItIsLettersOrDigitsAlone) {
  const struct {
    std::string_view text;
    bool plain;
  } cases[] = {{"word ", true},       {"Über,", true},    {"слово", true},  {"2014", true},
               {"don't", false},      {"a1", false},      {"U.S.", false},  {"x_y", false},
               {"3.5", false},        {"e\u0301", false}, {"word. ", true}, {"ab\u00AD", false},
               {"п\u02BCять", false}, {"١٢٣", false}};
  for (const auto& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(next_segment(c.text, 0).plain, c.plain);
  }
}

TEST(WordRules, LeaveScriptsWithoutSpacesToTheDictionaries) {
  const std::string_view text = "ab京都カーdef";
  EXPECT_EQ(next_segment(text, 2).kind, SegmentKind::dictionary);
  EXPECT_EQ(next_segment(text, 2).end, 14U);
  EXPECT_EQ(next_segment("ไทย", 0).kind, SegmentKind::dictionary);
}

}  // namespace
}  // namespace backfile
