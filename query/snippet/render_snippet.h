// A cut made ready for readers: clean text and its marks.
//
// Marks are found in the whole paragraph, since the text around a word decides what it is (an
// acronym, a compound, a Chinese word). A match that the cut goes through is dropped. Uses cut.h
// for snippet.h. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/matching/match_pattern.h"
#include "query/snippet/cut.h"
#include "query/snippet/snippet.h"
#include "query/snippet/text/matched_text.h"

namespace backfile {

// The merged matches within the cut, in bytes of the text.
std::vector<Range> marks_within(const MatchedText& matched, const Cut& cut);

// Makes a snippet of a cut: each run of spaces and controls becomes one space, bidirectional
// controls are dropped, and ellipses are added.
Snippet show(const MatchedText& matched, const Cut& cut, std::string field,
             std::span<const Range> marks);

// A text after this clean-up, and its columns.
std::string cleaned_up(std::string_view text);
std::size_t shown_width(std::string_view text);

}  // namespace backfile
