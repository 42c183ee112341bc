// The sample archive is read as a person would read it: against a table of every article, and the
// whole text of six articles of each form. The table was made from the articles' sources, not by
// backfile.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/base/lists.h"
#include "indexer/build/reading.h"
#include "tests/places.h"

namespace backfile {
namespace {

const std::string corpus = std::string(source_dir) + "/corpus";

struct Reading {
  std::map<std::string, Article> articles;  // by path
  std::vector<Rejected> rejected;
};

const Reading& whole_archive() {
  static const Reading reading = [] {
    Reading made;
    read_articles(
        {.sources = {corpus + "/articles"}},
        [&](const Article& article) { made.articles[article.path] = article; },
        [&](const Rejected& rejected) { made.rejected.push_back(rejected); });
    return made;
  }();
  return reading;
}

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

std::vector<std::vector<std::string>> table() {
  std::ifstream in(std::string(source_dir) + "/tests/corpus/articles.tsv");
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(in, line);  // the heading
  while (std::getline(in, line)) rows.push_back(split(line, '\t'));
  return rows;
}

TEST(SampleArchive, NothingInItIsRejected) {
  for (const Rejected& rejected : whole_archive().rejected)
    ADD_FAILURE() << rejected.path << ": " << rejected.reason;
  EXPECT_EQ(whole_archive().articles.size(), table().size());
}

TEST(SampleArchive, EveryArticleIsReadAsTheTableSays) {
  for (const auto& row : table()) {
    SCOPED_TRACE(row[0]);
    const auto found = whole_archive().articles.find(row[0]);
    if (found == whole_archive().articles.end()) {
      ADD_FAILURE() << "not read";
      continue;
    }
    const Article& article = found->second;
    EXPECT_EQ(article.title, row[1]);
    EXPECT_EQ(joined(article.author, "; "), row[2]);
    EXPECT_EQ(article.published.substr(0, 10), row[3]);
    EXPECT_EQ(article.section, row[4]);
    EXPECT_EQ(article.language, row[5]);
    ASSERT_FALSE(article.body.empty());
    EXPECT_EQ(std::to_string(article.body.size()), row[6]) << "paragraphs";
    EXPECT_TRUE(article.body.back().ends_with(row[7])) << "ends with: " << article.body.back();
  }
}

TEST(SampleArchive, NoLineOfBoilerplateStandsInAnyStory) {
  const char* boilerplate[] = {"Read Us Without Advertisements",
                               "first appeared in The Averrin Lantern",
                               "house rules for comments",
                               "Licensed Creative Commons",
                               "Tide today",
                               "Most read",
                               "Print this story",
                               "We use cookies",
                               "Share on Chirrup",
                               "The Lantern by e-mail",
                               "You may also like",
                               "Tideline says",
                               "would like to count you",
                               "More from the Lantern",
                               "paid for by readers",
                               "You are visitor",
                               "Guest book"};
  for (const auto& [path, article] : whole_archive().articles) {
    std::string text = article.title + "\n" + article.subtitle;
    for (const std::string& paragraph : article.body) text += "\n" + paragraph;
    for (const std::string& caption : article.captions) text += "\n" + caption;
    for (const char* line : boilerplate)
      EXPECT_EQ(text.find(line), std::string::npos) << path << " holds boilerplate: " << line;
    EXPECT_EQ(text.find("figcaption"), std::string::npos) << path;
  }
}

class ExpectedArticles : public testing::TestWithParam<const char*> {};

TEST_P(ExpectedArticles, AreReadToTheLetter) {
  std::ifstream in(corpus + "/expected/" + GetParam() + ".jsonl");
  std::string line;
  int articles = 0;
  for (; std::getline(in, line); ++articles) {
    const auto expected = nlohmann::json::parse(line);
    const std::string path = expected["path"];
    SCOPED_TRACE(path);
    const auto found = whole_archive().articles.find(path);
    ASSERT_NE(found, whole_archive().articles.end());
    EXPECT_EQ(found->second.title, expected["title"].get<std::string>());
    EXPECT_EQ(found->second.subtitle, expected["subtitle"].get<std::string>());
    EXPECT_EQ(found->second.body, expected["body"].get<std::vector<std::string>>());
    EXPECT_EQ(found->second.captions, expected["captions"].get<std::vector<std::string>>());
  }
  EXPECT_EQ(articles, 6);
}

INSTANTIATE_TEST_SUITE_P(Forms, ExpectedArticles,
                         testing::Values("scraped", "markdown", "html", "jsonl"),
                         [](const auto& form) { return std::string(form.param); });

}  // namespace
}  // namespace backfile
