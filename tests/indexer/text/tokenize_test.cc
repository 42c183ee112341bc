// Words as byte ranges, ICU's dictionaries, and real text against ICU.
#include "indexer/text/tokenize.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>

#include "tests/indexer/text/break_test_data.h"

namespace backfile {
namespace {

using testing::ElementsAre;

std::vector<std::string> words_of(std::string_view text) {
  Tokenizer tokenizer;
  std::vector<std::string> words;
  for (const Word& word : tokenizer.words(text)) {
    words.emplace_back(slice(text, word.range));
  }
  return words;
}

TEST(Tokenize, KeepsTheApostropheInsideAWord) {
  EXPECT_THAT(words_of("It's the 'quoted' Müller’s."),
              ElementsAre("It's", "the", "quoted", "Müller’s"));
}

TEST(Tokenize, LeavesPunctuationSymbolsAndSpacesOut) {
  EXPECT_THAT(words_of("  — 3.5%, $5… (a/b) 😀 ___ \u00A0"), ElementsAre("3.5", "5", "a", "b"));
  EXPECT_THAT(words_of(""), ElementsAre());
}

TEST(Tokenize, CutsScriptsWithoutSpacesByDictionary) {
  EXPECT_THAT(words_of("京都大学で研究"), ElementsAre("京都", "大学", "で", "研究"));
  EXPECT_THAT(words_of("北京的天气"), ElementsAre("北京", "的", "天气"));
  EXPECT_THAT(words_of("ภาษาไทยง่าย"), ElementsAre("ภาษา", "ไทย", "ง่าย"));
  EXPECT_THAT(words_of("在NFL的2019年"), ElementsAre("在", "NFL", "的", "2019", "年"));
}

TEST(Tokenize, LeavesOutWhatIsNoWord) {
  const std::string longest(256, 'x'), longer(257, 'x');
  EXPECT_THAT(words_of(longest + " " + longer), ElementsAre(longest));
  std::string marks = "a";
  for (int i = 0; i < 1000; ++i) marks += "\u0301";
  EXPECT_THAT(words_of("before " + marks + " after"), ElementsAre("before", "after"));
}

TEST(Tokenize, KnowsTheKindOfAWord) {
  Tokenizer tokenizer;
  std::vector<WordKind> kinds;
  for (const Word& word : tokenizer.words("word 1,000 a1 京")) kinds.push_back(word.kind);
  EXPECT_THAT(kinds, ElementsAre(WordKind::letters, WordKind::number, WordKind::letters,
                                 WordKind::ideographic));
}

TEST(Tokenize, CoversTheTextWithSentences) {
  Tokenizer tokenizer;
  EXPECT_THAT(tokenizer.sentences("One. Two."), ElementsAre(Range{0, 5}, Range{5, 9}));
  EXPECT_THAT(tokenizer.sentences(""), ElementsAre());
}

// ICU over the whole text, as its manual has it.
std::vector<Range> icu_words(icu::BreakIterator& icu, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  icu.setText(&source, status);
  std::vector<Range> words;
  for (std::int32_t begin = icu.first(), end = icu.next(); end != icu::BreakIterator::DONE;
       begin = end, end = icu.next()) {
    if (icu.getRuleStatus() == UBRK_WORD_NONE) continue;
    words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  utext_close(&source);
  return words;
}

TEST(Tokenize, FindsInRealTextTheWordsThatIcuFinds) {
  const char* data = std::getenv("BACKFILE_TEST_DATA");
  if (data == nullptr) GTEST_SKIP() << "set BACKFILE_TEST_DATA to a folder of real text";
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> icu(
      icu::BreakIterator::createWordInstance(icu::Locale("sv"), status));
  Tokenizer tokenizer;
  for (const char* name : {"xquad-en", "xquad-de", "xquad-ru", "xquad-zh", "time"}) {
    std::ifstream file(std::string(data) + "/judged/" + name + "/docs.jsonl");
    std::size_t checked = 0;
    for (std::string line; std::getline(file, line); ++checked) {
      const std::string text = nlohmann::json::parse(line).value("body", "");
      if (text.find('@') != text.npos) continue;  // ICU 72 takes it for a letter
      std::vector<Range> words;
      for (const Word& word : tokenizer.words(text)) words.push_back(word.range);
      ASSERT_EQ(words, icu_words(*icu, text)) << name << ", line " << checked + 1;
    }
    EXPECT_GT(checked, 200U) << name;
  }
}

}  // namespace
}  // namespace backfile
