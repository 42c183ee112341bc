// A long text in parts: none cuts a word or a match, and together they are the text.
#include "query/snippet/text/matched_article.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/query/snippet/recorded.h"
#include "tests/query/snippet/snippet_fixture.h"

namespace backfile {
namespace {

std::string repeated(std::string_view unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

class MatchedArticleTest : public SnippetTest {
 protected:
  MatchedBody body_of(const Article& article, std::string_view query) {
    RecordPatterns asked(record_of(article), patterns(query, article), analyzer_);
    body_.emplace(article, 1, asked);
    return body_->body();
  }

  std::optional<MatchedArticle> body_;  // what the texts point into
};

std::size_t matches_in(const MatchedBody& body) {
  std::size_t matches = 0;
  for (const MatchedText& text : body.texts) matches += text.matches.size();
  return matches;
}

// Everything that a part promises, whatever the text.
void expect_sound(const MatchedBody& body, const Article& article) {
  for (const MatchedText& text : body.texts) {
    const std::string_view paragraph = article.body[text.paragraph];
    ASSERT_EQ(text.text, paragraph.substr(text.offset, text.text.size()));
    std::uint32_t end = 0;
    for (const TextWord& word : text.words) {
      EXPECT_LE(end, word.range.begin);
      end = word.range.end;
    }
    EXPECT_LE(end, text.text.size());
    for (const TextMatch& match : text.matches) {
      EXPECT_EQ(text.words.at(match.word).range.begin, match.mark.begin);
      EXPECT_LE(match.extent.end, text.text.size());
    }
    std::uint32_t next = text.sentences.empty() ? 0 : text.sentences.front().begin;
    EXPECT_EQ(next, 0U);
    for (const Range sentence : text.sentences) {
      EXPECT_EQ(sentence.begin, next) << "without gaps";
      next = sentence.end;
    }
    EXPECT_EQ(next, text.text.size());
  }
}

TEST_F(MatchedArticleTest, CutsALongParagraphBehindASentenceElseASpaceElseBetweenWords) {
  const std::pair<const char*, Edge> units[] = {{"It rained and rained. ", Edge::sentence},
                                                {"rain and ", Edge::space},
                                                {"rain/", Edge::word}};
  constexpr std::size_t longest_unit = 24;
  for (const auto& [unit, edge] : units) {
    SCOPED_TRACE(unit);
    const Article article = backfile::article({repeated(unit, 3 * longest_part)});
    const MatchedBody body = body_of(article, "rain");
    expect_sound(body, article);
    ASSERT_GE(body.texts.size(), 3U);
    std::size_t size = 0;
    for (const MatchedText& text : body.texts) {
      EXPECT_LE(text.text.size(), longest_part);
      EXPECT_EQ(text.offset, size) << "nothing is left out";
      size += text.text.size();
      const bool last = size == article.body[0].size();
      EXPECT_EQ(text.end, last ? Edge::sentence : edge);
    }
    EXPECT_GE(size + longest_unit, article.body[0].size()) << "but for an end without a match";
  }
}

// A phrase in every place, so that any cut but one before it would go through it.
TEST_F(MatchedArticleTest, CutsNoMatch) {
  for (std::size_t before = 0; before < 40; ++before) {
    std::string text = repeated("word ", longest_part - 100) + std::string(before, 'x') + " ";
    text += "flood tide flood tide flood tide " + repeated("word ", longest_part);
    const Article article = backfile::article({text});
    const MatchedBody body = body_of(article, "\"flood tide flood tide flood tide\"");
    expect_sound(body, article);
    EXPECT_EQ(matches_in(body), 1U) << before;
  }
}

TEST_F(MatchedArticleTest, PassesOverWhatIsNoWordHoweverLongItIs) {
  for (const char* filler : {".", " ", "\u00A0", "👨‍👩‍👧", "\u0301"}) {
    SCOPED_TRACE(filler);
    const std::string gap = repeated(filler, 4 * longest_part);
    const Article article = backfile::article({"The storm " + gap + " a storm " + gap});
    const MatchedBody body = body_of(article, "storm");
    expect_sound(body, article);
    EXPECT_EQ(matches_in(body), 2U);
  }
}

TEST_F(MatchedArticleTest, WeighsOfABookItsBeginningAndTheRareWordsFirst) {
  std::vector<std::string> paragraphs(400, repeated("The storm came. ", 2'000));
  paragraphs[350] += "A zeppelin!";
  const Article article = backfile::article(paragraphs);
  const MatchedBody body = body_of(article, "storm zeppelin");
  expect_sound(body, article);
  std::size_t size = 0;
  for (const MatchedText& text : body.texts) size += text.text.size();
  EXPECT_LE(size, most_read);
  EXPECT_EQ(body.texts.front().paragraph, 0U);
  EXPECT_TRUE(std::ranges::any_of(body.texts, [](auto& text) { return text.paragraph == 350; }));
  EXPECT_EQ(body_->marks_of_paragraph(399).size(), 125U) << "marks are everywhere";
}

}  // namespace
}  // namespace backfile
