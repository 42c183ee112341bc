// Whether a sentence looks as if it told something: no heading, no question, no list.
//
// Looks at length and punctuation alone, so that it needs to know no language. Used by
// passage_score.h. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "indexer/text/tokenize.h"

namespace backfile {

// How many commas and their like stand in the text.
std::size_t commas_in(std::string_view text);

// Whether it ends with punctuation that ends sentences, quotation marks aside.
bool ends_like_a_sentence(std::string_view text);

// What is left of a sentence's worth, from 0 to 1. `marks` are the matches in it, bytes of the
// text, in order; in a list it is they that make it one or not.
double shape_of(std::string_view sentence, std::size_t words, std::span<const Range> marks);

}  // namespace backfile
