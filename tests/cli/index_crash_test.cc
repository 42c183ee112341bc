// `backfile index` interrupted, and out of room: what was published still answers byte for byte, and
// nothing is left behind. Killed: index_kill_test.cc.
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>

#include "crash_fixture.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

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
  expect_as_before();
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

// Every stage meets the limit in its turn as it grows: the records, the tables, the manifest.
TEST_F(IndexCrash, WithoutRoomForItsFilesTheOldOneStays) {
  const auto finer = static_cast<std::uintmax_t>(crashes(2));
  int failed = 0;
  for (rlim_t limit = 512;; limit += limit / finer) {
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
    expect_as_before();
  }
  EXPECT_GE(failed, 12);
  EXPECT_EQ(count("olive"), "300");
}

// A disk of its own, which gets fuller and fuller.
TEST_F(IndexCrash, OnAFullDiskTheOldOneStays) {
  const std::string disk = scratch_ / "disk";
  fs::create_directory(disk);
  if (::mount("none", disk.c_str(), "tmpfs", 0, "size=8m") != 0) {
    GTEST_SKIP() << "a small disk can be mounted by root alone, and not in every container: "
                 << std::strerror(errno);
  }
  struct Unmount {
    const std::string& place;
    ~Unmount() { ::umount(place.c_str()); }
  } const unmount{disk};
  index_ = disk + "/archive.index";
  ASSERT_EQ(run_program(indexing("before.jsonl")).code, 0);
  look();
  const auto finer = static_cast<std::uintmax_t>(crashes(2));
  int failed = 0;
  for (std::uintmax_t room = 16 << 10;; room += room / finer) {
    SCOPED_TRACE(room);
    const std::string filler = disk + "/filler";
    std::ofstream(filler) << std::string(fs::space(disk).available - room, 'x');
    const Ran ran = run_program(indexing("after.jsonl"));
    fs::remove(filler);
    if (ran.code == 0) break;
    ++failed;
    EXPECT_EQ(ran.code, 8);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find("No space left on device"), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("make room"), std::string::npos) << ran.err;
    expect_no_rubbish();
    expect_as_before();
  }
  EXPECT_GE(failed, 6);
  EXPECT_EQ(count("olive"), "300");
  EXPECT_EQ(run_program({"verify", "--index", index_}).code, 0);
}

}  // namespace
}  // namespace backfile
