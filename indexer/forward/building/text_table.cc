// Linear probing, at most half full.
#include "indexer/forward/building/text_table.h"

#include <utility>

namespace backfile {
namespace {

constexpr std::size_t first_slots = 1024;

}  // namespace

TextTable::TextTable() : slots_(first_slots), mask_(first_slots - 1) {
}

std::uint32_t TextTable::add(const Sought& sought, std::string_view written,
                             std::uint32_t document) {
  Entry& entry = entries_.emplace_back();
  entry.block = sought.block;
  entry.label = sought.label;
  entry.count(document);
  if (written.size() > longest_short) {
    entry.block = {texts_.size(), written.size()};
    texts_ += written;
  }
  const std::uint32_t hash = sought.hash;
  put({hash, size()});
  if (std::size_t{size()} * 2 > slots_.size()) grow();
  return size() - 1;
}

void TextTable::put(Slot filled) {
  std::size_t slot = filled.hash & mask_;
  while (slots_[slot].number != 0) slot = (slot + 1) & mask_;
  slots_[slot] = filled;
}

void TextTable::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  mask_ = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number != 0) put(slot);
  }
}

std::size_t TextTable::bytes() const {
  return entries_.capacity() * sizeof entries_[0] + texts_.capacity() +
         slots_.capacity() * sizeof slots_[0];
}

}  // namespace backfile
