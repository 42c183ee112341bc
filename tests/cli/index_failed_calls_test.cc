// `backfile index` on a system that fails it: any call that writes, syncs or names a file comes back
// with an error, by way of strace, where it is installed. What was published stays.
#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <random>
#include <string>

#include "crash_fixture.h"
#include "run_shell.h"
#include "tests/sanitizers.h"

namespace backfile {
namespace {

struct FailingCall {
  const char* name;
  int times;  // that one thread of a build makes it, about
};
constexpr FailingCall calls[] = {{"write", 30}, {"pwrite64", 140}, {"fsync", 30},
                                 {"rename", 7}, {"mkdir", 12},     {"openat", 260}};

class IndexFailedCalls : public IndexCrash {
 protected:
  void SetUp() override {
    if (sanitizer_shadows_memory) GTEST_SKIP() << "a sanitizer and strace cannot both watch";
    if (std::system("strace -o /dev/null true 2> /dev/null") != 0) {
      GTEST_SKIP() << "strace is not installed, or may not watch a process";
    }
    IndexCrash::SetUp();
  }

  // A build with something done to the call of that name and number.
  Ran build_with(const std::string& what, const std::string& call, int number) const {
    const std::string rule = call + ":" + what + ":when=" + std::to_string(number);
    return run_shell("strace -f -o /dev/null -e trace=" + call + " -e inject=" + rule +
                         " \"$BACKFILE\" index --jobs=2 --keep=2 --quiet --index " + index_ +
                         " $SCRATCH/after.jsonl",
                     scratch_);
  }
};

TEST_F(IndexFailedCalls, LeaveTheOldOneWhicheverItIs) {
  const std::string new_answers = answers_of_new();
  std::mt19937 random(30);
  std::map<int, int> codes;
  const int rounds = crashes(12);
  for (int round = 0; round < rounds; ++round) {
    const FailingCall& call = calls[static_cast<std::size_t>(round) % std::size(calls)];
    const int number = 1 + static_cast<int>(random() % static_cast<unsigned>(call.times));
    const std::string error = random() % 2 == 0 ? "EIO" : "ENOSPC";
    SCOPED_TRACE(std::string(call.name) + " " + std::to_string(number) + " " + error);
    const Ran ran = build_with("error=" + error, call.name, number);
    ++codes[ran.code];
    const bool is_new = expect_old_or_new(new_answers);
    // What is opened may be an article, or an old generation that is to go.
    if (ran.code == 0 || ran.code == 3) {
      EXPECT_TRUE(is_new || ran.code == 3);
      continue;
    }
    EXPECT_TRUE(ran.code == 8 || std::string(call.name) == "openat") << ran.code << ran.err;
    EXPECT_TRUE(ran.err.starts_with("backfile: ")) << ran.err;
    EXPECT_EQ(ran.err.find("should not"), std::string::npos) << ran.err;
    if (!is_new && call.name != std::string("openat")) expect_no_rubbish();
    if (round % 6 == 5) expect_next_build();
  }
  std::cout << "exit codes";
  for (const auto& [code, times] : codes) std::cout << ' ' << code << ": " << times;
  std::cout << '\n';
  EXPECT_GE(rounds - codes[0], rounds / 4) << "hardly a call was hit";
}

// By calls rather than by time: the few that publish are over in a moment.
TEST_F(IndexFailedCalls, ThatNeverReturnLeaveTheOldOneOrTheNew) {
  const std::string new_answers = answers_of_new();
  std::mt19937 random(31);
  int published = 0;
  const int rounds = crashes(10);
  for (int round = 0; round < rounds; ++round) {
    const FailingCall& call = calls[static_cast<std::size_t>(round) % 5];
    const int number = 1 + static_cast<int>(random() % static_cast<unsigned>(call.times));
    SCOPED_TRACE(std::string(call.name) + " " + std::to_string(number));
    build_with("signal=KILL", call.name, number);
    if (expect_old_or_new(new_answers)) ++published;
    if (round % 6 == 5) expect_next_build();
  }
  EXPECT_LT(published, rounds) << "hardly a call was hit";
}

}  // namespace
}  // namespace backfile
