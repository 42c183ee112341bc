// Cuts a stretch of text to a width: between words, never inside a match or a grapheme.
//
// Widths are terminal columns, so that Chinese and Arabic fit as well. Uses matched_text.h;
// render_snippet.h makes snippets of the cuts. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>

#include "query/snippet/text/matched_text.h"

namespace backfile {

// Bytes of an matched text, and whether words of the stretch were left out at either end.
struct Cut {
  Range range;
  bool before = false;
  bool after = false;

  friend bool operator==(const Cut&, const Cut&) = default;
};

// The columns of an ellipsis and the space beside it.
inline constexpr std::size_t ellipsis_columns = 2;

// The columns of the cut as it will be shown, including ellipses.
std::size_t columns(const MatchedText& matched, const Cut& cut);

// The whole stretch without the spaces at its ends.
Cut uncut(const MatchedText& matched, Range stretch);

// The part of the stretch that shows the most matches, above all of patterns that are not `shown`
// elsewhere (by their indices). Wider than `width` only for a single match that is wider, and never
// more than four times as wide: a longer match is cut.
Cut cut_to_fit(const MatchedText& matched, Range stretch, std::size_t width,
               const std::set<std::uint32_t>& shown = {});

}  // namespace backfile
