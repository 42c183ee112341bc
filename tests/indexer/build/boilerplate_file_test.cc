// What is learnt is stored with the index: the same for any number of jobs, and read back whole, so
// that `read` gives what was indexed.
#include "indexer/boilerplate/boilerplate_file.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

#include "indexer/build/boilerplate_report.h"
#include "indexer/build/reading.h"
#include "indexer/index/generation.h"
#include "indexer/index/schema.h"
#include "tests/indexer/boilerplate/made_up_paper.h"
#include "tests/indexer/build/built_index.h"
#include "tests/indexer/readers/boxed_pages.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

// A paper of pages, and scraped text of another beside it.
void write_archive(const BuiltIndex& built) {
  for (const PaperPage& page : MadeUpPaper(11).made) {
    const bool copy = page.path.ends_with("again.html");  // another version of an article
    if (!copy) built.write("post/" + page.path, page.html);
  }
  MadeUpStories stories(12);
  for (int i = 0; i < 30; ++i) {
    std::string text = "The Harbour Gazette - Subscribe Today!\n" + stories.title() + "\n";
    for (const std::string& paragraph : stories.paragraphs(4)) text += paragraph + "\n";
    built.write("gazette/" + std::to_string(i) + ".txt", text + "Share this\nWrite to the pier\n");
  }
}

Names indexed(const BuiltIndex& built) {
  Names all;
  for (const Article& article : built.stored()) all.push_back(to_json_line(article));
  std::ranges::sort(all);
  return all;
}

