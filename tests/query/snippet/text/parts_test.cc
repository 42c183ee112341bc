// Long paragraphs in parts: nothing that matches is cut in two.
#include "query/snippet/text/parts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "query/snippet/text/analyzed_text.h"
#include "tests/query/snippet/snippet_fixture.h"

namespace backfile {
namespace {

constexpr Bounds all{std::size_t{1} << 30, 0, 0};

std::string filled(std::string_view unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

// A long paragraph with `found` at just this offset.
std::string with(const std::string& found, std::string_view unit, std::size_t offset) {
  const std::size_t odd = offset % unit.size();
  return std::string(odd, 'x') + filled(unit, offset - odd) + found +
         filled(unit, longest_part / 8);
}

class SnippetPartsTest : public SnippetTest {
 protected:
  // Wherever it stands about the end of the first part, it is shown and marked.
  void expect_found_at_cuts(std::string_view query, const std::string& found, std::string_view unit,
                            std::size_t marks = 1, const std::string& language = "en") {
    const std::size_t step = language == "zh" ? 3 : 1;
    for (std::size_t before = 0; before < found.size() + 12; before += step) {
      const std::size_t offset = longest_part - before;
      const Article long_one = article({with(found, unit, offset)}, language);
      SCOPED_TRACE(std::string(query) + " at " + std::to_string(offset) + " among " +
                   std::string(unit));
      const auto snippets = make_snippets(long_one, patterns(query, long_one), analyzer_);
      ASSERT_FALSE(snippets.empty());
      EXPECT_EQ(snippets[0].marks.size(), marks) << snippets[0].text;
    }
  }

  void expect_joined_up(const Article& article, std::string_view query) {
    const BodyParts parts = parts_of_body(article, patterns(query, article), analyzer_, all);
    std::vector<std::string> joined(article.body.size());
    for (const BodyPart& part : parts.all) {
      EXPECT_LE(part.text.size(), longest_part);
      EXPECT_GE(part.text.size(),
                std::min(longest_part / 2, article.body[part.paragraph].size() - part.offset));
      EXPECT_EQ(part.offset, joined[part.paragraph].size());
      joined[part.paragraph] += part.text;
    }
    EXPECT_EQ(joined, article.body);
  }
};

constexpr std::string_view rain = "It was the year of the long rain. ";

TEST_F(SnippetPartsTest, APhraseAcrossTheEndOfAPartIsFound) {
  expect_found_at_cuts("\"flood tide\"", "We saw the flood. Tide and all. ", rain);
  expect_found_at_cuts("\"flood tide\"", "flood. Tide ", "and so on ");
  expect_found_at_cuts("\"flood tide\"", "flood tide ", "and so on ");
  expect_found_at_cuts("\"flood tide\"", "flood/tide/", "and/so/on/");
}

TEST_F(SnippetPartsTest, WordsNearEachOtherAcrossTheEndOfAPartAreFound) {
  expect_found_at_cuts("\"tide flood\"~9", "We saw the flood. Then there came at night a tide. ",
                       rain, 2);
}

TEST_F(SnippetPartsTest, AWordOfHanAcrossTheEndOfAPartIsFound) {
  expect_found_at_cuts("图书馆", "图书馆", "一二三四五六七八九十", 1, "zh");
  expect_found_at_cuts("书", "图书馆", "一二三四五六七八九十", 1, "zh");
}

TEST_F(SnippetPartsTest, PartsAreAllOfTheBody) {
  const std::string_view units[] = {"flood tide ", "flood. Tide ", "floodtide", "图书馆",
                                    "图书馆。",    "e\u0301",      "\n",        "It rained. "};
  for (const std::string_view unit : units) {
    SCOPED_TRACE(unit);
    const Article book =
        article({filled(unit, 5 * longest_part), "", "A flood.", filled(unit, longest_part + 1)});
    expect_joined_up(book, "\"flood tide\" flood 图书馆 \"flood tide\"~9");
  }
}

// Pages rely on it: what is shown of an article is marked on its page.
TEST_F(SnippetPartsTest, WhatIsChosenIsChosenWithWiderBounds) {
  std::vector<std::string> body;
  for (std::size_t i = 0; i < 2000; ++i) {
    body.push_back(filled(i % 7 == 0   ? "A storm and a flood. "
                          : i % 3 == 0 ? "A storm. "
                                       : "Rain. ",
                          100 + i * 37 % 900));
  }
  const Article book = article(body);
  const auto asked = patterns("storm flood", book);
  const Bounds narrow{100'000, 20'000, 100'000}, wide{100'000, 50'000, 200'000};
  const BodyParts few = parts_of_body(book, asked, analyzer_, narrow);
  const BodyParts many = parts_of_body(book, asked, analyzer_, wide);
  ASSERT_EQ(few.all.size(), many.all.size());
  std::size_t size = 0;
  for (std::size_t i = 0; i < few.all.size(); ++i) {
    EXPECT_TRUE(many.all[i].chosen || !few.all[i].chosen) << i;
    EXPECT_EQ(many.all[i].promising, few.all[i].promising);
    size += few.all[i].chosen ? few.all[i].text.size() : 0;
  }
  EXPECT_LE(size, narrow.most);
  EXPECT_GT(size, narrow.most / 2);
}

}  // namespace
}  // namespace backfile
