// Bits that turn over after a table was written; and what Xapian's own check sees of them.
#include <gmock/gmock.h>
#include <xapian.h>

#include <filesystem>
#include <string>

#include "indexer/base/failure.h"
#include "indexer/build/glass/both_ways.h"
#include "indexer/build/glass/glass_writer.h"
#include "tests/indexer/build/glass/database_dump.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// A database of three files, whose tables have some blocks each.
class GlassDamage : public testing::Test {
 protected:
  GlassDamage() : writer_(directory_ / "database") {
    constexpr std::uint32_t documents = 300;
    for (std::uint32_t docid = 1; docid <= documents; ++docid) {
      writer_.add_document(docid, 60, "data of document " + std::to_string(docid * 7919));
    }
    for (std::uint32_t term = 0; term < 60; ++term) {
      writer_.begin_term("term" + std::to_string(100 + term), documents, documents);
      for (std::uint32_t docid = 1; docid <= documents; ++docid) writer_.add_posting(docid, 1);
    }
    writer_.finish(uuid_of(1));
  }

  // What a function says once the bit of the file is turned, which it is no longer afterwards.
  template <class Look>
  auto with_turned_bit(const std::string& name, std::size_t bit, Look look) {
    const std::string good = directory_.read(name);
    std::string bad = good;
    bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ 1 << bit % 8);
    directory_.write(name, bad);
    const auto seen = look();
    directory_.write(name, good);
    return seen;
  }

  std::string verified() const {
    try {
      writer_.verify();
      return "nothing";
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Exit::corrupt);
      return failure.what();
    }
  }

  // Xapian reports, throws, or runs out of memory.
  bool xapian_finds_fault() const {
    try {
      return Xapian::Database::check(directory_ / "database") != 0;
    } catch (const Xapian::Error&) {
      return true;
    } catch (const std::exception&) {
      return true;
    }
  }

  TemporaryDirectory directory_;
  GlassWriter writer_;
};

TEST_F(GlassDamage, IsNotSeenWhereThereIsNone) {
  EXPECT_EQ(verified(), "nothing");
  EXPECT_FALSE(xapian_finds_fault());
}

TEST_F(GlassDamage, IsFoundWhereverABitTurns) {
  for (const std::string name : {"iamglass", "postlist.glass", "docdata.glass"}) {
    const std::size_t bits = 8 * fs::file_size(directory_ / ("database/" + name));
    for (std::size_t bit = 0; bit < bits; bit += 1 + bits / 500) {
      EXPECT_THAT(with_turned_bit("database/" + name, bit, [&] { return verified(); }),
                  testing::HasSubstr(name + ": what lies on the disk is not what was written"))
          << bit;
    }
  }
}

TEST_F(GlassDamage, IsFoundWhereAFileIsCutOffOrGoes) {
  for (const std::string name : {"iamglass", "postlist.glass", "docdata.glass"}) {
    const std::string file = directory_ / ("database/" + name), good = contents_of(file);
    fs::resize_file(file, good.size() - 1);
    EXPECT_THAT(verified(), testing::HasSubstr(name));
    directory_.write("database/" + name, good + '\0');
    EXPECT_THAT(verified(), testing::HasSubstr(name));
    fs::remove(file);
    EXPECT_THAT(verified(), testing::HasSubstr(name));
    directory_.write("database/" + name, good);
  }
  EXPECT_EQ(verified(), "nothing");
}

// The tree of blocks and the sums of frequencies, no more.
TEST_F(GlassDamage, IsSeenByXapianInTheTreeAndInCounts) {
  const std::string postlist = "database/postlist.glass";
  const std::size_t blocks = fs::file_size(directory_ / postlist) / TreeBlock::size;
  ASSERT_GT(blocks, 5U);
  for (std::size_t block = 0; block < blocks; ++block) {
    for (const std::size_t byte : {4U, 7U, 8U, 10U}) {  // level, gaps, end of the directory
      const std::size_t bit = 8 * (block * TreeBlock::size + byte) + 1;
      EXPECT_TRUE(with_turned_bit(postlist, bit, [&] { return xapian_finds_fault(); }))
          << block << ' ' << byte;
    }
  }
  const std::size_t head =
      directory_.read(postlist).find("term130") + std::string("term130").size();
  const auto counted = [&](std::size_t byte) {
    return with_turned_bit(postlist, 8 * (head + byte), [&] { return xapian_finds_fault(); });
  };
  EXPECT_TRUE(counted(0)) << "documents of the term";
  EXPECT_TRUE(counted(2)) << "occurrences of the term";
}

TEST_F(GlassDamage, IsNotSeenByXapianInDataAndStatistics) {
  const std::size_t data = directory_.read("database/docdata.glass").find("document 7919");
  EXPECT_FALSE(
      with_turned_bit("database/docdata.glass", 8 * data, [&] { return xapian_finds_fault(); }));
  const std::size_t total_length = fs::file_size(directory_ / "database/iamglass") - 2;
  EXPECT_FALSE(
      with_turned_bit("database/iamglass", 8 * total_length, [&] { return xapian_finds_fault(); }));
}

}  // namespace
}  // namespace backfile
