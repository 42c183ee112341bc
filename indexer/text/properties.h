// What ICU says of a code point, remembered: to ask it costs more than all else that is done with
// the character.
//
//   Class look_up_class(char32_t c);     // an enum or a bool, below 255
//   remembered<look_up_class>(c)         // the same
//
// A byte for each code point below U+10000, filled as they come. Safe on any thread.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace backfile {

// One more than the value; 0: not yet asked for.
template <auto look_up>
inline std::array<std::atomic<std::uint8_t>, 0x10000> remembered_values{};

template <auto look_up>
inline auto remembered(char32_t c) {
  using Value = decltype(look_up(c));
  if (c >= 0x10000) return look_up(c);
  std::atomic<std::uint8_t>& known = remembered_values<look_up>[c];
  if (const std::uint8_t value = known.load(std::memory_order_relaxed); value != 0) {
    return static_cast<Value>(value - 1);
  }
  const Value value = look_up(c);
  known.store(static_cast<std::uint8_t>(static_cast<unsigned>(value) + 1),
              std::memory_order_relaxed);
  return value;
}

}  // namespace backfile
