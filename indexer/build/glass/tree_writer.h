// A table of Xapian's glass format, a B-tree of keys and tags, written front to back.
//
// Keys come in rising order; a block that is full gets the next number and goes to the file, and the
// level above learns where it is. So leaves lie in the order of keys, the root comes last, and no
// more is held than a block a level. A tag that does not fit into a quarter of a block is cut into
// pieces: four items always fit, which is what Xapian's own code relies on when it updates a table.
//
//   leaf item     size and flags (2), length of key (1), key, piece (2; not in the first), tag
//   branch item   number of a block (4), length of key (1), key, piece (2)
//
// Uses tree_block.h. Beside it: table_entries.h, what is written; version_file.h, where the root is
// kept. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/checksum.h"
#include "indexer/build/glass/tree_block.h"

namespace backfile {

// What the version file has to say of a table; all 0 if it has no entries.
struct TreeRoot {
  std::uint32_t block = 0;
  unsigned level = 0;
  std::uint64_t entries = 0;
  std::uint64_t blocks = 0;
};

class TreeWriter {
 public:
  static constexpr std::size_t longest_key = 255;

  // The file must not exist; it is made with the first entry, or by create().
  explicit TreeWriter(const std::filesystem::path& file) : path_(file), levels_{Level(0)} {}
  ~TreeWriter();
  TreeWriter(const TreeWriter&) = delete;
  TreeWriter& operator=(const TreeWriter&) = delete;

  void create();
  // `deflated`: the tag is to be inflated by who reads it. Failure{corrupt} for a key that does not
  // come after all before it.
  void add(std::string_view key, std::string_view tag, bool deflated = false);
  // Writes what is left. Nothing may be added afterwards.
  TreeRoot finish();
  // After that: reads the file and demands that it be what was written, or Failure{corrupt}.
  void verify() const;

  const std::filesystem::path& path() const { return path_; }

 private:
  // A block of each level, and the least key and piece that tell it from the block before it.
  struct Level {
    explicit Level(unsigned level) : block(level) {}
    TreeBlock block;
    std::string separator = {};
    std::uint16_t piece = 0;
  };

  void check_key(std::string_view key) const;
  void put(std::string_view key, std::size_t piece, std::string_view tag, unsigned flags);
  void set_separator(std::string_view key, std::size_t piece);
  void seal(std::size_t level);
  void add_child(std::size_t level, const std::string& separator, std::uint16_t piece,
                 std::uint32_t child);
  void flush();

  std::filesystem::path path_;
  int descriptor_ = -1;
  std::vector<Level> levels_;  // the leaf first
  std::string last_key_;
  std::string buffer_;        // blocks that are not in the file yet
  std::uint32_t blocks_ = 0;  // sealed
  std::uint64_t entries_ = 0;
  Checksum sum_;  // of all sealed blocks
};

}  // namespace backfile
