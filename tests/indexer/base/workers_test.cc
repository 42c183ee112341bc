// Threads that share tasks: each task is done once, and an exception neither is lost nor ends the
// program.
#include "indexer/base/workers.h"

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>
#include <string>

namespace backfile {
namespace {

std::string failure_of(Workers& workers) {
  try {
    workers.wait([] {});
  } catch (const std::exception& error) {
    return error.what();
  }
  return "none";
}

TEST(Workers, DoEveryTaskOnce) {
  for (const unsigned jobs : {1U, 3U, 64U}) {
    std::array<std::atomic<int>, 100> done{};
    std::atomic<unsigned> prepared = 0;
    Workers workers(jobs, done.size(), [&](const std::atomic<bool>&) {
      ++prepared;
      return [&](std::size_t task) { ++done[task]; };
    });
    workers.wait([] {});
    for (const std::atomic<int>& times : done) EXPECT_EQ(times, 1);
    EXPECT_LE(prepared, jobs);
  }
}

TEST(Workers, PassOnWhatPreparingThrows) {
  Workers workers(4, 10, [](const std::atomic<bool>&) -> Workers::Work {
    throw std::runtime_error("no memory for it");
  });
  EXPECT_EQ(failure_of(workers), "no memory for it");
}

TEST(Workers, PassOnWhatATaskThrowsAndBeginNoOther) {
  std::atomic<int> begun = 0;
  Workers workers(1, 1000, [&](const std::atomic<bool>&) {
    return [&](std::size_t task) {
      ++begun;
      if (task == 3) throw std::runtime_error("task 3");
    };
  });
  EXPECT_EQ(failure_of(workers), "task 3");
  EXPECT_EQ(begun, 4);
}

TEST(Workers, AreStoppedByWhatIsDoneMeanwhile) {
  std::atomic<int> ended = 0;
  {
    Workers workers(2, 1000, [&](const std::atomic<bool>& stopped) {
      return [&](std::size_t) {
        while (!stopped) std::this_thread::yield();
        ++ended;
      };
    });
    EXPECT_THROW(workers.wait([] { throw std::runtime_error("interrupted"); }), std::runtime_error);
  }
  EXPECT_LE(ended, 2);
}

TEST(Workers, WaitForNothingWhereThereIsNoTask) {
  Workers workers(8, 0, [](const std::atomic<bool>&) -> Workers::Work {
    ADD_FAILURE() << "a thread for nothing";
    return [](std::size_t) {};
  });
  workers.wait([] {});
}

}  // namespace
}  // namespace backfile
