#include "server/site/turnstile.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace backfile {
namespace {

using std::chrono::milliseconds;

TEST(Turnstile, LetsInAsManyAsItMay) {
  Turnstile turnstile({2, 0, milliseconds(0)});
  auto first = turnstile.enter();
  EXPECT_FALSE(turnstile.is_crowded());
  const auto second = turnstile.enter();
  EXPECT_TRUE(turnstile.is_crowded());
  EXPECT_TRUE(first && second);
  EXPECT_FALSE(turnstile.enter());
  first.reset();
  EXPECT_TRUE(turnstile.enter());
}

TEST(Turnstile, LetsInWhoWaitedUntilAnotherLeft) {
  Turnstile turnstile({1, 1, std::chrono::minutes(5)});
  auto inside = turnstile.enter();
  std::atomic<bool> entered = false;
  std::thread waiting([&] { entered = turnstile.enter().has_value(); });
  inside.reset();
  waiting.join();
  EXPECT_TRUE(entered);
}

TEST(Turnstile, SendsAwayWhoWaitedTooLong) {
  Turnstile turnstile({1, 1, milliseconds(10)});
  const auto inside = turnstile.enter();
  EXPECT_FALSE(turnstile.enter());
}

TEST(Turnstile, NeverHoldsMoreThanItMay) {
  Turnstile turnstile({3, 100, std::chrono::minutes(5)});
  std::atomic<int> inside = 0, most = 0;
  std::vector<std::thread> visitors;
  for (int i = 0; i < 20; ++i)
    visitors.emplace_back([&] {
      for (int n = 0; n < 200; ++n) {
        const auto pass = turnstile.enter();
        const int now = ++inside;
        for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
        }
        --inside;
      }
    });
  for (std::thread& visitor : visitors) visitor.join();
  EXPECT_GE(most, 1);
  EXPECT_LE(most, 3);
}

}  // namespace
}  // namespace backfile
