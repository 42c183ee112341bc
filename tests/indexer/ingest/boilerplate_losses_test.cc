// What boilerplate takes from the articles of an archive is counted, whatever their format, and
// named where it is more than half of the prose.
#include <gmock/gmock.h>

#include <array>
#include <string>

#include "indexer/build/builder.h"
#include "indexer/build/reading.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

constexpr const char* licence =
    "Anyone may print the words of this story, whole or in part, as long as they name the paper "
    "and the author, change nothing, and tell us of it by mail before the end of the year.";

// Of letters alone: numbers would not make two stories different.
std::string name(std::size_t i) {
  return {static_cast<char>('A' + i % 26), static_cast<char>('a' + i / 26), 'r', 'n'};
}

// 40 articles with so many sentences of their own above the licence.
void write_archive(const TemporaryDirectory& directory, bool scraped, std::size_t sentences) {
  for (std::size_t i = 0; i < 40; ++i) {
    std::string text = (scraped ? "" : "# ") + ("The Crane of " + name(i)) + "\n\n";
    for (std::size_t line = 0; line < sentences; ++line) {
      text += "The crane of " + name(i + 7 * line) + " was moved by " + name(line + 3 * i) +
              " to the other side of the water at noon.\n\n";
    }
    directory.write("in/" + name(i) + (scraped ? ".txt" : ".md"), text + licence + "\n");
  }
}

BuildReport built(const TemporaryDirectory& directory) {
  BuildOptions options;
  options.sources = {directory.path() / "in"};
  options.index = directory.path() / "index";
  return build(options);
}

TEST(BoilerplateLosses, AreSummedUpByABuild) {
  constexpr std::array<const char*, 2> reasons = {"shared by many articles",
                                                  "opens or closes many files"};
  for (const bool scraped : {false, true}) {
    SCOPED_TRACE(scraped);
    const TemporaryDirectory directory;
    write_archive(directory, scraped, 4);
    const BuildReport report = built(directory);
    EXPECT_EQ(report.articles, 40U);
    EXPECT_EQ(report.boilerplate_rules, 1U);
    EXPECT_EQ(report.boilerplate.articles, 40U);
    EXPECT_EQ(report.boilerplate.words, 40U * 37);
    EXPECT_EQ(report.left_out.at(reasons[scraped ? 1 : 0]), 40U * 37);
    EXPECT_EQ(report.rejections.mostly_left_out, 0U);
  }
}

TEST(BoilerplateLosses, AreNamedWhereTheyAreMostOfTheProse) {
  for (const bool scraped : {false, true}) {
    SCOPED_TRACE(scraped);
    const TemporaryDirectory directory;
    write_archive(directory, scraped, 1);
    const BuildReport report = built(directory);
    EXPECT_EQ(report.articles, 40U);
    EXPECT_EQ(report.rejections.mostly_left_out, 40U);
    EXPECT_FALSE(report.rejections.lose_articles());
    for (const bool explained : {false, true}) {
      std::size_t noted = 0;
      const auto note = [&](const Rejected& rejected) { noted += rejected.kept ? 1 : 0; };
      const ReadOptions options = {.sources = {directory.path() / "in"}};
      if (explained) {
        explain_articles(
            options, [](const Found&) {}, note);
      } else {
        read_articles(
            options, [](const Article&) {}, note);
      }
      EXPECT_EQ(noted, 40U);
    }
  }
}

TEST(BoilerplateLosses, AreNotCountedForWhatIsKept) {
  const TemporaryDirectory directory;
  write_archive(directory, true, 0);  // nothing but a title and the licence, which is the story
  const BuildReport report = built(directory);
  EXPECT_EQ(report.articles, 40U);
  EXPECT_EQ(report.boilerplate.articles, 0U);
  EXPECT_EQ(report.boilerplate_rules, 0U);
  EXPECT_TRUE(report.left_out.empty());
}

}  // namespace
}  // namespace backfile
