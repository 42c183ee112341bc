// Bytes to clean Unicode: repair, fold, measure.
//
// tokenize.h and analyzer.h build on it. Pure functions over UTF-8; safe on any thread. Offsets are
// byte offsets unless a name says otherwise.
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

namespace backfile {

// Held while ICU opens or looks up what all threads share: iterators, locales, names. It has guards
// of its own, which ThreadSanitizer cannot see in a library that is not instrumented.
std::mutex& shared_icu();

// Makes any bytes valid UTF-8: each maximal invalid part becomes one U+FFFD (Unicode 15, 3.9,
// "U+FFFD Substitution of Maximal Subparts"), a NUL becomes a space, since it separates words; a
// leading byte order mark or NUL is dropped. C1 controls become what windows-1252 means by their
// codes, as in browsers.
std::string repair_utf8(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);
// In UTF-8; as three bytes where it is a surrogate, which is in no valid text.
void append_code_point(std::string& text, char32_t c);
// How many bytes from `offset` on are ASCII other than NUL.
std::size_t ascii_run(std::string_view bytes, std::size_t offset);

// A word in the two forms the index knows.
struct Folded {
  std::string term;      // NFKC case folded, accents removed: what words are matched by
  std::string accented;  // NFKC case folded only; empty where it equals term
};

// Folds one word (or any short text). Accents are removed where they are accents: combining
// marks after Latin and Greek letters, but never the letters that a language counts as its own
// (й; å, ä, ö in Swedish and Finnish; æ, ø, å in Danish and Norwegian; ñ in Spanish stays an n with
// a mark and is folded). `language` is an ISO 639-1 code or empty.
Folded fold(std::string_view word, std::string_view language = {});

// The last offset <= `offset` that does not cut a code point, and one that does not cut a
// grapheme cluster (UAX #29).
std::size_t code_point_floor(std::string_view text, std::size_t offset);
std::size_t grapheme_floor(std::string_view text, std::size_t offset);

// Where the character ends that begins at `offset`, which is less than text.size(): a grapheme
// cluster (UAX #29) of a script without spaces, or a sign with its marks. The vowel of Thai and Lao
// that compatibility takes apart (ำ) is not a character of its own in either form, so that a text
// and its folded form have the same characters.
std::size_t character_end(std::string_view text, std::size_t offset);
bool is_one_character(std::string_view text);

inline bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Lengths of a prefix in other units, for clients that count so.
std::size_t utf16_length(std::string_view text);
std::size_t code_point_length(std::string_view text);

// Columns on a terminal: East Asian wide characters count two, combining marks none (UAX #11), but
// one each where more of them are stacked than any language does.
std::size_t display_width(std::string_view text);

// Turns each run of whitespace into one space and trims the ends, but keeps no-break and thin
// spaces between the digits of a number; drops control and bidirectional control characters; reads
// C1 controls as windows-1252. For titles, names and everything else that is one line.
std::string tidy_line(std::string_view text);
// Whether that leaves nothing.
bool is_blank_line(std::string_view text);

}  // namespace backfile
