// read_file on files that are compressed or cut off, and on pipes.
#include "indexer/readers/input/input.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <thread>

#include "indexer/base/failure.h"
#include "indexer/readers/open.h"
#include "tests/indexer/readers/packed.h"
#include "tests/indexer/readers/read_text.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// One line each: "path title", or "path, place: reason".
struct Reading {
  std::vector<std::string> found, rejected;
};

Reading read_source(const SourceFile& file) {
  Reading all;
  read_file(file,
            {[&](Found&& one) { all.found.push_back(one.article.path + ' ' + one.article.title); },
             [&](Rejected&& one) {
               all.rejected.push_back(one.path + ", " + one.place + ": " + one.reason);
             }});
  return all;
}

Reading read_bytes(const std::string& name, const std::string& bytes) {
  const TemporaryDirectory directory;
  return read_source({directory.write(name, bytes), name, bytes.size()});
}

// Through a pipe, as a shell's; `number` is the descriptor it is given as.
Reading read_piped(const std::string& bytes) {
  int ends[2];
  EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  std::thread writer([&] {
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t size = ::write(ends[1], bytes.data() + done, bytes.size() - done);
      if (size <= 0) break;
      done += static_cast<std::size_t>(size);
    }
    ::close(ends[1]);
  });
  SourceFile file{"-", "stdin"};
  file.descriptor = ends[0];
  const Reading all = read_source(file);
  ::close(ends[0]);
  writer.join();
  return all;
}

std::string line_of(int number, std::size_t letters = 30) {
  return R"({"title":"Storm )" + std::to_string(number) + R"(","body":")" +
         std::string(letters, 'x') + std::to_string(number * 7919 % 1000) + "\"}";
}

std::string lines_of(int count) {
  std::string text;
  for (int number = 1; number <= count; ++number) text += line_of(number) + '\n';
  return text;
}

const std::string page =
    "<!doctype html><title>Ferry runs again</title><body><article><h1>Ferry runs again</h1><p>The "
    "ferry "
    "crossed the sound on Monday, and nobody was late for once.</p></article>";

