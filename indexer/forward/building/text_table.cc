// Linear probing, at most half full.
#include "indexer/forward/building/text_table.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "indexer/base/checksum.h"

namespace backfile {
namespace {

static_assert(std::endian::native == std::endian::little, "blocks are read as they lie");

constexpr std::size_t first_slots = 1024;

// What leaves of sixteen bytes the first 0, 1, ..., 16.
constexpr auto masks = [] {
  std::array<std::array<std::uint64_t, 2>, 17> made{};
  for (std::size_t size = 0; size <= 16; ++size) {
    for (std::size_t byte = 0; byte < size; ++byte) {
      made[size][byte / 8] |= std::uint64_t{0xFF} << 8 * (byte % 8);
    }
  }
  return made;
}();

}  // namespace

TextTable::TextTable() : slots_(first_slots), mask_(first_slots - 1) {
}

// Of no more than sixteen bytes.
TextTable::Block TextTable::first_bytes(std::string_view text, std::size_t begin,
                                        std::size_t size) {
  Block block{};
  if (text.size() - begin < sizeof block) {
    std::memcpy(block.data(), text.data() + begin, size);
    return block;
  }
  std::memcpy(block.data(), text.data() + begin, sizeof block);
  for (std::size_t i = 0; i < block.size(); ++i) block[i] &= masks[size][i];
  return block;
}

TextTable::Sought TextTable::seek(std::string_view text, Range range, std::uint32_t tag) const {
  const std::size_t size = range.end - range.begin;
  const bool is_long = size > longest_inside;
  Sought sought;
  sought.block = first_bytes(text, range.begin, is_long ? longest_inside : size);
  sought.label = tag << size_bits | (is_long ? size_mask : static_cast<std::uint32_t>(size));
  std::uint64_t hash = is_long ? checksum(slice(text, range)) : sought.block[1];
  hash = (hash ^ sought.label) * 0x9E3779B97F4A7C15u;
  hash = (hash ^ hash >> 32 ^ sought.block[0]) * 0xD6E8FEB86659FD93u;
  sought.hash = static_cast<std::uint32_t>(hash >> 32);
  __builtin_prefetch(&slots_[sought.hash & mask_]);
  return sought;
}

void TextTable::approach(const Sought& sought) const {
  const std::uint32_t number = slots_[sought.hash & mask_].number;
  if (number != 0) __builtin_prefetch(&entries_[number - 1]);
}

std::uint32_t TextTable::count(const Sought& sought, std::string_view written,
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

bool TextTable::is_same(const Entry& entry, const Sought& sought, std::string_view written) const {
  if (entry.label != sought.label) return false;
  if (written.size() <= longest_inside) return entry.block == sought.block;
  return std::string_view(texts_.data() + entry.block[0], entry.block[1]) == written;
}

bool TextTable::stands_at(std::uint32_t number, std::string_view text, std::size_t begin) const {
  const Entry& entry = entries_[number];
  const std::uint32_t size = entry.label & size_mask;
  if (size > longest_inside) return text.substr(begin).starts_with(this->text(number));
  return size <= text.size() - begin && first_bytes(text, begin, size) == entry.block;
}

std::uint32_t TextTable::add(const Sought& sought, std::string_view written,
                             std::uint32_t document) {
  Entry& entry = entries_.emplace_back();
  entry.block = sought.block;
  entry.label = sought.label;
  entry.count(document);
  if (written.size() > longest_inside) {
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
