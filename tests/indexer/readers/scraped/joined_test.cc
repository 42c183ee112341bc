// Texts of several articles, and as many texts that only look like several.
#include "indexer/readers/scraped/joined.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

// The first line of each further article.
std::string further(const std::string& text, Titles titles) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  std::vector<std::string> openings;
  for (const std::size_t i : further_articles(lines, titles)) openings.push_back(lines[i]);
  return in_one_line(openings);
}

const std::string ferry =
    "Ferry waits\nBy Una Vray\n5 March 2011\n\nThe ferry to Dunsk waits for the tide.\n\n";
const std::string cat =
    "Cat found\n\nBy Orrin Blythe | 6 March 2011\n\nA cat was found in the tower.\n\n";

TEST(JoinedTexts, ArePartedAtEveryOpening) {
  const struct {
    const char* what;
    std::string text;
    const char* expected;
  } cases[] = {
      {"two", ferry + cat, "Cat found"},
      {"three", ferry + cat + ferry, "Cat found / Ferry waits"},
      {"a rule between", ferry + "-----\n" + cat, "Cat found"},
      {"a page break between", ferry + "\f\n" + cat, "Cat found"},
      {"a masthead above", "The Kellby Post\nNews | Sport | Weather\n\n" + ferry + cat,
       "Cat found"},
      {"a long text", ferry + "It is late.\n\nBy night it rained.\n\n" + cat, "Cat found"},
  };
  for (const auto& one : cases) EXPECT_EQ(further(one.text, Titles::any), one.expected) << one.what;
}

TEST(JoinedTexts, AreNotMadeOfOne) {
  const struct {
    const char* what;
    std::string text;
  } cases[] = {
      {"one article", ferry + "The wind was cold.\n\nThe rope was old.\n"},
      {"a subheading", ferry + "A cold start\n\nThe wind was cold.\n"},
      {"a diary", ferry + "6 March 2011\n\nIt rained.\n\nA wet day\n7 March 2011\n\nIt poured.\n"},
      {"a list of books", ferry + "The Tide\nBy Ann Lee\nKellby Press, 300 pages\n\nIt is long.\n"},
      {"letters", ferry + "A loud bell\n\nThe bell is too loud.\n\nUna Vray, Kellby\n"},
      {"a byline alone", ferry + "Another view\nBy Orrin Blythe\n\nThe ferry is never late.\n"},
      {"comments", ferry + "3 comments\n\nWell said\nBy Orrin Blythe\n6 March 2011\n\nI agree.\n"},
      {"teasers", ferry + "More stories\n\n" + cat},
      {"a headline without a text", ferry + "Cat found\nBy Orrin Blythe\n6 March 2011\n"},
      {"a first one that says nothing of itself", "Ferry waits\n\nThe ferry waits.\n\n" + cat},
      {"no blank line before", ferry + "The wind was cold\n" + cat.substr(0, 10) + "x\n"},
  };
  for (const auto& one : cases) EXPECT_EQ(further(one.text, Titles::any), "") << one.what;
}

TEST(JoinedTexts, HaveHeadingsInMarkdown) {
  const std::string first = "# " + ferry;
  EXPECT_EQ(further(first + "# " + cat, Titles::headed), "# Cat found");
  EXPECT_EQ(further(first + "Cat found\n=========\n" + cat.substr(10), Titles::headed),
            "Cat found");
  EXPECT_EQ(further(first + "## Cat found\n\n*By Orrin Blythe*\n\n_6 March 2011_\n\nIt was.\n",
                    Titles::headed),
            "## Cat found");
  EXPECT_EQ(further(first + cat, Titles::headed), "") << "no heading";
  EXPECT_EQ(further(first + "```\n# " + cat + "```\n", Titles::headed), "") << "code";
  EXPECT_EQ(further(first + "## 1.2.0\n\n6 March 2011\n\nFaster.\n", Titles::headed), "")
      << "a list of changes";
}

TEST(JoinedTexts, AreCalledByTheirNumbers) {
  std::vector<Found> all;
  const Sink sink{[&](Found&& found) { all.push_back(std::move(found)); }, [](Rejected&&) {}};
  std::istringstream in(ferry + cat);
  choose_reader(ferry, "day.txt")->read(in, "day.txt", sink);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].article.id, "");
  EXPECT_EQ(all[0].lines.front(), "Ferry waits");
  EXPECT_EQ(all[1].article.id, "day.txt#2");
  EXPECT_EQ(all[1].lines.front(), "Cat found");
}

}  // namespace
}  // namespace backfile
