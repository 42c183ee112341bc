// Whatever threads there are, and however long each thing takes, results come in the order of the
// things.
#include "indexer/base/in_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

namespace backfile {
namespace {

TEST(InOrder, TakesResultsInTheOrderOfAdding) {
  for (const unsigned jobs : {0U, 1U, 2U, 5U}) {
    std::vector<int> taken, expected(200);
    std::iota(expected.begin(), expected.end(), 0);
    const auto caller = std::this_thread::get_id();
    InOrder in_order(jobs);
    for (int i = 0; i < 200; ++i) {
      const auto result = std::make_shared<int>(-1);
      in_order.add(
          [i, result] {
            std::this_thread::sleep_for(std::chrono::microseconds(i * 7919 % 100));
            *result = i;
          },
          [&, result] {
            EXPECT_EQ(std::this_thread::get_id(), caller);
            taken.push_back(*result);
          });
    }
    in_order.finish();
    EXPECT_EQ(taken, expected) << jobs;
  }
}

TEST(InOrder, WorksOnSeveralThingsAtATime) {
  std::atomic<int> inside = 0;
  bool met = false;
  InOrder in_order(2);
  for (int i = 0; i < 2; ++i) {
    in_order.add(
        [&] {  // until the other has begun
          ++inside;
          while (inside < 2) std::this_thread::yield();
        },
        [&] { met = true; });
  }
  in_order.finish();
  EXPECT_TRUE(met);
}

TEST(InOrder, LetsFewThingsWait) {
  std::atomic<int> begun = 0;
  int taken = 0, most = 0;
  InOrder in_order(3);
  for (int i = 0; i < 100; ++i) {
    in_order.add([&] { ++begun; }, [&] { ++taken; });
    most = std::max(most, i + 1 - taken);
  }
  in_order.finish();
  EXPECT_EQ(taken, 100);
  EXPECT_LE(most, 6);
}

TEST(InOrder, ThrowsWhatWorkThrewAfterWhatCameBefore) {
  for (const unsigned jobs : {1U, 3U}) {
    std::vector<int> taken;
    const auto run = [&] {
      InOrder in_order(jobs);
      for (int i = 0; i < 50; ++i) {
        in_order.add(
            [i] {
              if (i == 20) throw std::runtime_error("work");
            },
            [&, i] { taken.push_back(i); });
      }
      in_order.finish();
    };
    EXPECT_THROW(run(), std::runtime_error);
    EXPECT_EQ(taken.size(), 20U) << jobs;
  }
}

TEST(InOrder, ThrowsWhatTheTakerThrew) {
  for (const unsigned jobs : {1U, 3U}) {
    const auto run = [&] {
      InOrder in_order(jobs);
      for (int i = 0; i < 50; ++i) {
        in_order.add([] {},
                     [i] {
                       if (i == 7) throw std::runtime_error("taken");
                     });
      }
      in_order.finish();
    };
    EXPECT_THROW(run(), std::runtime_error);
  }
}

}  // namespace
}  // namespace backfile
