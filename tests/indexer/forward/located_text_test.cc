// Words stand where the analyzer reads them, and sentences begin where it says.
#include "indexer/forward/located_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/failure.h"
#include "indexer/text/units.h"
#include "tests/indexer/forward/built.h"

namespace backfile {
namespace {

using testing::ElementsAre;

std::vector<Article> some_articles() {
  Article whole = test::article_of(
      "en", "Storm hits S-400 base",
      {"\u201cIt broke,\u201d she said. \u201cThe U.S. sent S-400s ...\u201d", "", " - ",
       "THE PIER IS GONE. Dr. Ely (82) wept; 3,500 came!", "e\u0301te\u0301 so\u00ADft AT&T's"});
  whole.subtitle = "A standfirst";
  whole.author = {"Ada Quill", "", "B. O\u2019Harl"};
  whole.captions = {"The pier.", "..."};
  return {whole,
          test::article_of("zh", "南京市长江大桥", {"大桥通车。很长！NATO与5G。", "「桥」他说。"}),
          test::article_of("th", "", {"สวัสดีชาวโลก ภาษาไทย"}), Article{}};
}

TEST(LocatedText, HasEveryWordWhereTheUnitReaderReadsIt) {
  const std::vector<Article> articles = some_articles();
  const test::BuiltForward built(articles);
  UnitReader reader;
  std::size_t words = 0;
  for (std::uint32_t docid = 1; docid <= built->size(); ++docid) {
    const Record record = built->record(docid);
    for (const LocatedText& text : located_text(built.index(), docid, articles[docid - 1])) {
      SCOPED_TRACE(text.text);
      ASSERT_EQ(record.codes[text.position], static_cast<WordCode>(text.opening));
      const auto& units = reader.read(text.text, articles[docid - 1].language);
      ASSERT_EQ(text.words.size(), units.size());
      for (std::size_t i = 0; i < units.size(); ++i, ++words) {
        const LocatedWord& word = text.words[i];
        EXPECT_EQ(word.range, units[i].range);
        EXPECT_EQ(built->lexicon().text(word.form), slice(text.text, word.range));
        EXPECT_EQ(word.sentence_start, units[i].sentence_start);
        EXPECT_EQ(word.shouted, units[i].shouted);
        const auto place = static_cast<std::uint32_t>(text.position + 1 + i);
        EXPECT_TRUE(text.has(place));
        EXPECT_EQ(built->form_at(record, place), word.form);
        EXPECT_EQ(text.range(place, place), word.range);
      }
      EXPECT_FALSE(text.has(text.position));
      EXPECT_FALSE(text.has(static_cast<std::uint32_t>(text.position + 1 + units.size())));
    }
  }
  EXPECT_GT(words, 60U);
}

TEST(LocatedText, RefusesTheTextOfAnotherArticle) {
  const std::array articles = {test::article_of("en", "One", {"The pier is gone."}),
                               test::article_of("en", "One", {"The piers are gone."}),
                               test::article_of("en", "One", {"The pier is gone.", "All of it."})};
  const test::BuiltForward built(articles);
  EXPECT_EQ(located_text(built.index(), 1, articles[0]).size(), 2U);
  EXPECT_THROW(located_text(built.index(), 1, articles[1]), Failure);
  EXPECT_THROW(located_text(built.index(), 1, articles[2]), Failure);
}

std::vector<std::string> sentences(const std::string& language, const std::string& paragraph) {
  const std::array articles = {test::article_of(language, "", {paragraph})};
  const test::BuiltForward built(articles);
  const LocatedText text = located_text(built.index(), 1, articles[0]).at(0);
  std::vector<std::string> all;
  std::uint32_t end = 0;
  for (const Range sentence : sentences_of(text)) {
    EXPECT_EQ(sentence.begin, end) << "no gaps";
    end = sentence.end;
    all.emplace_back(slice(text.text, sentence));
  }
  EXPECT_EQ(end, paragraph.size());
  return all;
}

TEST(LocatedText, HasSentencesWithTheirQuotationMarks) {
  EXPECT_THAT(
      sentences("en", "It broke. \u201cDid it?\u201d She asked. (It did.) Yes"),
      ElementsAre("It broke. ", "\u201cDid it?\u201d ", "She asked. ", "(It did.) ", "Yes"));
  EXPECT_THAT(sentences("en", "Dr. Ely came. 3.5 m fell."),
              ElementsAre("Dr. Ely came. ", "3.5 m fell."));
  EXPECT_THAT(sentences("zh", "大桥通车。很长！「桥」他说。"),
              ElementsAre("大桥通车。", "很长！", "「桥」他说。"));
  EXPECT_THAT(sentences("en", "..."), ElementsAre("..."));
  EXPECT_THAT(sentences("en", "\u201cYes. \u201d No"), testing::SizeIs(2));
}

}  // namespace
}  // namespace backfile
