// A cut made ready for readers: clean text and its marks.
//
// Marks are those of the whole paragraph, so that what a word means there (an acronym, a compound,
// a word of Chinese) it means here; a match that the cut goes through is no match. Uses
// cut.h and match_finder.h; snippet.h hands the result on. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/matching/match_pattern.h"
#include "query/snippet/cut.h"
#include "query/snippet/snippet.h"
#include "query/snippet/text/analyzed_text.h"

namespace backfile {

// What of the analyzed text matches within the cut, merged; bytes of its text.
std::vector<Range> marks_within(const AnalyzedText& analyzed, const Cut& cut,
                                std::string_view field, const std::string& language,
                                std::span<const MatchPattern> patterns);

// Spaces and controls made single spaces, bidirectional controls dropped, ellipses added.
Snippet show(const AnalyzedText& analyzed, const Cut& cut, std::string field,
             std::span<const Range> marks);

// Columns of a text once it is shown.
std::size_t shown_width(std::string_view text);

}  // namespace backfile
