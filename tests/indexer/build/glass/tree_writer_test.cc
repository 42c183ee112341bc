// Tables that are nothing but keys and tags.
#include "indexer/build/glass/tree_writer.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <string>

#include "indexer/base/failure.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// A number of so many bytes.
std::string key_of(std::uint32_t number, std::size_t size) {
  const std::string digits = std::to_string(number);
  return std::string(size - digits.size(), '0') + digits;
}

TreeRoot write_keys(const std::string& file, std::uint32_t keys, std::size_t size) {
  TreeWriter table(file);
  for (std::uint32_t i = 0; i < keys; ++i) table.add(key_of(i, size), "tag");
  return table.finish();
}

TEST(TreeWriter, MakesAsManyLevelsAsItNeeds) {
  const TemporaryDirectory directory;
  const struct {
    std::uint32_t keys;
    unsigned level;
  } cases[] = {{1, 0}, {30, 0}, {40, 1}, {900, 1}, {1'200, 2}, {25'000, 2}, {40'000, 3}};
  for (const auto& c : cases) {
    SCOPED_TRACE(c.keys);
    const std::string file = directory / std::to_string(c.keys);
    // Keys that differ at the end only, of which a branch holds as few as a leaf.
    const TreeRoot root = write_keys(file, c.keys, 255);
    EXPECT_EQ(root.level, c.level);
    EXPECT_EQ(root.entries, c.keys);
    EXPECT_EQ(root.blocks, root.block + 1);
    EXPECT_EQ(fs::file_size(file), root.blocks * TreeBlock::size);
  }
}

TEST(TreeWriter, HoldsNothingWithoutEntries) {
  const TemporaryDirectory directory;
  TreeWriter created(directory / "created"), other(directory / "other");
  created.create();
  for (TreeWriter* table : {&created, &other}) {
    const TreeRoot root = table->finish();
    EXPECT_EQ(root.entries, 0U);
    EXPECT_EQ(root.blocks, 0U);
  }
  EXPECT_EQ(fs::file_size(created.path()), 0U);
  EXPECT_FALSE(fs::exists(other.path()));
}

TEST(TreeWriter, RefusesKeysOutOfOrder) {
  const TemporaryDirectory directory;
  const struct {
    const char *key, *next;
  } cases[] = {{"b", "b"}, {"b", "a"}, {"ba", "b"}, {"\xFF", "a"}, {"a", ""}};
  for (const auto& c : cases) {
    SCOPED_TRACE(c.next);
    TreeWriter table(directory / ("table" + std::to_string(&c - cases)));
    table.add(c.key, "");
    EXPECT_THROW(table.add(c.next, ""), Failure);
  }
}

TEST(TreeWriter, RefusesKeysThatAreTooLong) {
  const TemporaryDirectory directory;
  TreeWriter table(directory / "table");
  table.add(std::string(255, 'a'), "");
  try {
    table.add(std::string(256, 'b'), "");
    ADD_FAILURE() << "taken";
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), testing::HasSubstr("table: a key has 256 bytes"));
  }
}

TEST(TreeWriter, NeverWritesOverATable) {
  const TemporaryDirectory directory;
  directory.write("table", "what was there");
  TreeWriter table(directory / "table");
  try {
    table.add("a", "");
    ADD_FAILURE() << "written over";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Exit::unwritable);
    EXPECT_THAT(failure.what(), testing::HasSubstr(directory / "table"));
  }
  EXPECT_EQ(directory.read("table"), "what was there");
}

}  // namespace
}  // namespace backfile
