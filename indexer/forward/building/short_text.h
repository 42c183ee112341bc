// The first sixteen bytes of a text as two numbers: most words are compared and hashed as these.
//
// Read in two loads, where sixteen bytes of the text around it may be read. Used by text_table.h.
// Pure; safe on any thread.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace backfile {

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");

struct ShortText {
  std::uint64_t low, high;  // zeros behind the text

  friend bool operator==(const ShortText&, const ShortText&) = default;
};
inline constexpr std::size_t longest_short = sizeof(ShortText);

// What leaves of sixteen bytes the first 0, 1, ..., 16.
inline constexpr auto short_masks = [] {
  std::array<ShortText, longest_short + 1> masks{};
  for (std::size_t size = 1; size <= longest_short; ++size) {
    for (std::size_t byte = 0; byte < size; ++byte) {
      (byte < 8 ? masks[size].low : masks[size].high) |= std::uint64_t{0xFF} << 8 * (byte % 8);
    }
  }
  return masks;
}();

// The `size` bytes at `begin` of a text that has them; at most longest_short.
inline ShortText short_text(std::string_view text, std::size_t begin, std::size_t size) {
  ShortText bytes{};
  if (text.size() - begin < sizeof bytes) {
    std::memcpy(&bytes, text.data() + begin, size);
    return bytes;
  }
  std::memcpy(&bytes, text.data() + begin, sizeof bytes);
  return {bytes.low & short_masks[size].low, bytes.high & short_masks[size].high};
}

}  // namespace backfile
