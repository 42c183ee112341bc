// A sorted list of different strings in a file: numbered in order, found by their bytes or prefix.
//
// Front-coded in blocks of 16: the first string of a block whole, of each other one the length it
// shares with the string before it and the rest (varint.h). An array of u32 has where each block
// begins. About half the bytes of the strings themselves; a look-up reads one block after a binary
// search over their first strings. Uses section_file.h, which tells what is damaged. Safe on any
// thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/files/section_file.h"

namespace backfile {

class SortedStrings {
 public:
  static constexpr std::uint32_t block_size = 16;

  // Two sections of the file: the blocks' bytes, then where they begin. `count` strings.
  SortedStrings(const SectionFile& file, std::size_t section, std::uint32_t count);

  std::uint32_t size() const { return count_; }
  std::string at(std::uint32_t number) const;
  std::optional<std::uint32_t> find(std::string_view text) const;
  // Calls visit(number, text) for those in [first, last), in order, until it returns false: what
  // wildcards and slips of the pen are looked for with.
  void visit(std::uint32_t first, std::uint32_t last,
             const std::function<bool(std::uint32_t, std::string_view)>& visit) const;
  // How many strings come before `text`.
  std::uint32_t lower_bound(std::string_view text) const;
  // The numbers [first, last) of the strings that begin with `prefix`.
  std::pair<std::uint32_t, std::uint32_t> with_prefix(std::string_view prefix) const;

 private:
  class Cursor;
  std::string_view first_of(std::uint32_t block) const;
  std::string_view block(std::uint32_t block) const;

  const SectionFile& file_;
  std::string_view bytes_;
  std::span<const std::uint32_t> blocks_;
  std::uint32_t count_;
};

// Makes the two sections: strings in rising order.
class SortedStringsWriter {
 public:
  void add(std::string_view text);
  std::uint32_t size() const { return count_; }
  void write(SectionFileWriter& out) const;

 private:
  std::string bytes_, last_;
  std::vector<std::uint32_t> blocks_;
  std::uint32_t count_ = 0;
};

}  // namespace backfile
