// Looks for codes in codes: the innermost loop of every question that reads records.
//
// Three ways, by how many codes are wanted, of which each machine has what its instructions allow:
//
//   a few       compared with 8 (SSE2) or 16 words (AVX2) at a time
//   up to 128   a filter over 32 words at a time (code_filter.h; AVX2), then a look-up of what
//               passes
//   more        a table of bits, word by word: the plain loop, which other machines use for all,
//               and tests hold the others to
//
// All write a bit for each position, so that what follows is free of branches that nobody could
// predict. Instructions are chosen at run time. Pure; safe on any thread.
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

#include "indexer/forward/code_filter.h"
#include "indexer/forward/format.h"

namespace backfile {

// How many codes beyond the last one a scan may read, never use: a file of codes has that much room
// at its end (section_file.h).
inline constexpr std::size_t scan_overrun = 64;

class CodeSet {
 public:
  // Beyond so many the next way is faster, as bench/forward_gate measures it.
  static constexpr std::size_t most_compared_sse2 = 16, most_compared_avx2 = 10;
  static constexpr std::size_t most_filtered = 128;

  CodeSet() = default;
  explicit CodeSet(std::vector<WordCode> codes);  // in any order, repeated or not

  std::span<const WordCode> codes() const { return codes_; }
  bool contains(WordCode code) const { return (bits_[code / 64] >> code % 64 & 1) != 0; }
  const std::uint64_t* bits() const { return bits_.data(); }
  const CodeFilter& filter() const { return filter_; }  // of at most most_filtered codes

 private:
  std::vector<WordCode> codes_;  // rising
  std::array<std::uint64_t, 65536 / 64> bits_ = {};
  CodeFilter filter_;
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
