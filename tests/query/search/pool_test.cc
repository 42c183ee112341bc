// Searchers lent to threads while generations are published, replaced and damaged.
#include "query/search/pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "indexer/base/failure.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

std::vector<Article> generation(int number) {
  return {small_article("1", "Storm", "generation" + std::to_string(number)),
          small_article("2", "Bridge", "A storm.")};
}

std::uint64_t total(Searcher& searcher, std::string query) {
  Request request;
  request.query = std::move(query);
  return searcher.search(request).total;
}

TEST(SearcherPool, ServesThePublishedGeneration) {
  SmallIndex index(generation(1));
  SearcherPool pool(index.directory());
  EXPECT_EQ(total(*pool.acquire(), "generation1"), 1U);
  const std::shared_ptr<Searcher> old = pool.acquire();
  index.publish(generation(2));
  EXPECT_EQ(total(*pool.acquire(), "generation2"), 1U);
  // Who holds a searcher keeps its generation.
  EXPECT_EQ(total(*old, "generation1"), 1U);
  EXPECT_EQ(pool.trouble(), "");
}

TEST(SearcherPool, LendsASearcherToOneAtATimeAndTakesItBack) {
  const SmallIndex index(generation(1));
  SearcherPool pool(index.directory());
  const Searcher* first = pool.acquire().get();
  EXPECT_EQ(pool.acquire().get(), first);
  const std::shared_ptr<Searcher> held = pool.acquire();
  EXPECT_NE(pool.acquire().get(), held.get());
}

TEST(SearcherPool, MayBeOutlivedByWhatItLent) {
  const SmallIndex index(generation(1));
  std::shared_ptr<Searcher> searcher;
  {
    SearcherPool pool(index.directory());
    searcher = pool.acquire();
  }
  EXPECT_EQ(total(*searcher, "storm"), 2U);
}

TEST(SearcherPool, GoesOnWithTheOldGenerationIfTheNewOneCannotBeOpened) {
  SmallIndex index(generation(1));
  SearcherPool pool(index.directory());
  std::ofstream(index.directory() / "current") << "20990101T000000Z-99\n";
  EXPECT_EQ(total(*pool.acquire(), "generation1"), 1U);
  EXPECT_NE(pool.trouble(), "");
  EXPECT_EQ(total(*pool.acquire(), "generation1"), 1U);
  index.publish(generation(2));
}

TEST(SearcherPool, ComplainsOnceOfEachGenerationThatCannotBeOpened) {
  SmallIndex index(generation(1));
  std::vector<std::string> names;
  SearcherPool pool(index.directory(), [&](const std::string& name, const std::string& why) {
    names.push_back(name);
    EXPECT_NE(why, "");
  });
  const auto ask_twice = [&] {
    pool.acquire();
    pool.acquire();
  };
  const auto damage = [&](const std::string& name) {
    std::filesystem::create_directories(index.directory() / "generations" / name);
    std::ofstream(index.directory() / "current") << name << '\n';
  };
  ask_twice();
  EXPECT_EQ(names, std::vector<std::string>());
  damage("20990101T000000Z-97");
  ask_twice();
  EXPECT_EQ(names, std::vector<std::string>{"20990101T000000Z-97"});
  std::ofstream(index.directory() / "current") << "20990101T000000Z-98\n";  // which is not there
  ask_twice();
  EXPECT_EQ(names.size(), 2U);
  EXPECT_EQ(names.back(), "");
}

TEST(SearcherPool, TriesAndComplainsAgainWhenItIsToldToLook) {
  SmallIndex index(generation(1));
  int complaints = 0;
  SearcherPool pool(index.directory(),
                    [&](const std::string&, const std::string&) { ++complaints; });
  const std::string whole = current_name(index.directory());
  std::ofstream(index.directory() / "current") << "20990101T000000Z-99\n";
  for (int i = 1; i <= 3; ++i) {
    pool.look_now();
    EXPECT_EQ(complaints, i);
  }
  std::ofstream(index.directory() / "current") << whole << '\n';
  pool.look_now();
  EXPECT_EQ(pool.trouble(), "");
  index.publish(generation(2));
  pool.look_now();
  EXPECT_EQ(facts(*pool.archive()).generation, current_name(index.directory()));
  EXPECT_EQ(complaints, 3);
}

TEST(SearcherPool, FailsAtOnceWithoutAnIndex) {
  EXPECT_THROW(SearcherPool("/nonexistent/index"), Failure);
}

TEST(SearcherPool, IsSafeWhileGenerationsComeAndGo) {
  SmallIndex index(generation(0));
  SearcherPool pool(index.directory());
  std::atomic<bool> done = false;
  std::atomic<int> wrong = 0, answered = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      std::string last;
      while (!done) {
        const std::shared_ptr<Searcher> searcher = pool.acquire();
        const std::string name = facts(searcher->archive()).generation;
        // Every generation has both articles, and no thread goes back to an older one.
        if (total(*searcher, "storm") != 2 || name < last) ++wrong;
        last = name;
        ++answered;
      }
    });
  }
  for (int number = 1; number <= 5; ++number) index.publish(generation(number));
  const int before = answered;
  while (answered < before + 20) std::this_thread::yield();
  done = true;
  threads.clear();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(total(*pool.acquire(), "generation5"), 1U) << pool.trouble();
}

}  // namespace
}  // namespace backfile
