// Whether a sentence looks as if it tells something, unlike a heading, a question or a list.
//
// Looks only at length and punctuation, so that it works in any language. Used by
// passage_score.h. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "indexer/text/tokenize.h"

namespace backfile {

// How many commas and similar marks the text has.
std::size_t commas_in(std::string_view text);

// Whether it ends with punctuation that ends a sentence, possibly inside quotation marks.
bool ends_like_a_sentence(std::string_view text);

// A factor from 0 to 1 for the worth of a sentence. `marks` are the matches in it in order, as
// bytes of the text: a sentence counts as a list if half of them or more are in lists.
double shape_of(std::string_view sentence, std::size_t words, std::span<const Range> marks);

}  // namespace backfile
