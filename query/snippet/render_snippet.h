// A cut made ready for readers: clean text and its marks.
//
// Marks are found in the whole paragraph, since the text around a word decides what it is (an
// acronym, a compound, a Chinese word). A match that the cut goes through is dropped. Uses cut.h
// and match_finder.h for snippet.h. Pure functions; safe on any thread.
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

// The merged matches within the cut, in bytes of the analyzed text.
std::vector<Range> marks_within(const AnalyzedText& analyzed, const Cut& cut,
                                std::string_view field, const std::string& language,
                                std::span<const MatchPattern> patterns);

// Makes a snippet of a cut: each run of spaces and controls becomes one space, bidirectional
// controls are dropped, and ellipses are added.
Snippet show(const AnalyzedText& analyzed, const Cut& cut, std::string field,
             std::span<const Range> marks);

// The columns of a text after this clean-up.
std::size_t shown_width(std::string_view text);

}  // namespace backfile
