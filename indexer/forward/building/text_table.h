// Numbers texts as they come, 0, 1, 2, ..., each by its bytes and a tag, and counts where they are.
//
// What a run knows its forms and separators by. Like files/key_table.h, but made for words that
// nearly all have been seen before: up to sixteen bytes lie in the entry itself, so that a word is
// found by two numbers, without a copy and without a look anywhere else. For one thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/tokenize.h"

namespace backfile {

class TextTable {
 public:
  static constexpr std::uint32_t tag_end = std::uint32_t{1} << 27;

  // The first bytes of a text as two numbers, with zeros behind it.
  using Block = std::array<std::uint64_t, 2>;

  // A text on its way through the table.
  struct Sought {
    Block block;
    std::uint32_t label;  // the tag, and the size of a text that is inside
    std::uint32_t hash;
  };

  TextTable();

  // The three steps in which a text is numbered. Each asks the processor for the memory that the
  // next will look at, which takes as long as all else: take each step for several texts in turn.
  //
  //   1. what stands at `range` of `text`; the tag is below tag_end
  Sought seek(std::string_view text, Range range, std::uint32_t tag) const;
  void approach(const Sought& sought) const;  // 2.
  //   3. its number, a new one if it has none yet. One more occurrence is counted, in a document
  //      other than 0. `written` is what it was sought for.
  std::uint32_t count(const Sought& sought, std::string_view written, std::uint32_t document);

  // Whether the text of that number stands at `begin` of another one.
  bool stands_at(std::uint32_t number, std::string_view text, std::size_t begin) const;

  // Valid until something is added.
  std::string_view text(std::uint32_t number) const {
    const Entry& entry = entries_[number];
    const std::uint32_t size = entry.label & size_mask;
    if (size > longest_inside) return {texts_.data() + entry.block[0], entry.block[1]};
    return {reinterpret_cast<const char*>(entry.block.data()), size};
  }
  std::uint32_t tag(std::uint32_t number) const { return entries_[number].label >> size_bits; }
  std::uint32_t occurrences(std::uint32_t number) const { return entries_[number].occurrences; }
  std::uint32_t documents(std::uint32_t number) const { return entries_[number].documents; }

  std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
  std::size_t bytes() const;  // of memory

 private:
  static constexpr std::uint32_t longest_inside = sizeof(Block);
  static constexpr unsigned size_bits = 5;
  static constexpr std::uint32_t size_mask = (1U << size_bits) - 1;

  struct Entry {
    Block block;  // of a longer text, where it lies in texts_ and its length
    std::uint32_t label = 0;
    std::uint32_t occurrences = 0, documents = 0;
    std::uint32_t last_document = 0;

    void count(std::uint32_t document) {
      ++occurrences;
      documents += last_document != document ? 1 : 0;
      last_document = document;
    }
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // + 1; 0: free
  };

  static Block first_bytes(std::string_view text, std::size_t begin, std::size_t size);
  bool is_same(const Entry& entry, const Sought& sought, std::string_view written) const;
  std::uint32_t add(const Sought& sought, std::string_view written, std::uint32_t document);
  void put(Slot filled);
  void grow();

  std::vector<Entry> entries_;  // by number
  std::string texts_;           // those that are too long
  std::vector<Slot> slots_;
  std::size_t mask_;
};

}  // namespace backfile
