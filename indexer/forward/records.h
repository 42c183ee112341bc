// Records on disk: the five files beside the lexicon, as sections of numbers.
//
//   codes        section 0: WordCode for each position of all records
//   rare         section 0: FormId of each rare code, in order
//                section 1: u32 each, how many rare codes stand before position 0, 512, 1024, ...
//   separators   section 0: the entries of all records, each record's from its own position 0
//   offsets      section 0: RecordOffset for each docid from 1 on, and one that ends the last
//   facts        section 0: RecordFacts for each docid from 1 on
//                section 1: readers, counted strings; section 2: the fingerprint of the analyzer
//
// building/record_writer.h writes them, forward_index.h reads them. Plain values.
#pragma once

#include <array>
#include <cstdint>

namespace backfile {

// Positions between two entries of the directory of rare forms: a look-up counts rare codes over
// half as many on average, some nanoseconds' work, and the directory is a 250th of the codes.
inline constexpr std::uint32_t rare_block = 512;

struct RecordOffset {
  std::uint32_t codes = 0;       // where it begins, in codes
  std::uint32_t separators = 0;  // in bytes
};
static_assert(sizeof(RecordOffset) == 8);

struct RecordFacts {
  std::uint64_t text_hash = 0;                     // hash_of() its parts (article_text.h)
  std::array<std::uint8_t, 16> content_hash = {};  // of what its reader was given
  std::uint16_t language = 0;                      // among the lexicon's
  std::uint16_t reader = 0;
  std::uint32_t zero = 0;
};
static_assert(sizeof(RecordFacts) == 32);

}  // namespace backfile
