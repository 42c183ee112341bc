// When the service counts as healthy, and when it probes the archive to find out.
#include "server/site/health.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "query/search/pool.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

// A made-up archive that answers or does not, and counts how often it was probed.
class HealthTest : public ::testing::Test {
 protected:
  std::atomic<bool> answers_ = true;
  std::atomic<int> probes_ = 0;
  Health health_{[this] {
    ++probes_;
    return answers_.load();
  }};
};

TEST_F(HealthTest, DoesNotProbeWhileNothingHasFailed) {
  EXPECT_FALSE(health_.is_failing());
  EXPECT_FALSE(health_.is_failing());
  EXPECT_EQ(probes_, 0);
}

TEST_F(HealthTest, IsGoodIfOneRequestFailsAndTheProbeSucceeds) {
  for (int i = 1; i <= 3; ++i) {
    health_.note_failure();
    EXPECT_FALSE(health_.is_failing());
    EXPECT_FALSE(health_.is_failing());
    EXPECT_EQ(probes_, i) << "once after each failure";
  }
  EXPECT_EQ(health_.failures(), 3U);
}

TEST_F(HealthTest, IsBadUntilTheProbeSucceedsAgain) {
  answers_ = false;
  EXPECT_FALSE(health_.is_failing()) << "no request has failed yet";
  health_.note_failure();
  EXPECT_TRUE(health_.is_failing());
  EXPECT_TRUE(health_.is_failing());
  answers_ = true;
  EXPECT_FALSE(health_.is_failing());
  EXPECT_EQ(probes_, 3);
}

TEST_F(HealthTest, ProbesForReadinessBeforeAnyFailureButOnlyOnceASecond) {
  answers_ = false;
  EXPECT_TRUE(health_.is_failing_now());
  answers_ = true;
  EXPECT_FALSE(health_.is_failing_now()) << "a failing archive is probed again at once";
  for (int i = 0; i < 100; ++i) health_.is_failing_now();
  EXPECT_LT(probes_, 50) << "once a second";
}

TEST_F(HealthTest, ProbesOnOneThreadAtATime) {
  std::atomic<int> running = 0, most = 0;
  Health health([&] {
    most = std::max(most.load(), ++running);
    std::this_thread::yield();
    --running;
    return false;
  });
  std::vector<std::jthread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < 100; ++n) {
        health.note_failure();
        health.is_failing();
        health.is_failing_now();
      }
    });
  threads.clear();
  EXPECT_EQ(most, 1);
  EXPECT_EQ(health.failures(), 800U);
  EXPECT_TRUE(health.is_failing());
}

TEST(ArchiveProbe, SucceedsOnAnyIntactArchive) {
  const std::vector<std::vector<Article>> archives = {
      {},
      {small_article("1", "", "")},
      {small_article("1", "NOT (\"storm\" OR", "Undated.", "")},
      {small_article("1", std::string(5000, 'x'), "A storm.", "2001-01-01"),
       small_article("2", "Storm", "Another.", "2002-02-02")},
  };
  for (const std::vector<Article>& articles : archives) {
    const SmallIndex index(articles);
    SearcherPool pool(index.directory());
    ArchiveProbe probe;
    for (int i = 0; i < 2; ++i) EXPECT_TRUE(probe.answers(*pool.acquire())) << articles.size();
  }
}

TEST(ArchiveProbe, SucceedsOnEachNewGeneration) {
  SmallIndex index({small_article("1", "Storm", "A storm.", "2001-01-01")});
  SearcherPool pool(index.directory());
  ArchiveProbe probe;
  EXPECT_TRUE(probe.answers(*pool.acquire()));
  index.publish({small_article("2", "Calm", "Nothing.", "2002-02-02")});
  EXPECT_TRUE(probe.answers(*pool.acquire()));
  index.publish({});
  EXPECT_TRUE(probe.answers(*pool.acquire()));
}

}  // namespace
}  // namespace backfile