Names read(const ReadOptions& options) {
  Names all;
  read_articles(
      options, [&](const Article& article) { all.push_back(to_json_line(article)); },
      [](const Rejected& lost) { ADD_FAILURE() << lost.path << ": " << lost.reason; });
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(BoilerplateFile, IsTheSameForAnyNumberOfJobs) {
  const BuiltIndex built;
  write_archive(built);
  std::string first, articles;
  for (const unsigned jobs : {1U, 2U, 7U}) {
    BuildOptions options;
    options.jobs = jobs;
    const BuildReport report = built.build(options);
    EXPECT_GT(report.boilerplate.words, 1000U);
    EXPECT_GE(report.boilerplate.articles, 60U);
    if (jobs == 1)
      first = bytes_of(built.generation() / "boilerplate.zst"), articles = built.dump();
    EXPECT_EQ(bytes_of(built.generation() / "boilerplate.zst"), first) << jobs << " jobs";
    EXPECT_EQ(built.dump(), articles) << jobs << " jobs";
  }
}

// Two sites in turn, some of their stories printed several times.
std::vector<std::string> scraped_files() {
  MadeUpStories stories(14);
  std::vector<std::vector<std::string>> told;
  for (int i = 0; i < 70; ++i) told.push_back(stories.paragraphs(stories.pick(3, 7)));
  std::vector<std::string> files;
  for (std::size_t i = 0; i < 90; ++i) {
    std::string text = stories.chance(70) ? "The Harbour Gazette - Subscribe Today!\n" : "";
    text += stories.title() + "\n";
    for (const std::string& paragraph : told[i % 70]) text += paragraph + "\n";
    if (stories.chance(30)) text += "Part of our series on ropes\n";
    files.push_back(text + (i % 2 == 0 ? "Share this\nWrite to the pier\n" : "Read 12 times\n"));
  }
  return files;
}

TEST(BoilerplateFile, IsTheSameHoweverFilesAreCalledAndGiven) {
  std::vector<std::string> files = scraped_files();
  std::string first;
  for (unsigned seed = 0; seed < 6; ++seed) {
    SCOPED_TRACE(seed);
    const BuiltIndex built;
    for (std::size_t i = 0; i < files.size(); ++i)
      built.write("gazette/" + std::to_string(i) + ".txt", files[i]);
    BuildOptions options;
    options.jobs = 1 + seed % 3;
    built.build(options);
    const std::string rules = bytes_of(built.generation() / "boilerplate.zst");
    if (seed == 0) first = rules;
    EXPECT_TRUE(rules == first);
    std::shuffle(files.begin(), files.end(), std::mt19937(seed));
  }
}

TEST(BoilerplateFile, MakesReadGiveWhatWasIndexed) {
  const BuiltIndex built;
  write_archive(built);
  for (const BoilerplateOverrides& overrides :
       {BoilerplateOverrides{},
        BoilerplateOverrides{{"Share this*", "Write to the pier"}, {"Correction: *"}}}) {
    BuildOptions options;
    options.boilerplate = overrides;
    built.build(options);
    const Names all = indexed(built);
    ASSERT_EQ(all.size(), 90U);
    const std::string sources = built.articles().string();
    EXPECT_TRUE(read({.sources = {sources}, .index = built.index().string()}) == all);
    EXPECT_TRUE(read({.sources = {sources}, .boilerplate = overrides}) == all);
    const auto with = [&](std::string_view words) {
      return std::ranges::count_if(all, [&](auto& line) { return line.find(words) != line.npos; });
    };
    const bool told = !overrides.keep.empty();
    // One story quotes it; in two, strange paragraphs in a row shield what stands above them.
    EXPECT_EQ(with("Share this story"), told ? 60 : 3);
    EXPECT_EQ(with("Write to the pier"), told ? 30 : 0);
    EXPECT_EQ(with("Correction: "), told ? 0 : 5);
  }
}

TEST(BoilerplateFile, TakesBoxesOffAlikeWhereverItIsRead) {
  const BuiltIndex built;
  const auto pages = boxed_pages(64, promotion);
  for (const BoxedPage& page : pages) built.write(page.path, page.html);
  std::string first;
  for (const unsigned jobs : {1U, 2U, 7U}) {
    BuildOptions options;
    options.jobs = jobs;
    EXPECT_EQ(built.build(options).boilerplate.articles, 64U);
    const std::string rules = bytes_of(built.generation() / "boilerplate.zst");
    if (jobs == 1) first = rules;
    EXPECT_EQ(rules, first) << jobs << " jobs";
  }
  const Names all = indexed(built);
  const std::string sources = built.articles().string();
  EXPECT_TRUE(read({.sources = {sources}, .index = built.index().string()}) == all);
  EXPECT_TRUE(read({.sources = {sources}}) == all);
  for (const std::string& line : all)
    EXPECT_EQ(line.find("the harbour to your kitchen"), line.npos) << line;
  const std::string text = to_text(read_boilerplate(built.generation()), "G");
  EXPECT_NE(text.find("8 of 64         box          \"From our shop\"\n"), text.npos) << text;
  // What is stored knows no regions: they have served.
  for (const Article& article : built.stored()) EXPECT_TRUE(article.regions.empty());
}

TEST(BoilerplateFile, LetsOnePageBeReadAsItWasIndexed) {
  const BuiltIndex built;
  write_archive(built);
  built.build();
  const Names all = indexed(built);
  for (const char* page : {"post/2014/101.html", "gazette/7.txt"}) {
    const std::string path = (built.articles() / page).string();
    const Names by_index = read({.sources = {path}, .index = built.index().string()});
    const Names alone = read({.sources = {path}});
    ASSERT_EQ(by_index.size(), 1U);
    EXPECT_TRUE(alone != by_index) << page;
    const std::string body = by_index[0].substr(by_index[0].find("\"body\""));
    const std::string text = body.substr(0, body.find("\"captions\""));
    EXPECT_EQ(std::ranges::count_if(all, [&](auto& line) { return line.find(text) != line.npos; }),
              1);
  }
}

TEST(BoilerplateFile, ComesBackAsItWasWritten) {
  const BuiltIndex built;
  write_archive(built);
  built.build();
  const ArchiveBoilerplate learnt = read_boilerplate(built.generation());
  write_boilerplate(built.articles(), learnt);
  EXPECT_EQ(bytes_of(built.articles() / "boilerplate.zst"),
            bytes_of(built.generation() / "boilerplate.zst"));
  const std::string text = to_text(learnt, "G");
  EXPECT_NE(text.find("tidewater.example\n"), text.npos) << text;
  EXPECT_NE(text.find("60 of 60        foot         \"Share this story\"\n"), text.npos) << text;
  EXPECT_NE(text.find("30 of 30        either end   \"Share this\"\n"), text.npos) << text;
  EXPECT_NE(to_json(learnt, "G").find("\"example\": \"Share this story\""), text.npos);
}

TEST(BoilerplateFile, ThatIsMissingOrDamagedIsSaidPlainly) {
  const BuiltIndex built;
  const auto said = [&] {
    try {
      read_boilerplate(built.articles());
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Exit::corrupt);
      return std::string(failure.what());
    }
    return std::string();
  };
  built.write("a.txt", "");
  EXPECT_NE(said().find("run `backfile index` again"), std::string::npos);
  write_boilerplate(built.articles(), {});
  EXPECT_EQ(said(), "");
  const std::string whole = bytes_of(built.articles() / "boilerplate.zst");
  for (std::size_t cut = 0; cut < whole.size(); cut += 3) {
    built.write("boilerplate.zst", whole.substr(0, cut));
    EXPECT_NE(said(), "") << cut << " of " << whole.size() << " bytes";
  }
}

}  // namespace
}  // namespace backfile
