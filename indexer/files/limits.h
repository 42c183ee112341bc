// What one forward index may hold: everything is counted in 32 bits.
//
// A part of an archive has ten million articles at the most, which stay well below. Checked while
// runs are written and again before they are joined, so that nothing is lost. Pure; any thread.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

namespace backfile {

struct ForwardLimits {
  static constexpr std::uint64_t in_32_bits = std::numeric_limits<std::uint32_t>::max();

  std::uint64_t positions = in_32_bits;        // of all articles
  std::uint64_t forms = in_32_bits - 8;        // the reserved numbers (format.h)
  std::uint64_t form_bytes = in_32_bits / 2;   // of the texts of all forms
  std::uint64_t separators = in_32_bits;       // different ones
  std::uint64_t separator_bytes = in_32_bits;  // of their texts, and of all records' entries
};

// Failure{unwritable} if `number` is beyond `limit`; `what` is a plural, for people: "words".
void hold_to(std::uint64_t limit, std::uint64_t number, std::string_view what);

}  // namespace backfile
