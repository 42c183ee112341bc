// Looks for codes in codes: the innermost loop of every question that reads records.
//
// Up to 32 wanted codes are compared with 8 or 16 words at a time, by SSE2 or AVX2, whichever this
// machine has; more go through a table of bits. Both write a bit for each position, so that what
// follows is free of branches that nobody could predict. The plain loop is for other machines, and
// for tests to hold the others to. Pure; safe on any thread.
//
//   const CodeSet wanted(codes);
//   std::vector<std::uint64_t> hits(mask_words(record.codes.size()));
//   find_codes(record.codes, wanted, hits.data());
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/forward/format.h"

namespace backfile {

// How many codes beyond the last one a scan may read, never use: a file of codes has that much room
// at its end (section_file.h).
inline constexpr std::size_t scan_overrun = 64;

class CodeSet {
 public:
  static constexpr std::size_t most_compared = 32;

  CodeSet() = default;
  explicit CodeSet(std::vector<WordCode> codes);  // in any order, repeated or not

  std::span<const WordCode> codes() const { return codes_; }
  bool contains(WordCode code) const { return (bits_[code / 64] >> code % 64 & 1) != 0; }
  const std::uint64_t* bits() const { return bits_.data(); }

 private:
  std::vector<WordCode> codes_;  // rising
  std::array<std::uint64_t, 65536 / 64> bits_ = {};
};

enum class Instructions : std::uint8_t { plain, sse2, avx2 };
Instructions best_instructions();  // of this machine

constexpr std::size_t mask_words(std::size_t positions) {
  return (positions + 63) / 64;
}

// Bit i % 64 of hits[i / 64] becomes 1 where codes[i] is wanted, else 0; so do the bits behind the
// last code. scan_overrun codes behind the last one must be readable. `hits` has
// mask_words(codes.size()) words.
void find_codes(std::span<const WordCode> codes, const CodeSet& wanted, std::uint64_t* hits,
                Instructions instructions = best_instructions());

// How many of the codes are rare.
std::size_t count_rare(std::span<const WordCode> codes);

// Calls visit(position) for each bit.
template <class Visit>
void for_each_bit(std::span<const std::uint64_t> words, const Visit& visit) {
  for (std::size_t word = 0; word < words.size(); ++word) {
    for (std::uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
      visit(
          static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
    }
  }
}

}  // namespace backfile
