// A stretch of text made to fit: cut between words, never inside a match or a grapheme.
//
// Widths are terminal columns, so that Chinese and Arabic fit as well. Uses analyzed_text.h;
// show.h makes snippets of the cuts. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>

#include "query/snippet/text/analyzed_text.h"

namespace backfile {

// Bytes of an analyzed text, and whether words of the stretch were left out at either end.
struct Cut {
  Range range;
  bool before = false;
  bool after = false;

  friend bool operator==(const Cut&, const Cut&) = default;
};

// What an ellipsis takes up, with the space beside it.
inline constexpr std::size_t ellipsis_columns = 2;

// Columns of the cut as it will be shown, ellipses counted.
std::size_t columns(const AnalyzedText& analyzed, const Cut& cut);

// The stretch without spaces at its ends, whole.
Cut uncut(const AnalyzedText& analyzed, Range stretch);

// The part of the stretch that shows most of what matched, above all of patterns (by their indices)
// that are not `shown` elsewhere. Wider than `width` only where a single
// match is, and then by no more than four times: a longer match is not shown as one.
Cut cut_to_fit(const AnalyzedText& analyzed, Range stretch, std::size_t width,
               const std::set<std::uint32_t>& shown = {});

}  // namespace backfile
