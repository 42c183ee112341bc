// Many threads find what one finds, in the same order, and stop when they are told to.
#include "indexer/ingest/reading_in_order.h"

#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/base/compress.h"
#include "indexer/readers/input/walk.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

void write(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// Every tenth record is broken, every seventh has parts that cannot be read.
std::string records(int count, const std::string& name) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    const std::string number = name + std::to_string(i);
    if (i % 10 == 9) {
      text += "{\"title\": \"Tide " + number + "\", \"body\"\n";
    } else if (i % 7 == 6) {
      text += R"({"title": "Storm )" + number +
              "\", \"published\": \"31 June\", \"body\": \"It \xff"
              " came.\"}\n";
    } else {
      text += R"({"title": "Pier )" + number + R"(", "body": ["It is gone.", ")" +
              std::string(static_cast<std::size_t>(i % 50) * 40, 'x') + "\"]}\n";
    }
  }
  return text;
}

// A large file between small ones, one of many articles and one that ends too early.
void write_archive(const std::filesystem::path& directory) {
  for (int i = 0; i < 150; ++i) {
    const std::string number = std::to_string(i);
    write(directory / ("a" + number + ".md"), "# Quay " + number + "\n\nThe quay stands.\n");
    write(directory / ("c" + number + ".html"), "<html><title>Ferry</title><article><h1>Ferry " +
                                                    number +
                                                    "</h1><p>It left.</p></article></html>");
    write(directory / ("d" + number + ".txt"), "Harbour " + number + "\n\nA line of text.\n");
  }
  write(directory / "b.jsonl", records(1'500, "b"));
  write(directory / "e.jsonl", records(40, "e"));
  write(directory / "f.json", "[" + std::string(R"({"title": "One", "body": "It."})") + "]");
  const std::string cut = compress(records(500, "g"));
  write(directory / "g.jsonl.zst", cut.substr(0, cut.size() * 9 / 10));
  write(directory / "h.md", "");
}

std::vector<std::string> read_all(const std::vector<SourceFile>& files, unsigned jobs) {
  std::vector<std::string> events;
  read_in_order(files, jobs,
                {[&](const SourceFile& file) { events.push_back("file " + file.name); },
                 [&](Found&& found, Spool::Packed&&) {
                   events.push_back("found " + encode_article(found.article));
                 },
                 [&](Rejected&& one) {
                   events.push_back("rejected " + one.path + ' ' + one.place + ' ' + one.reason +
                                    (one.kept ? " kept" : ""));
                 }});
  return events;
}

TEST(ReadingInOrder, FindsTheSameWithAnyNumberOfThreads) {
  const TemporaryDirectory directory;
  write_archive(directory.path());
  const std::vector<SourceFile> files = list_files({directory.path().string()}, {}).files;
  ASSERT_GT(files.size(), 450U);
  const std::vector<std::string> alone = read_all(files, 1);
  ASSERT_GT(alone.size(), 2'000U);
  for (const unsigned jobs : {2U, 8U}) {
    for (int round = 0; round < 2; ++round) EXPECT_EQ(read_all(files, jobs), alone) << jobs;
  }
}

TEST(ReadingInOrder, SaysBehindWhichArticleAFileEndsTooEarly) {
  const TemporaryDirectory directory;
  const std::string cut = compress(records(8'000, "g"));
  write(directory.path() / "g.jsonl.zst", cut.substr(0, cut.size() * 9 / 10));
  const std::vector<SourceFile> files = list_files({directory.path().string()}, {}).files;
  for (const unsigned jobs : {1U, 4U}) {
    std::size_t found = 0;
    std::vector<Rejected> rejected;
    read_in_order(files, jobs,
                  {[](const SourceFile&) {}, [&](Found&&, Spool::Packed&&) { ++found; },
                   [&](Rejected&& one) { rejected.push_back(std::move(one)); }});
    ASSERT_GT(found, 2'000U) << jobs;
    ASSERT_FALSE(rejected.empty());
    EXPECT_EQ(rejected.back().place, "after article " + std::to_string(found)) << jobs;
  }
}

TEST(ReadingInOrder, EndsAtOnceWhenItsCallerThrows) {
  const TemporaryDirectory directory;
  write_archive(directory.path());
  const std::vector<SourceFile> files = list_files({directory.path().string()}, {}).files;
  for (const unsigned jobs : {1U, 4U}) {
    std::size_t found = 0;
    const auto stop = [&](Found&&, Spool::Packed&&) {
      if (++found == 200) throw std::runtime_error("stopped");
    };
    EXPECT_THROW(read_in_order(files, jobs, {[](const SourceFile&) {}, stop, [](Rejected&&) {}}),
                 std::runtime_error);
    EXPECT_EQ(found, 200U) << jobs;
  }
}

}  // namespace
}  // namespace backfile
