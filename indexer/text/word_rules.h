// UAX #29's word boundaries over UTF-8, for every script that has spaces or letters to go by.
//
// The rules of ICU's iterator for locale "sv", without its cost: classes of characters from ICU,
// the rules themselves here, and tests that hold the two equal. Scripts written without spaces are
// not cut here; tokenize.h asks ICU's dictionaries for them. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace backfile {

enum class SegmentKind : std::uint8_t {
  other,  // spaces, punctuation, symbols
  letters,
  number,
  dictionary,  // a run of Han, Kana, Thai and their like, still to be cut into words
};

struct Segment {
  std::size_t end;
  SegmentKind kind;
  bool plain;  // letters alone, or ASCII digits alone: nothing inside to look at
};

// The segment that begins at `begin`, which is a boundary of valid UTF-8 and before its end.
Segment next_segment(std::string_view text, std::size_t begin);

}  // namespace backfile
