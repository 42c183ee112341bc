// Whole articles marked for their page, including long ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/query/snippet/recorded.h"
#include "tests/query/snippet/snippet_fixture.h"
#include "tests/query/snippet/snippet_world.h"

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
  for (const Snippet& part : mark_article(story, patterns("storm", story), analyzer_)) {
    parts.push_back(part.field + std::to_string(part.paragraph) + " " + with_brackets(part));
  }
  EXPECT_THAT(parts, ElementsAre("title0 [Storm]", "subtitle0 A [storm]", "body0 The [storm] came.",
                                 "body2 It went; no [storm] since.", "caption0 After the [storm]"));
}

TEST_F(SnippetTest, OfAWholeArticleKeepPhrasesInsideTheirParagraph) {
  const Article story = article({"We saw the flood", "tide turn. A flood tide it was."});
  std::vector<std::string> parts;
  for (const Snippet& part : mark_article(story, patterns("\"flood tide\"", story), analyzer_)) {
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

TEST_F(SnippetTest, OfALongArticleAreFoundAllThrough) {
  const Article story = book(300, 100);  // 3 MB
  std::vector<std::size_t> marked_paragraphs;
  for (const Snippet& part : mark_article(story, patterns("storm", story), analyzer_)) {
    if (!part.marks.empty()) marked_paragraphs.push_back(part.paragraph);
  }
  EXPECT_THAT(marked_paragraphs, ElementsAre(0, 100, 200));
}

TEST_F(SnippetTest, OfALongArticleThatHasTheWordEverywhereAreEverywhere) {
  const Article story = book(300, 1);
  const std::vector<Snippet> parts = mark_article(story, patterns("storm", story), analyzer_);
  EXPECT_EQ(parts.size(), 300U);
  for (const Snippet& part : parts) EXPECT_EQ(part.marks.size(), 1U) << part.paragraph;
}

std::string repeated(std::string_view unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

TEST_F(SnippetTest, OfABookInOneParagraphAreFoundInside) {
  constexpr std::size_t half = std::size_t{5} << 19;
  const std::string_view rain = "It was the year of the long rain. ";
  const Article story =
      article({repeated(rain, half) + "Then they found the xylophone. " + repeated(rain, half)});
  const std::vector<Snippet> parts = mark_article(story, patterns("xylophone", story), analyzer_);
  ASSERT_EQ(parts.size(), 1U);
  ASSERT_EQ(parts[0].marks.size(), 1U);
  EXPECT_EQ(slice(parts[0].text, parts[0].marks[0]), "xylophone");
}

TEST_F(SnippetTest, OfABookInOneParagraphThatHasTheWordEverywhereAreEverywhere) {
  const std::string_view unit = "After the storm the rain came down. ";
  const std::string text = repeated(unit, std::size_t{2} << 20);
  const Article story = article({text});
  const std::vector<Snippet> parts = mark_article(story, patterns("storm", story), analyzer_);
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(parts[0].marks.size(), text.size() / unit.size());
}

// Words of many spellings.
TEST_F(SnippetTest, OfALongArticleAreFoundHoweverTheyAreSpelled) {
  const std::pair<const char*, const char*> spellings[] = {
      {"strasse", "Straße"}, {"1000", "1,000"}, {"email", "e-mail"}, {"S400", "S-400"},
      {"US", "U.S."},        {"fire", "ﬁre"},   {"die", "dying"},    {"hue", "Huế"}};
  for (const auto& [query, spelling] : spellings) {
    Article story = book(60, 61);
    story.body.back() += std::string(" And a ") + spelling + " it was.";
    const std::vector<Snippet> parts = mark_article(story, patterns(query, story), analyzer_);
    EXPECT_EQ(parts.back().marks.size(), 1U) << query;
  }
}

// Somewhere in a book, long paragraphs and short, something for each question.
Article random_book(World& world) {
  constexpr std::size_t size = 700'000;
  const char* words[] = {"storm ", "flood. Tide ", "flood ", "tide. ", "e-mail, ", "Dying "};
  std::vector<std::string> body(1);
  for (std::size_t written = 0; written < size;) {
    std::string piece = repeated("a calm night and ", 17 * (1 + world.below(40)));
    if (world.one_in(6)) piece += words[world.below(std::size(words))];
    if (world.one_in(2)) piece += "so on. ";
    written += piece.size();
    if (body.back().size() > 100 && world.one_in(body.size() % 5 == 0 ? 900 : 20)) {
      body.emplace_back();
    }
    body.back() += piece;
  }
  return article(body);
}

TEST_F(SnippetTest, AreMarkedOnThePageAsWell) {
  const std::string_view ellipsis = "…";
  std::size_t marks = 0;
  for (std::uint64_t seed = 1; seed <= 24; ++seed) {
    World world(seed);
    const Article story = random_book(world);
    const char* queries[] = {"storm", "\"flood tide\"", "die email storm", "\"calm night\""};
    const std::vector<MatchPattern> asked = patterns(queries[seed % 4], story);
    const std::vector<Snippet> page = mark_article(story, asked, analyzer_);
    for (const Snippet& shown : make_snippets(story, asked, analyzer_)) {
      SCOPED_TRACE(std::to_string(seed) + " " + with_brackets(shown));
      const bool cut = shown.text.starts_with(ellipsis);
      const std::uint32_t added = !cut ? 0 : shown.text[ellipsis.size()] == ' ' ? 4 : 3;
      const std::vector<Range>& marked = page.at(shown.paragraph).marks;
      marks += shown.marks.size();
      for (const Range mark : shown.marks) {
        const Range there{shown.source.begin + mark.begin - added,
                          shown.source.begin + mark.end - added};
        EXPECT_TRUE(std::ranges::find(marked, there) != marked.end());
      }
    }
  }
  EXPECT_GT(marks, 24U);
}

TEST_F(SnippetTest, OfATitleWithoutEndAreFoundAllThrough) {
  Article story = article({"A storm."});
  story.title = repeated("Storm over the harbour ", std::size_t{1} << 20);
  story.captions = {"After the storm"};
  const std::vector<Snippet> parts = mark_article(story, patterns("storm", story), analyzer_);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_GT(parts[0].marks.size(), 45'000U);
  EXPECT_EQ(parts[1].marks.size(), 1U);
  EXPECT_EQ(parts[2].marks.size(), 1U);
}

// What stands everywhere must not keep what stands in one place from being read.
TEST_F(SnippetTest, OfALongArticleShowARareWordBesideAFrequentOne) {
  Article story = book(400, 1);
  story.body.push_back("In the end a zeppelin came.");
  EXPECT_THAT(shown(story, "storm zeppelin"), testing::Contains(testing::HasSubstr("[zeppelin]")));
  EXPECT_THAT(shown(story, "storm zeppelin"), testing::Contains(testing::HasSubstr("[storm]")));
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
