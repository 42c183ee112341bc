// What a word looks like: the questions that pieces.cc asks before it cuts.
//
// Everything here works on valid UTF-8. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/text/tokenize.h"

namespace backfile {

// The code point at `offset`, which moves behind it.
char32_t take_code_point(std::string_view text, std::size_t& offset);

bool is_upper_letter(char32_t c);
// Whether all letters of the text are capitals. Letters without case, such as Han, are none.
bool is_in_capitals(std::string_view text);
bool is_digit(char32_t c);  // of any script
bool is_apostrophe(char32_t c);
// Letters and digits of which folding (unicode.h) leaves something: all but fillers and tatweels.
bool is_sure_to_fold(char32_t c);
// The signs that UAX #29 lets stand between digits.
bool parts_numbers(char32_t c);

// How many bytes at the front are marks and invisible characters, which belong to what stands
// before.
std::size_t leading_marks(std::string_view word);

// Capitals say nothing in a sentence of so many words or more that has no small letter.
inline constexpr std::size_t fewest_shouted = 3;
bool has_small_letters(std::string_view text);

// Low lines around a word are emphasis, not a part of it.
Range without_low_lines(std::string_view text, Range range);

// From the first digit to the last, with the marks behind it; empty if there is anything between
// them but digits and the signs that part them.
Range digits_of(std::string_view text, Range range);

// "U.S", "e.g", "Ph.D": letters, never more than two in a row, and somewhere one alone.
bool is_dotted_abbreviation(std::string_view word);

// "USA:n", "EU:s": how Swedish and Finnish inflect what is read letter by letter.
bool has_colon_suffix(std::string_view stem, std::string_view suffix);

}  // namespace backfile
