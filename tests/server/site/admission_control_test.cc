// How many requests run at once, which of them wait, and which are refused.
#include "server/site/admission_control.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace backfile {
namespace {

using std::chrono::milliseconds;

TEST(AdmissionControl, GrantsAsManyPermitsAsItsLimit) {
  AdmissionControl control({2, 0, milliseconds(0)});
  auto first = control.acquire();
  EXPECT_FALSE(control.is_saturated());
  const auto second = control.acquire();
  EXPECT_TRUE(control.is_saturated());
  EXPECT_TRUE(first && second);
  EXPECT_FALSE(control.acquire());
  first.reset();
  EXPECT_TRUE(control.acquire());
}

TEST(AdmissionControl, GrantsAQueuedRequestThePermitThatAnotherReleases) {
  AdmissionControl control({1, 1, std::chrono::minutes(5)});
  auto running = control.acquire();
  std::atomic<bool> granted = false;
  std::thread waiting([&] { granted = control.acquire().has_value(); });
  running.reset();
  waiting.join();
  EXPECT_TRUE(granted);
}

TEST(AdmissionControl, RefusesARequestThatWaitedTooLong) {
  AdmissionControl control({1, 1, milliseconds(10)});
  const auto running = control.acquire();
  EXPECT_FALSE(control.acquire());
}

TEST(AdmissionControl, NeverExceedsItsLimitUnderLoad) {
  AdmissionControl control({3, 100, std::chrono::minutes(5)});
  std::atomic<int> running = 0, most = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 20; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < 200; ++n) {
        const auto permit = control.acquire();
        const int now = ++running;
        for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
        }
        --running;
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_GE(most, 1);
  EXPECT_LE(most, 3);
}

}  // namespace
}  // namespace backfile
