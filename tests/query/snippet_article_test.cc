// Whole articles marked for their page, long ones too.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/query/snippet_fixture.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(SnippetTest, OfAWholeArticleHaveEveryMatch) {
  Article story = article({"The storm came.", "", "It went; no storm since."});
  story.title = "Storm";
  story.subtitle = "A storm";
  story.captions = {"After the storm"};
  std::vector<std::string> parts;
  for (const Snippet& part : mark_article(story, leaves("storm", story), analyzer_)) {
    parts.push_back(part.field + std::to_string(part.paragraph) + " " + with_brackets(part));
  }
  EXPECT_THAT(parts, ElementsAre("title0 [Storm]", "subtitle0 A [storm]", "body0 The [storm] came.",
                                 "body2 It went; no [storm] since.", "caption0 After the [storm]"));
}

TEST_F(SnippetTest, OfAWholeArticleKeepPhrasesInsideTheirParagraph) {
  const Article story = article({"We saw the flood", "tide turn. A flood tide it was."});
  std::vector<std::string> parts;
  for (const Snippet& part : mark_article(story, leaves("\"flood tide\"", story), analyzer_)) {
    parts.push_back(with_brackets(part));
  }
  EXPECT_THAT(parts, ElementsAre("We saw the flood", "tide turn. A [flood tide] it was."));
}

// A book stored as an article: words that are not asked for, and now and then one that is.
Article book(std::size_t paragraphs, std::size_t with_storm_each) {
  std::string filler;
  for (int i = 0; i < 200; ++i) filler += "calm water lay on the bay and nobody said a word ";
  std::vector<std::string> body;
  for (std::size_t i = 0; i < paragraphs; ++i)
    body.push_back(filler + (i % with_storm_each == 0 ? "until the storm." : "until the night."));
  return article(body);
}

TEST_F(SnippetTest, OfALongArticleAreFoundWhereALookPromisesThem) {
  const Article story = book(300, 100);  // 3 MB
  std::vector<std::size_t> marked_paragraphs;
  for (const Snippet& part : mark_article(story, leaves("storm", story), analyzer_)) {
    EXPECT_EQ(part.note, "");
    if (!part.marks.empty()) marked_paragraphs.push_back(part.paragraph);
  }
  EXPECT_THAT(marked_paragraphs, ElementsAre(0, 100, 200));
}

TEST_F(SnippetTest, OfALongArticleThatHasTheWordEverywhereEndWithANote) {
  const Article story = book(300, 1);
  std::size_t last = 0, noted = 0;
  const std::vector<Snippet> parts = mark_article(story, leaves("storm", story), analyzer_);
  EXPECT_EQ(parts.size(), 300U) << "all of it is shown";
  for (const Snippet& part : parts) {
    if (!part.marks.empty()) last = part.paragraph;
    if (!part.note.empty()) noted = part.paragraph;
  }
  EXPECT_GT(last, 30U);
  EXPECT_LT(last, 100U);
  EXPECT_EQ(noted, last + 1);
}

TEST_F(SnippetTest, OfAWholeArticleWithoutAQuestionAreWithoutMarks) {
  const Article story = article({"The storm came."});
  const std::vector<Snippet> parts = mark_article(story, {}, analyzer_);
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(parts[0].text, "The storm came.");
  EXPECT_THAT(parts[0].marks, IsEmpty());
}

}  // namespace
}  // namespace backfile