TEST(Input, OpensPackedFilesOfEveryFormat) {
  const std::string two = lines_of(2), list = "[" + line_of(1) + "," + line_of(2) + "]";
  const struct {
    std::string name, bytes, first, second;
  } cases[] = {
      {"a.jsonl.gz", gzipped(two), "a.jsonl.gz:1 Storm 1", "a.jsonl.gz:2 Storm 2"},
      {"a.jsonl.zst", zstd_packed(two), "a.jsonl.zst:1 Storm 1", "a.jsonl.zst:2 Storm 2"},
      {"a.json.gz", gzipped(list), "a.json.gz#1 Storm 1", "a.json.gz#2 Storm 2"},
      {"a.GZ", gzipped(two), "a.GZ:1 Storm 1", "a.GZ:2 Storm 2"},
      {"misnamed.jsonl", gzipped(two), "misnamed.jsonl:1 Storm 1", "misnamed.jsonl:2 Storm 2"},
      {"one.jsonl.gz", gzipped(line_of(1)), "one.jsonl.gz:1 Storm 1", ""},
      {"p.html.gz", gzipped(page), "p.html.gz Ferry runs again", ""},
      {"p.gz", gzipped(page), "p.gz Ferry runs again", ""},
      {"m.md.zst", zstd_packed("# Note\n\nIt rained.\n"), "m.md.zst Note", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    const Reading all = read_bytes(c.name, c.bytes);
    EXPECT_THAT(all.rejected, IsEmpty());
    std::vector<std::string> expected = {c.first};
    if (!c.second.empty()) expected.push_back(c.second);
    EXPECT_EQ(all.found, expected);
  }
}

TEST(Input, KeepsWhatStandsWholeBeforeACut) {
  const std::string text = lines_of(20'000);
  for (const std::string& packed : {gzipped(text), zstd_packed(text)}) {
    const std::string half = packed.substr(0, packed.size() * 2 / 3);
    const Reading all = read_bytes("a.jsonl.gz", half);
    ASSERT_EQ(all.rejected.size(), 1U) << "told once, not as a broken line besides";
    EXPECT_EQ(all.rejected[0], "a.jsonl.gz, after article " + std::to_string(all.found.size()) +
                                   ": the archive is cut off");
    for (std::size_t i = 0; i < all.found.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      EXPECT_EQ(all.found[i], "a.jsonl.gz:" + number + " Storm " + number);
    }
  }
  std::string list = "[" + line_of(1);
  for (int number = 2; number <= 500; ++number) list += ",\n" + line_of(number);
  const std::string packed = gzipped(list + "]");
  const Reading all = read_bytes("a.json.gz", packed.substr(0, packed.size() * 2 / 3));
  EXPECT_GT(all.found.size(), 100U);
  EXPECT_EQ(all.rejected.size(), 1U);
}

TEST(Input, TellsOfFaultsBeforeACutAsWell) {
  const std::string text = "{\n" + lines_of(3);
  const std::string packed = gzipped(text);
  const Reading all = read_bytes("a.jsonl.gz", packed.substr(0, packed.size() - 3));
  EXPECT_THAT(all.found,
              ElementsAre("a.jsonl.gz:2 Storm 1", "a.jsonl.gz:3 Storm 2", "a.jsonl.gz:4 Storm 3"));
  ASSERT_EQ(all.rejected.size(), 2U);
  EXPECT_TRUE(all.rejected[0].starts_with("a.jsonl.gz, line 1")) << all.rejected[0];
  EXPECT_EQ(all.rejected[1], "a.jsonl.gz, after article 3: the archive is cut off");
}

TEST(Input, TakesNoHalfOfAFileForAnArticle) {
  std::string longer = page;
  for (int i = 0; i < 500; ++i) longer += "<p>Paragraph " + std::to_string(i * 7919 % 1000) + ".";
  for (const char* name : {"p.html.gz", "p.md.gz", "p.txt.gz"}) {
    const std::string packed = gzipped(longer);
    for (const std::size_t size : {packed.size() / 2, packed.size() - 4}) {
      const Reading all = read_bytes(name, packed.substr(0, size));
      EXPECT_THAT(all.found, IsEmpty());
      EXPECT_THAT(all.rejected, ElementsAre(std::string(name) + ", : the archive is cut off"));
    }
  }
}

TEST(Input, SaysWhatAnArchiveHoldsThatIsNoArticle) {
  EXPECT_THAT(read_bytes("a.gz", gzipped("")).rejected, ElementsAre("a.gz, : an empty file"));
  EXPECT_THAT(read_bytes("a.gz.gz", gzipped(gzipped("x"))).rejected,
              ElementsAre("a.gz.gz, : a gzip archive, not text"));
  EXPECT_THAT(read_bytes("a.gz", gzipped(page).substr(0, 12)).rejected,
              ElementsAre("a.gz, : the archive is cut off"));
  EXPECT_THAT(read_bytes("a.gz", "\x1f\x8bnonsense").rejected,
              ElementsAre("a.gz, : the archive is damaged"));
  EXPECT_THAT(read_bytes("bomb.html.gz", gzipped(std::string(200'000'000, ' '))).rejected,
              ElementsAre("bomb.html.gz, : the archive unpacks to more than 250 times its size, as "
                          "no articles do"));
}

TEST(Input, ReadsPipesByWhatTheyHold) {
  EXPECT_THAT(read_piped(lines_of(2)).found, ElementsAre("stdin:1 Storm 1", "stdin:2 Storm 2"));
  EXPECT_THAT(read_piped(gzipped(lines_of(2))).found,
              ElementsAre("stdin:1 Storm 1", "stdin:2 Storm 2"));
  EXPECT_THAT(read_piped(page).found, ElementsAre("stdin Ferry runs again"));
  EXPECT_THAT(read_piped("# Note\n\nIt rained.\n").found, ElementsAre("stdin Note"));
  EXPECT_THAT(read_piped("---\ntitle: Front\n---\nIt rained.\n").found, ElementsAre("stdin Front"));
  EXPECT_THAT(read_piped("").rejected, ElementsAre("stdin, : an empty file"));
  // Whether these are lines shows at the end of the first, so that the reader goes back.
  const std::string large = line_of(1, 1'000'000) + '\n' + line_of(2, 1'000'000);
  EXPECT_THAT(read_piped(large).found, ElementsAre("stdin:1 Storm 1", "stdin:2 Storm 2"));
  const std::string list = "{\"items\": [\n" + line_of(1, 1'000'000) + ",\n" + line_of(2) + "]}";
  EXPECT_THAT(read_piped(list).found, ElementsAre("stdin#1 Storm 1", "stdin#2 Storm 2"));
}

TEST(Input, HasAPipeReadOnce) {
  for (const std::vector<std::string>& sources :
       {std::vector<std::string>{"-", "-"}, {"-", "/dev/stdin"}, {"/dev/fd/0", "-"}}) {
    try {
      list_files(sources);
      FAIL() << "nothing was thrown";
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Exit::usage);
      EXPECT_STREQ(failure.what(), "standard input can be read only once; name it once");
    }
  }
  const std::vector<SourceFile> files = list_files({"-"}).files;
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(files[0].name, "stdin");
  EXPECT_EQ(files[0].descriptor, 0);
}

}  // namespace
}  // namespace backfile
