// What `backfile index` asks the system to keep, and in which order: told by strace, where it is
// installed, since no test can cut the power.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "run_program.h"
#include "run_shell.h"
#include "tests/sanitizers.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// One line of strace -y: what was called, on which file, and the line itself.
struct Call {
  std::string name, line;
  bool names(const std::string& path) const {
    return line.find('<' + path + '>') != std::string::npos ||
           line.find('"' + path + '"') != std::string::npos;
  }
};

class Durability : public ::testing::Test {
 protected:
  void SetUp() override {
    if (sanitizer_shadows_memory) GTEST_SKIP() << "a sanitizer and strace cannot both watch";
    if (std::system("strace -o /dev/null true 2> /dev/null") != 0) {
      GTEST_SKIP() << "strace is not installed, or may not watch a process";
    }
    scratch_.write("a.jsonl", R"({"id":"1","title":"Storm","body":"It came by night."})");
  }

  // All calls of a build into INDEX, in their order.
  std::vector<Call> trace_build() const {
    const Ran ran = run_shell(
        "strace -f -y -s 0 -o $SCRATCH/trace -e trace=write,pwrite64,writev,ftruncate,openat,"
        "rename,mkdir,unlink,unlinkat,fsync,fdatasync \"$BACKFILE\" index --index " +
            index_ + " --quiet $SCRATCH/a.jsonl",
        scratch_);
    EXPECT_EQ(ran.code, 0) << ran.err;
    std::vector<Call> calls;
    std::ifstream in(scratch_ / "trace");
    for (std::string line; std::getline(in, line);) {
      const std::size_t begin = line.find_first_not_of("0123456789 ");
      const std::size_t end = line.find('(', begin);
      if (end == std::string::npos || line.find(" = -1 ") != std::string::npos) continue;
      calls.push_back({line.substr(begin, end - begin), line});
    }
    return calls;
  }

  fs::path generation() const {
    std::string name = contents_of(index_ + "/current");
    name.pop_back();
    return fs::path(index_) / "generations" / name;
  }

  TemporaryDirectory scratch_;
  const std::string index_ = scratch_ / "new/archive.index";
};

// The place of the last call of such a name on the path before `end`, or nothing.
std::optional<std::size_t> last(const std::vector<Call>& calls, std::size_t end,
                                const std::string& name, const std::string& path) {
  while (end-- > 0) {
    if (calls[end].name == name && calls[end].names(path)) return end;
  }
  return std::nullopt;
}

// Anything that changes a file, or the list of files of a directory.
std::size_t last_change(const std::vector<Call>& calls, std::size_t end, const fs::path& path) {
  const auto changes = [&](const Call& call) {
    const bool is_in_it = call.line.find('"' + path.string() + '/') != std::string::npos;
    if (call.name == "openat") {
      return call.line.find("O_CREAT") != std::string::npos &&
             (call.names(path) ||
              fs::path(call.line.substr(call.line.find('"') + 1)).parent_path() == path);
    }
    if (call.name == "rename" || call.name == "mkdir" || call.name.starts_with("unlink")) {
      return is_in_it || call.names(path);
    }
    return !call.name.ends_with("sync") && call.names(path);
  };
  while (end > 0 && !changes(calls[end - 1])) --end;
  return end;
}

TEST_F(Durability, WaitsForEveryFileBeforeItIsNamedAndForEveryNameBeforeTheNext) {
  const std::vector<Call> calls = trace_build();
  const std::string building = index_ + "/building", current = index_ + "/current";
  const auto named = last(calls, calls.size(), "rename", building);
  const auto published = last(calls, calls.size(), "rename", current);
  ASSERT_TRUE(named && published);

  // Everything in the generation, and its folders, before it gets its name.
  std::vector<fs::path> paths = {building};
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(generation())) {
    paths.push_back(building / entry.path().lexically_relative(generation()));
  }
  EXPECT_GE(paths.size(), 14U);
  for (const fs::path& path : paths) {
    SCOPED_TRACE(path);
    const auto synced = last(calls, *named, "fsync", path);
    ASSERT_TRUE(synced);
    const std::size_t changed = last_change(calls, *named, path);
    EXPECT_GT(changed, 0U) << "the test looks for the wrong calls";
    EXPECT_GE(*synced, changed);
  }

  // Its name, and INDEX itself with its parents, before `current` is replaced; that at last.
  for (const std::string& list : {index_ + "/generations", index_}) {
    const auto synced = last(calls, *published, "fsync", list);
    EXPECT_TRUE(synced && *synced > *named) << list;
  }
  for (const std::string& list : {scratch_ / "new", scratch_.path().string()}) {
    EXPECT_TRUE(last(calls, *published, "fsync", list)) << list;
  }
  // What becomes `current` is there before, to name a generation that never became it.
  const std::string publishing = index_ + "/publishing";
  const auto written = last(calls, *published, "write", publishing);
  const auto kept = last(calls, *named, "fsync", publishing);
  const auto listed = last(calls, *named, "fsync", index_);
  EXPECT_TRUE(written && kept && listed && *kept > *written && *listed > *kept);
  const auto end = last(calls, calls.size(), "fsync", index_);
  EXPECT_TRUE(end && *end > *published);
}

// A generation that is no longer needed goes once the new one is safe.
TEST_F(Durability, RemovesAnOldGenerationOnlyBehindTheNewOne) {
  ASSERT_EQ(run_program({"index", "--index", index_, "--quiet", scratch_ / "a.jsonl"}).code, 0);
  const fs::path old = generation();
  for (int i = 0; i < 2; ++i)
    ASSERT_EQ(run_program({"index", "--index", index_, "--quiet", scratch_ / "a.jsonl"}).code, 0);
  const std::vector<Call> calls = trace_build();
  const auto published = last(calls, calls.size(), "rename", index_ + "/current");
  const auto end = last(calls, calls.size(), "fsync", index_);
  ASSERT_TRUE(published && end);
  EXPECT_FALSE(fs::exists(old)) << "three are kept";
  std::size_t removed = 0;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    if (!calls[i].name.starts_with("unlink")) continue;
    if (calls[i].line.find("/building/") != std::string::npos) continue;
    if (calls[i].line.find(old.string()) == std::string::npos &&
        calls[i].line.find(old.filename().string()) == std::string::npos)
      continue;
    ++removed;
    EXPECT_GT(i, *end) << calls[i].line;
  }
  EXPECT_GT(removed, 0U);
}

}  // namespace
}  // namespace backfile
