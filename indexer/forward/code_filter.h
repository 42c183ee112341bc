// A test that lets all wanted codes pass and few others, 32 codes at a time whatever is wanted.
//
// A code is four nibbles. Wanted codes are sorted into eight buckets, and for each of the four
// places a table says of each nibble, a bit a bucket, whether some code of the bucket has it there.
// A code passes if in some bucket all four do: four look-ups by PSHUFB and three ANDs. What passes
// is then looked up (scan.cc). Codes that share nibbles share a bucket, and buckets that would let
// frequent words pass are kept small. The idea is that of Teddy, the literal matcher of Hyperscan.
// Pure; safe on any thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "indexer/forward/format.h"

namespace backfile {

struct CodeFilter {
  // By place, the lowest nibble first; by nibble, a bit for each bucket.
  alignas(16) std::array<std::array<std::uint8_t, 16>, 4> tables = {};

  bool passes(WordCode code) const {
    return (tables[0][code & 15] & tables[1][code >> 4 & 15] & tables[2][code >> 8 & 15] &
            tables[3][code >> 12]) != 0;
  }
};

// Of different codes in rising order. Takes some microseconds for a hundred.
CodeFilter make_filter(std::span<const WordCode> codes);

}  // namespace backfile
