// Generations kept open for cursors: only a few, and none for longer than it is used.
#include "query/search/older_generations.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "indexer/index/generation.h"
#include "query/search/pool.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

class OlderGenerationsTest : public testing::Test {
 protected:
  // Of one published generation, three that look like older ones.
  OlderGenerationsTest() {
    const auto generations = index_.directory() / "generations";
    const auto whole = generations / current_name(index_.directory());
    for (const std::string& name : names_) {
      std::filesystem::copy(whole, generations / name, std::filesystem::copy_options::recursive);
      Manifest manifest = read_manifest(whole);
      manifest.generation = name;
      std::ofstream(generations / name / "manifest.json") << to_json(manifest);
    }
  }

  std::shared_ptr<Shelf> shelf(std::size_t which, OlderGenerations::Clock::duration later) {
    return older_.shelf(names_.at(which), start_ + later);
  }

  const std::vector<std::string> names_ = {"20200101T000000Z-1", "20200102T000000Z-2",
                                           "20200103T000000Z-3"};
  SmallIndex index_{{small_article("1", "Storm", "A storm.")}};
  OlderGenerations older_{index_.directory()};
  const OlderGenerations::Clock::time_point start_ = OlderGenerations::Clock::now();
};

TEST_F(OlderGenerationsTest, AreOpenedOnceAndAnswer) {
  const auto first = shelf(0, seconds(0));
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(shelf(0, seconds(1)), first);
  Request request;
  request.query = "storm";
  EXPECT_EQ(Shelf::lend(first)->search(request).total, 1U);
}

TEST_F(OlderGenerationsTest, AreNoneWhereTheNameIsOfNothingKept) {
  for (const char* name : {"", ".", "..", "../generations/20200101T000000Z-1", "20990101T000000Z-9",
                           "current", "/etc"}) {
    EXPECT_EQ(older_.shelf(name), nullptr) << name;
  }
  EXPECT_EQ(older_.open_count(), 0U);
}

TEST_F(OlderGenerationsTest, AreNotOpenedWhereTheyAreDamaged) {
  std::ofstream(index_.directory() / "generations" / names_[0] / "manifest.json") << "{";
  EXPECT_EQ(shelf(0, seconds(0)), nullptr);
  EXPECT_EQ(older_.open_count(), 0U);
}

TEST_F(OlderGenerationsTest, MakeRoomForAnotherOnlyWhereNobodyAskedLately) {
  EXPECT_NE(shelf(0, seconds(0)), nullptr);
  EXPECT_NE(shelf(1, seconds(30)), nullptr);
  EXPECT_EQ(shelf(2, seconds(59)), nullptr) << "both were asked for within a minute";
  EXPECT_EQ(older_.open_count(), 2U);
  EXPECT_NE(shelf(2, seconds(60)), nullptr) << "in place of the first";
  EXPECT_EQ(older_.open_count(), 2U);
  EXPECT_EQ(shelf(0, seconds(61)), nullptr);
  EXPECT_NE(shelf(1, seconds(61)), nullptr);
}

TEST_F(OlderGenerationsTest, AreLetGoWhereNobodyAsksAnyMore) {
  shelf(0, seconds(0));
  shelf(1, minutes(3));
  older_.tidy("", start_ + minutes(4));
  EXPECT_EQ(older_.open_count(), 2U);
  older_.tidy("", start_ + minutes(5));
  EXPECT_EQ(older_.open_count(), 1U);
  older_.tidy(names_[1], start_ + minutes(5));
  EXPECT_EQ(older_.open_count(), 0U) << "it is published again";
}

TEST(OlderGenerations, AreLentByThePoolByName) {
  SmallIndex index({small_article("1", "Storm")});
  SearcherPool pool(index.directory());
  const std::string newest = current_name(index.directory());
  const auto database_of = [&](const std::string& name) {
    return pool.acquire(name)->search({}).documents;
  };
  EXPECT_EQ(database_of(newest), 1U);
  index.publish({small_article("1", "Storm"), small_article("2", "Calm")});
  EXPECT_EQ(database_of(""), 2U);
  EXPECT_EQ(database_of(newest), 1U) << "it is kept";
  index.publish({small_article("1", "Storm"), small_article("2", "Calm")});
  index.publish({small_article("1", "Storm"), small_article("2", "Calm")});
  EXPECT_EQ(SearcherPool(index.directory()).acquire(newest)->search({}).documents, 2U)
      << "it is gone";
}

}  // namespace
}  // namespace backfile
