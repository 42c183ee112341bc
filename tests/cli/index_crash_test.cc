// `backfile index` killed, interrupted and out of room: what was published still answers, and the
// next build succeeds and leaves nothing behind.
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "run_program.h"
#include "started_program.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// Articles enough that a build takes long enough to be hit; all say "steady", and each `marker`.
void write_articles(const std::string& path, int count, const std::string& marker) {
  std::mt19937 random(7);
  std::ofstream out(path);
  for (int i = 0; i < count; ++i) {
    out << "{\"id\":\"" << i << "\",\"title\":\"Steady " << marker << " " << i << "\",\"body\":\"";
    for (int word = 0; word < 100; ++word) out << "word" << random() % 5000 << ' ';
    out << "\"}\n";
  }
}

class IndexCrash : public ::testing::Test {
 protected:
  static constexpr int before = 40, after = 300;

  void SetUp() override {
    write_articles(scratch_ / "before.jsonl", before, "lemon");
    write_articles(scratch_ / "after.jsonl", after, "olive");
    ASSERT_EQ(run_program(indexing("before.jsonl")).code, 0);
  }

  std::vector<std::string> indexing(const std::string& source) const {
    return {"index", "--index", index_, "--jobs=2", "--keep=2", scratch_ / source};
  }
  // How many articles answer to a word, or why none could be asked.
  std::string count(const std::string& word) const {
    const Ran ran = run_program({"search", "--index", index_, "--limit=1", "--format=json", word});
    if (ran.code > 1) return ran.err;
    return nlohmann::json::parse(ran.out)["total"]["value"].dump();
  }
  // Waits until a build has done something, so that what follows hits it at work.
  void wait_for_work() const {
    for (int i = 0; i < 2000 && !fs::exists(index_ + "/building/raw"); ++i) {
      std::this_thread::sleep_for(milliseconds(2));
    }
  }
  void expect_old_index() const {
    EXPECT_EQ(count("lemon"), "40");
    EXPECT_EQ(count("olive"), "0");
  }
  void expect_no_rubbish() const {
    EXPECT_EQ(names_in(index_), (std::vector<std::string>{"current", "generations", "lock"}));
  }

  TemporaryDirectory scratch_;
  std::string index_ = scratch_ / "archive.index";
};

TEST_F(IndexCrash, KilledAtAnyMomentTheOldOneAnswers) {
  const auto start = std::chrono::steady_clock::now();
  ASSERT_EQ(run_program(indexing("after.jsonl")).code, 0);
  const auto whole = std::chrono::steady_clock::now() - start;
  ASSERT_EQ(run_program(indexing("before.jsonl")).code, 0);

  std::mt19937 random(20);
  int hit = 0;
  for (int round = 0; round < 15; ++round) {
    SCOPED_TRACE(round);
    StartedProgram program(indexing("after.jsonl"));
    // A little past the end, too, where it publishes and prunes.
    std::this_thread::sleep_for(whole * (random() % 1100) / 1000);
    program.signal(SIGKILL);
    const bool killed = program.wait().code == 128 + SIGKILL;
    hit += killed ? 1 : 0;
    const bool published = count("lemon") != "40";
    if (published) {
      EXPECT_EQ(count("olive"), "300") << "neither the old nor the new index";
    } else {
      expect_old_index();
    }
    EXPECT_EQ(run_program({"stats", "--index", index_}).code, 0);
    if (round % 5 != 4) continue;
    const Ran next = run_program(indexing("before.jsonl"));
    EXPECT_EQ(next.code, 0) << next.err;
    expect_old_index();
    expect_no_rubbish();
    EXPECT_EQ(names_in(index_ + "/generations").size(), 2U);
  }
  EXPECT_GE(hit, 5) << "the kills came too late to prove anything";
}

TEST_F(IndexCrash, InterruptedItCleansUp) {
  for (const auto& [signal, code] : {std::pair(SIGINT, 130), std::pair(SIGTERM, 143)}) {
    StartedProgram program(indexing("after.jsonl"));
    wait_for_work();
    program.signal(signal);
    const Ran ran = program.wait();
    EXPECT_EQ(ran.code, code);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err, "backfile: interrupted; the index is as it was\n");
    expect_no_rubbish();
    EXPECT_EQ(names_in(index_ + "/generations").size(), 1U);
  }
  expect_old_index();
}

TEST_F(IndexCrash, GoesOnWhenItsTerminalIsClosed) {
  StartedProgram program(indexing("after.jsonl"));
  wait_for_work();
  for (int i = 0; i < 3; ++i) program.signal(SIGHUP);
  const Ran ran = program.wait();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(count("olive"), "300");
  expect_no_rubbish();
}

TEST_F(IndexCrash, TwoAtOnceTheSecondSaysLocked) {
  StartedProgram first(indexing("after.jsonl"));
  wait_for_work();
  first.signal(SIGSTOP);
  const Ran second = run_program(indexing("before.jsonl"));
  EXPECT_EQ(second.code, 5);
  EXPECT_NE(second.err.find("another process is changing the index"), std::string::npos);
  EXPECT_EQ(count("lemon"), "40");
  first.signal(SIGCONT);
  const Ran ran = first.wait();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(count("olive"), "300");
}

// Every stage meets the limit in its turn as it grows: the spool, the tables, the compact copy.
TEST_F(IndexCrash, WithoutRoomForItsFilesTheOldOneStays) {
  int failed = 0;
  for (rlim_t limit = 4096;; limit *= 3) {
    SCOPED_TRACE(limit);
    StartedProgram program(indexing("after.jsonl"), limit);
    const Ran ran = program.wait();
    if (ran.code == 0) break;
    ++failed;
    EXPECT_EQ(ran.code, 8);
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(ran.err.starts_with("backfile: ")) << ran.err;
    EXPECT_NE(ran.err.find("File too large"), std::string::npos) << ran.err;
    expect_no_rubbish();
    expect_old_index();
  }
  EXPECT_GE(failed, 5);
  EXPECT_EQ(count("olive"), "300");
}

TEST_F(IndexCrash, OnAFullDiskTheOldOneStays) {
  const std::string disk = scratch_ / "disk";
  fs::create_directory(disk);
  if (::mount("none", disk.c_str(), "tmpfs", 0, "size=2m") != 0) {
    GTEST_SKIP() << "a small disk can be mounted by root alone, and not in every container: "
                 << std::strerror(errno);
  }
  struct Unmount {
    const std::string& place;
    ~Unmount() { ::umount(place.c_str()); }
  } const unmount{disk};
  index_ = disk + "/archive.index";
  ASSERT_EQ(run_program(indexing("before.jsonl")).code, 0);
  write_articles(scratch_ / "large.jsonl", 3000, "olive");
  const Ran ran = run_program(indexing("large.jsonl"));
  EXPECT_EQ(ran.code, 8);
  EXPECT_NE(ran.err.find("No space left on device"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("make room"), std::string::npos) << ran.err;
  expect_no_rubbish();
  expect_old_index();
}

}  // namespace
}  // namespace backfile
