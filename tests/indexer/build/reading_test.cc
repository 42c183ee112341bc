// `backfile read` gives what an index of the same sources holds, and rejects what it rejects.
#include "indexer/build/reading.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "indexer/index/schema.h"
#include "tests/indexer/build/built_index.h"

namespace backfile {
namespace {

using Names = std::vector<std::string>;

// Of ferry the first version is the newest, of pier the one in the middle; the bridge is there
// twice, the same each time (the one read last stands), and one article has nothing in it.
void write_versions(const BuiltIndex& built) {
  const auto line = [](const std::string& url, const std::string& day, const std::string& body) {
    return R"({"url":"https://lantern.example/)" + url + R"(","title":")" + url +
           R"(","published":")" + day + R"(","body":")" + body + "\"}\n";
  };
  built.write("a.jsonl", line("ferry", "2014-05-03", "Late.") + line("pier", "2014-05-01", "One.") +
                             line("bridge", "2014-05-02", "Shut.") + "{}\n");
  built.write("b.jsonl",
              line("pier", "2014-05-09", "Two.") + line("bridge", "2014-05-02", "Shut."));
  built.write("c.jsonl", line("ferry", "2014-05-01", "Early.") +
                             line("pier", "2014-05-05", "Three.") +
                             line("sea", "2014-05-04", "Ah."));
}

struct Told {
  Names articles, rejected;
  ReadReport report;
};

std::string name_of(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

Told read(const ReadOptions& options) {
  Told told;
  told.report = read_articles(
      options,
      [&](const Article& article) {
        told.articles.push_back(name_of(article.path) + " " + article.body.front());
      },
      [&](const Rejected& lost) {
        told.rejected.push_back(name_of(lost.path) + ": " + lost.reason + " " +
                                name_of(lost.instead));
      });
  std::ranges::sort(told.rejected);
  return told;
}

Names indexed(const BuiltIndex& built) {
  Names all;
  for (const Article& article : built.stored()) {
    all.push_back(name_of(article.path) + " " + article.body.front());
  }
  std::ranges::sort(all);
  return all;
}

Names rejected_by(const BuiltIndex& built) {
  std::ifstream in(built.generation() / "rejected.jsonl");
  Names all;
  for (std::string line; std::getline(in, line);) {
    const nlohmann::json lost = nlohmann::json::parse(line);
    all.push_back(name_of(lost["path"]) + ": " + lost["reason"].get<std::string>() + " " +
                  name_of(lost.value("instead", "")));
  }
  std::ranges::sort(all);
  return all;
}

TEST(Reading, GivesOfSeveralVersionsTheOneThatIsIndexed) {
  const BuiltIndex built;
  write_versions(built);
  const std::string sources = built.articles().string();
  const Told alone = read({.sources = {sources}});
  EXPECT_EQ(alone.articles,
            (Names{"a.jsonl:1 Late.", "b.jsonl:1 Two.", "b.jsonl:2 Shut.", "c.jsonl:3 Ah."}))
      << "in the order of the sources";
  EXPECT_EQ(alone.report.repeated, 1U);

  const BuildReport report = built.build();
  EXPECT_EQ(report.repeated, 1U);
  EXPECT_EQ(indexed(built), alone.articles);
  EXPECT_EQ(rejected_by(built), alone.rejected);
  EXPECT_EQ(alone.rejected.size(), 4U);

  const Told by_index = read({.sources = {sources}, .index = built.index().string()});
  EXPECT_EQ(by_index.articles, alone.articles);
  EXPECT_EQ(by_index.rejected, alone.rejected);
}

TEST(Reading, ExplainsEveryVersionAndTellsWhichIsNotIndexed) {
  const BuiltIndex built;
  write_versions(built);
  std::size_t explained = 0;
  Names rejected;
  const ReadReport report = explain_articles(
      {.sources = {built.articles().string()}}, [&](const Found&) { ++explained; },
      [&](const Rejected& lost) {
        rejected.push_back(name_of(lost.path) + ": " + lost.reason + " " + name_of(lost.instead));
      });
  EXPECT_EQ(explained, 8U);
  EXPECT_EQ(report.repeated, 1U);
  std::ranges::sort(rejected);
  EXPECT_EQ(rejected, read({.sources = {built.articles().string()}}).rejected);
}

}  // namespace
}  // namespace backfile
