// A stretch of text made to fit: cut between words, never inside a match, and made ready to show.
//
// Widths are terminal columns, so that Chinese and Arabic fit as well. Uses snippet_reading.h;
// snippet.h puts the pieces together. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/leaf.h"
#include "query/snippet.h"
#include "query/snippet_reading.h"

namespace backfile {

// Bytes of a reading's text, and whether words of the stretch were left out at either end.
struct Cut {
  Range range;
  bool before = false;
  bool after = false;

  friend bool operator==(const Cut&, const Cut&) = default;
};

// Columns of the cut as it will be shown, ellipses counted.
std::size_t columns(const Reading& reading, const Cut& cut);

// The stretch without spaces at its ends, whole.
Cut uncut(const Reading& reading, Range stretch);

// The part of the stretch that shows most of what matched. Wider than `width` only where a single
// match is, and then by no more than four times: a longer match is not shown as one.
Cut cut_to_fit(const Reading& reading, Range stretch, std::size_t width);

// What of the reading matches within the cut, merged: a match that the cut goes through is none.
std::vector<Range> marks_within(const Reading& reading, const Cut& cut, std::string_view field,
                                const std::string& language, std::span<const Leaf> leaves);

// Spaces made single ones, controls and bidirectional controls dropped, ellipses added.
Snippet show(const Reading& reading, const Cut& cut, std::string field,
             std::span<const Range> marks);

}  // namespace backfile
