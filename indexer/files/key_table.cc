// Linear probing, at most half full.
#include "indexer/files/key_table.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "indexer/files/prefix_sort.h"

namespace backfile {
namespace {

constexpr std::size_t first_slots = 1024;

}  // namespace

KeyTable::KeyTable() : begins_{0}, slots_(first_slots) {
}

std::string_view KeyTable::key(std::uint32_t number) const {
  return std::string_view(keys_).substr(begins_[number], begins_[number + 1] - begins_[number]);
}

std::uint32_t KeyTable::number_of(std::string_view key) {
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>()(key));
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask; slots_[slot].number != 0; slot = (slot + 1) & mask) {
    const std::uint32_t number = slots_[slot].number - 1;
    if (slots_[slot].hash == hash && this->key(number) == key) return number;
  }
  keys_ += key;
  begins_.push_back(keys_.size());
  free_slot(hash) = {hash, size()};
  if (std::size_t{size()} * 2 > slots_.size()) grow();
  return size() - 1;
}

KeyTable::Slot& KeyTable::free_slot(std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].number != 0) slot = (slot + 1) & mask;
  return slots_[slot];
}

void KeyTable::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (const Slot& slot : old) {
    if (slot.number != 0) free_slot(slot.hash) = slot;
  }
}

std::size_t KeyTable::bytes() const {
  return keys_.capacity() + begins_.capacity() * sizeof begins_[0] +
         slots_.capacity() * sizeof slots_[0];
}

std::vector<std::uint32_t> KeyTable::sorted() const {
  std::vector<std::uint32_t> numbers(size());
  std::iota(numbers.begin(), numbers.end(), 0U);
  sort_by_key(numbers, [this](std::uint32_t number) { return key(number); });
  return numbers;
}

}  // namespace backfile
