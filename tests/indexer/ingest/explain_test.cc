// What `read --explain` says about pages and scraped text, and what a build counts as left out.
#include "indexer/ingest/explain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "indexer/build/builder.h"
#include "indexer/build/reading.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const std::string story =
    "<p>The dam at Tarn End is to be eleven metres high, if it is built at all. Nobody has asked "
    "the pike.</p>";

std::string page(const std::string& rest) {
  return "<html lang=\"en\"><head><title>The dam</title></head><body><article><h1>The dam</h1>"
         "<p class=\"byline\">By Tove Quist</p>" +
         story + "</article>" + rest + "</body></html>";
}

struct Explained {
  std::string text;
  std::vector<Rejected> rejected;
};

Explained explain(const TemporaryDirectory& directory) {
  Explained all;
  explain_articles(
      {.sources = {directory.path()}}, [&](const Found& found) { all.text += to_text(found, 120); },
      [&](const Rejected& rejected) { all.rejected.push_back(rejected); });
  return all;
}

TEST(Explain, SaysOfEveryBlockWhetherItIsKeptAndWhyNot) {
  const TemporaryDirectory directory;
  directory.write("a.html",
                  page("<section class=\"comments\"><h2>Comments</h2><p>First!</p></section>"
                       "<nav>Front page</nav><script>no words</script>"));
  const Explained all = explain(directory);
  EXPECT_THAT(all.text, HasSubstr("title      The dam  (<title>)\n"));
  EXPECT_THAT(all.text, HasSubstr("author     Tove Quist  (the page)\n"));
  EXPECT_THAT(all.text, HasSubstr("published  unknown\n"));
  EXPECT_THAT(all.text,
              HasSubstr("  out       2  article > h1        [the title again] The dam\n"));
  EXPECT_THAT(all.text, HasSubstr("  kept     22  article > p         The dam at Tarn End"));
  EXPECT_THAT(all.text, HasSubstr("[readers' comments] Comments First!\n"));
  EXPECT_THAT(all.text, HasSubstr("  22 words kept, 9 left out: 3 a byline, 2 navigation, "
                                  "2 readers' comments, 2 the title again.\n"));
  EXPECT_THAT(all.rejected, IsEmpty());
}

TEST(Explain, SaysTheSameToPrograms) {
  const TemporaryDirectory directory;
  directory.write("a.html",
                  page("<section class=\"comments\"><h2>Comments</h2><p>First!</p></section>"
                       "<nav>Front page</nav><script>no words</script>"));
  directory.write("b.html",
                  "<html><head><title>The pike</title></head><body><h1>The pike</h1>"
                  "<p>Published 31 February 2014</p>" +
                      story + "</body></html>");
  std::vector<nlohmann::json> all;
  explain_articles(
      {.sources = {directory.path()}},
      [&](const Found& found) { all.push_back(nlohmann::json::parse(explanation_line(found))); },
      [](const Rejected&) {});
  ASSERT_EQ(all.size(), 2u);
  const nlohmann::json& dam = all[0];
  EXPECT_EQ(dam["path"], "a.html");
  EXPECT_EQ(dam["title"], nlohmann::json::parse(R"({"value": "The dam", "from": "<title>"})"));
  EXPECT_EQ(dam["author"],
            nlohmann::json::parse(R"({"value": ["Tove Quist"], "from": "the page"})"));
  EXPECT_EQ(dam["published"],
            nlohmann::json::parse(R"({"value": null, "from": null, "text": null})"));
  EXPECT_EQ(dam["words_kept"], 22);
  EXPECT_EQ(dam["words_left_out"], 9);
  EXPECT_EQ(dam["left_out"], nlohmann::json::parse(R"({"a byline": 3, "navigation": 2,
      "readers' comments": 2, "the title again": 2})"));
  EXPECT_EQ(dam["blocks"][0], nlohmann::json::parse(R"({"kept": false, "reason":
      "the title again", "words": 2, "where": "article > h1", "text": "The dam"})"));
  EXPECT_EQ(all[1]["published"]["value"], nullptr);
  EXPECT_THAT(std::string(all[1]["published"]["text"]), HasSubstr("31 February 2014"));
}

TEST(Explain, TellsOfAFileThatLosesMostOfItsProse) {
  const TemporaryDirectory directory;
  directory.write("a.html",
                  page("<article><h1>Pike</h1><time>2015</time>" + story + story + "</article>"));
  const Explained all = explain(directory);
  EXPECT_THAT(all.text, HasSubstr("[another article] Pike"));
  ASSERT_EQ(all.rejected.size(), 1u);
  EXPECT_TRUE(all.rejected[0].kept);
  EXPECT_THAT(all.rejected[0].reason, HasSubstr("more than half of its prose"));
}

TEST(Explain, CountsAnotherArticleOnceAndTheStoryNotAtAll) {
  const TemporaryDirectory directory;
  std::string html = page(
      "<article><h1>Pike</h1><time>2015</time><p>The pike of Tarn End have been asked, and they "
      "say "
      "nothing.</p></article>");
  html.insert(html.find(story), story);  // with one paragraph alone it would be a page of briefs
  directory.write("a.html", html);
  std::vector<Rejected> rejected;
  Leftovers left;
  explain_articles(
      {.sources = {directory.path()}}, [&](const Found& found) { left = found.left; },
      [&](const Rejected& lost) { rejected.push_back(lost); });
  EXPECT_EQ(left.words.at("another article"), 14u);
  EXPECT_EQ(left.words.size(), 3u);  // and the byline, and the title again
  EXPECT_EQ(left.prose, 12u);
  EXPECT_EQ(left.articles, 1u);
  ASSERT_EQ(rejected.size(), 1u);
  EXPECT_TRUE(rejected[0].kept);
  EXPECT_THAT(rejected[0].reason, HasSubstr("another article on its page"));
}

TEST(Explain, TellsOfNoTeaserOfAnotherPage) {
  for (const char* teaser :
       {"<article><h2><a href='/pike'>Pike</a></h2><p>The pike of Tarn End have been asked, and "
        "they have said nothing of it so far.</p></article>",
        "<article><h2>Pike</h2><p>The pike of Tarn End have been asked, and they have said nothing "
        "of it so far.</p><p><a href='/pike'>Read more</a></p></article>"}) {
    const TemporaryDirectory directory;
    std::string html = page(teaser);
    html.insert(html.find(story), story);
    directory.write("a.html", html);
    EXPECT_THAT(explain(directory).rejected, IsEmpty()) << teaser;
  }
}

TEST(Explain, ShowsOtherFormatsWhole) {
  const TemporaryDirectory directory;
  directory.write("a.md", "# The dam\n\nIt is to be eleven metres high.\n");
  EXPECT_THAT(explain(directory).text,
              HasSubstr("kept      7  body  It is to be eleven metres high.\n"));
}

TEST(Explain, IsSummedUpByABuild) {
  const TemporaryDirectory directory;
  directory.write("in/a.html", page("<nav>Front page</nav>"));
  directory.write("in/b.html",
                  page("<article><h1>Pike</h1><time>2015</time>" + story + story + "</article>"));
  BuildOptions options;
  options.sources = {directory.path() / "in"};
  options.index = directory.path() / "index";
  const BuildReport report = build(options);
  EXPECT_EQ(report.articles, 2u);
  EXPECT_EQ(report.rejections.mostly_left_out, 1u);
  EXPECT_EQ(report.rejections.without_date, 0u);
  EXPECT_EQ(report.left_out.at("navigation"), 2u);
  EXPECT_GT(report.left_out.at("another article"), 40u);
}

}  // namespace
}  // namespace backfile
