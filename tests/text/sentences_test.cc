// Our sentence rules against Unicode's own cases and ICU's iterator, and the abbreviations.
#include "indexer/text/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

#include "tests/text/break_test_data.h"

namespace backfile {
namespace {

using testing::ElementsAreArray;

std::vector<std::size_t> our_boundaries(std::string_view text) {
  std::vector<std::size_t> boundaries = {0};
  while (boundaries.back() < text.size()) {
    boundaries.push_back(sentence_end_by_rules(text, boundaries.back()));
  }
  return boundaries;
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
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> icu(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  std::mt19937 random(7);
  for (int round = 0; round < 60'000; ++round) {
    const std::string text = test::random_text(random, telling, 1 + random() % 14);
    UText source = UTEXT_INITIALIZER;
    utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
    icu->setText(&source, status);
    std::vector<std::size_t> expected = {0};
    while (icu->next() != icu::BreakIterator::DONE) {
      expected.push_back(static_cast<std::size_t>(icu->current()));
    }
    utext_close(&source);
    ASSERT_EQ(our_boundaries(text), expected) << "round " << round << ": " << text;
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

TEST(Sentences, TakeLinearTimeOnFullStopsWithoutEnd) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += ". ";
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < text.size(); ++count) begin = sentence_end(text, begin);
  EXPECT_GE(count, 1U);
}

}  // namespace
}  // namespace backfile
