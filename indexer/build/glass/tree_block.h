// One block of a table while it is filled: items from its end, a directory of them from its front.
//
//   header      11 bytes: revision (4), level (1), largest gap (2), all gaps (2), end of directory (2)
//   directory   where each item begins (2), in the order of keys
//   gap
//   items
//
// Numbers are big-endian. Level 0 is a leaf; a block of level n + 1 has the numbers of blocks of
// level n. Used by tree_writer.h, which knows what items hold. For one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

class TreeBlock {
 public:
  static constexpr std::size_t size = 8192;
  static constexpr std::size_t header_size = 11;
  static constexpr std::size_t directory_entry = 2;

  explicit TreeBlock(unsigned level) : level_(level), bytes_(size, '\0') {}

  unsigned level() const { return level_; }
  std::size_t items() const { return (directory_end_ - header_size) / directory_entry; }
  bool has_room(std::size_t item) const {
    return items_begin_ - directory_end_ >= item + directory_entry;
  }
  // Where the next item is to be written, which must have room.
  char* add(std::size_t item);
  // The whole block, valid until something is done with it.
  std::string_view sealed();
  // As it was in the beginning.
  void clear();

 private:
  unsigned level_;
  std::string bytes_;
  std::size_t directory_end_ = header_size, items_begin_ = size;
};

// Every block, and the table, is of the first revision: databases are written once.
inline constexpr std::uint32_t first_revision = 1;

}  // namespace backfile
