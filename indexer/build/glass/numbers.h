// How glass, Xapian's format on disk, writes numbers in keys and blocks; those in entries are varints
// (files/varint.h).
//
// Pure functions; safe on any thread.
#pragma once

#include <bit>
#include <cstdint>
#include <string>

namespace backfile {

// The highest byte first, as all numbers of a block.
template <class Number>
char* put_big_endian(char* at, Number number) {
  for (int shift = 8 * (static_cast<int>(sizeof number) - 1); shift >= 0; shift -= 8) {
    *at++ = static_cast<char>(number >> shift);
  }
  return at;
}

// Bytes in the order of their numbers: two below 0x8000; else three to five, of which the first
// begins with a 1 for each of them beyond the second, then a 0.
inline void append_sortable(std::string& out, std::uint32_t number) {
  int bytes = 2;
  std::uint64_t marked = number;
  if (number >= 0x8000) {
    bytes = (37 - std::countl_zero(number)) / 7;
    const std::uint64_t ones = (std::uint64_t{0xFF} << (10 - bytes)) & 0xFF;
    marked |= ones << (8 * (bytes - 1));
  }
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(marked >> (8 * i));
}

}  // namespace backfile
