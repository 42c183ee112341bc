// Numbers byte strings as they come: 0, 1, 2, ... in the order of their first appearance.
//
// An open-addressing hash table over one array of bytes, about 32 bytes a key beside the key
// itself. What a build knows forms, separators and values by. For one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

class KeyTable {
 public:
  KeyTable();

  // The number of the key, a new one if it has none yet.
  std::uint32_t number_of(std::string_view key);

  std::string_view key(std::uint32_t number) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(begins_.size() - 1); }
  std::size_t bytes() const;  // of memory

  // All numbers in the order of their keys' bytes.
  std::vector<std::uint32_t> sorted() const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // + 1; 0: free
  };
  Slot& free_slot(std::uint32_t hash);
  void grow();

  std::string keys_;
  std::vector<std::uint64_t> begins_;  // by number, and the end of the last
  std::vector<Slot> slots_;
};

}  // namespace backfile
