// One word of UAX #29 cut into the pieces that readers ask for.
//
// The half of compound.h's rules that looks inside a word; the other half ties words together. Pure
// function; safe on any thread.
#pragma once

#include <string_view>

#include "indexer/text/compound.h"

namespace backfile {

// Appends the pieces of `word`, which is not ideographic, and sets `joined` where they are also to
// stand as one. The last piece may reach beyond the word: over the final dot of "U.S.", the signs
// of "C++".
void split_word(std::string_view text, const Word& word, std::string_view language, Compound& out);

}  // namespace backfile
