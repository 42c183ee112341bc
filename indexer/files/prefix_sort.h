// Sorts numbers by the strings that they stand for, which mostly differ in their first bytes: those
// are compared as one number, so that few strings are looked at more than once.
//
// Pure functions; safe on any thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace backfile {

// The first eight bytes as a number that sorts as they do.
inline std::uint64_t prefix_of(std::string_view text) {
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    prefix = prefix << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return prefix;
}

// In the order of the bytes of key_of(number), those of equal keys as is_before(left, right) says.
template <class KeyOf, class IsBefore>
void sort_by_key(std::vector<std::uint32_t>& numbers, const KeyOf& key_of,
                 const IsBefore& is_before) {
  struct Start {
    std::uint64_t prefix;
    std::uint32_t number;
  };
  std::vector<Start> starts;
  starts.reserve(numbers.size());
  for (const std::uint32_t number : numbers) starts.push_back({prefix_of(key_of(number)), number});
  std::ranges::sort(starts, [&](const Start& left, const Start& right) {
    if (left.prefix != right.prefix) return left.prefix < right.prefix;
    const int order = key_of(left.number).compare(key_of(right.number));
    return order != 0 ? order < 0 : is_before(left.number, right.number);
  });
  std::ranges::transform(starts, numbers.begin(), &Start::number);
}

// The same of keys that are all different.
template <class KeyOf>
void sort_by_key(std::vector<std::uint32_t>& numbers, const KeyOf& key_of) {
  sort_by_key(numbers, key_of, [](std::uint32_t, std::uint32_t) { return false; });
}

}  // namespace backfile
