// Numbers of any size in as few bytes as they need (LEB128): seven bits a byte, the lowest first,
// the high bit on all but the last.
//
// Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

// Of a number of 32 bits.
inline constexpr std::size_t longest_varint_32 = 5;

// To where there is room for it; returns where it ends.
inline char* put_varint(char* to, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) *to++ = static_cast<char>(number | 0x80);
  *to++ = static_cast<char>(number);
  return to;
}

inline void append_varint(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
  out += static_cast<char>(number);
}

// Takes a number from the front of `bytes`; nothing if it is cut off or beyond 64 bits.
inline std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < bytes.size() && i < 10; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    number |= std::uint64_t{byte & 0x7Fu} << 7 * i;
    if (byte < 0x80) {
      bytes.remove_prefix(i + 1);
      return number;
    }
  }
  return std::nullopt;
}

// As many bytes as the number before them says; nothing if they are cut off.
inline std::optional<std::string_view> take_counted(std::string_view& bytes) {
  std::string_view rest = bytes;
  const auto length = take_varint(rest);
  if (!length || *length > rest.size()) return std::nullopt;
  const std::string_view taken = rest.substr(0, *length);
  bytes = rest.substr(*length);
  return taken;
}

inline void append_counted(std::string& out, std::string_view bytes) {
  append_varint(out, bytes.size());
  out += bytes;
}

}  // namespace backfile
