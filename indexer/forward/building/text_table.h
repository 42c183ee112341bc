// Numbers texts as they come, 0, 1, 2, ..., each by its bytes and a tag, and counts where they are.
//
// What a run knows its forms and separators by. Like files/key_table.h, but made for words that
// nearly all have been seen before: up to sixteen bytes lie in the entry itself, so that a word is
// found by two numbers, without a copy and without a look anywhere else. For one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/checksum.h"
#include "indexer/forward/building/short_text.h"
#include "indexer/text/tokenize.h"

namespace backfile {

class TextTable {
 public:
  static constexpr std::uint32_t tag_end = std::uint32_t{1} << 27;

  // A text on its way through the table.
  struct Sought {
    ShortText block;
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
    if (size > longest_short) return {texts_.data() + entry.block.low, entry.block.high};
    return {reinterpret_cast<const char*>(&entry.block), size};
  }
  std::uint32_t tag(std::uint32_t number) const { return entries_[number].label >> size_bits; }
  std::uint32_t occurrences(std::uint32_t number) const { return entries_[number].occurrences; }
  std::uint32_t documents(std::uint32_t number) const { return entries_[number].documents; }

  std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
  std::size_t bytes() const;  // of memory

 private:
  static constexpr unsigned size_bits = 5;
  static constexpr std::uint32_t size_mask = (1U << size_bits) - 1;

  struct Entry {
    ShortText block{};  // of a longer text, where it lies in texts_ and its length
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

  bool is_same(const Entry& entry, const Sought& sought, std::string_view written) const;
  std::uint32_t add(const Sought& sought, std::string_view written, std::uint32_t document);
  void put(Slot filled);
  void grow();

  std::vector<Entry> entries_;  // by number
  std::string texts_;           // those that are too long
  std::vector<Slot> slots_;
  std::size_t mask_;
};

inline TextTable::Sought TextTable::seek(std::string_view text, Range range,
                                         std::uint32_t tag) const {
  const std::size_t size = range.end - range.begin;
  const bool is_long = size > longest_short;
  Sought sought;
  sought.block = short_text(text, range.begin, is_long ? longest_short : size);
  sought.label = tag << size_bits | (is_long ? size_mask : static_cast<std::uint32_t>(size));
  std::uint64_t hash = is_long ? checksum(slice(text, range)) : sought.block.high;
  hash = (hash ^ sought.label) * 0x9E3779B97F4A7C15u;
  hash = (hash ^ hash >> 32 ^ sought.block.low) * 0xD6E8FEB86659FD93u;
  sought.hash = static_cast<std::uint32_t>(hash >> 32);
  __builtin_prefetch(&slots_[sought.hash & mask_]);
  return sought;
}

inline void TextTable::approach(const Sought& sought) const {
  const std::uint32_t number = slots_[sought.hash & mask_].number;
  if (number != 0) __builtin_prefetch(&entries_[number - 1]);
}

inline std::uint32_t TextTable::count(const Sought& sought, std::string_view written,
                                      std::uint32_t document) {
  std::size_t slot = sought.hash & mask_;
  for (; slots_[slot].number != 0; slot = (slot + 1) & mask_) {
    if (slots_[slot].hash != sought.hash) continue;
    const std::uint32_t number = slots_[slot].number - 1;
    if (!is_same(entries_[number], sought, written)) continue;
    entries_[number].count(document);
    return number;
  }
  return add(sought, written, document);
}

inline bool TextTable::is_same(const Entry& entry, const Sought& sought,
                               std::string_view written) const {
  if (entry.label != sought.label) return false;
  if (written.size() <= longest_short) return entry.block == sought.block;
  return std::string_view(texts_.data() + entry.block.low, entry.block.high) == written;
}

inline bool TextTable::stands_at(std::uint32_t number, std::string_view text,
                                 std::size_t begin) const {
  const Entry& entry = entries_[number];
  const std::uint32_t size = entry.label & size_mask;
  if (size > longest_short) return text.substr(begin).starts_with(this->text(number));
  return size <= text.size() - begin && short_text(text, begin, size) == entry.block;
}

}  // namespace backfile
