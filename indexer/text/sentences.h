// Sentences: UAX #29's rules over UTF-8, with common abbreviations held together.
//
// Classes of characters come from ICU, the rules are here, and tests hold them equal to ICU's
// iterator. Used by tokenize.h. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace backfile {

// Where the sentence that begins at `begin` ends, by UAX #29 alone. Text is valid UTF-8.
std::size_t sentence_end_by_rules(std::string_view text, std::size_t begin);

// The same, going on behind "“Dr.", "z. B.", "U.S." and initials of any script, whatever space
// stands there, unless the next word tells that a new sentence begins.
std::size_t sentence_end(std::string_view text, std::size_t begin);

}  // namespace backfile
