// What people write as one word and readers ask for in several ways: S-400, e-mail, U.S., l'homme.
//
// The tailoring between UAX #29's words (tokenize.h) and tokens (analyzer.h). Each rule, once:
//
//   's, USA:n    a possessive or a suffix after a colon is left out: Britain's -> Britain
//   l'homme      an elided article or pronoun is a piece of its own: l, homme
//   Qur'an       other apostrophes vanish, but for contractions: Quran, ONeill; don't
//   U.S.         dots vanish between letters where no part has more than two: US, PhD
//   example.com  other dots, and the low line, separate: example, com
//   S-400        a hyphen between two words: its pieces S, 400, and joined S400
//   AT&T         an ampersand likewise, and it stays in the joined form: AT, T, AT&T
//   S400, 5bn    letters beside digits: its pieces, and joined (but not 1990s, 20th)
//   A320neo      a few digits between a few letters likewise
//   C++, F#      a single letter keeps ++ and #
//   1,000        separators of thousands vanish, a decimal comma is a point: 1000, 3,5 -> 3.5
//
// A zero width space inside a word vanishes. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/tokenize.h"

namespace backfile {

struct Piece {
  Range range;
  WordKind kind;
  std::string text;             // without what the rules drop; empty: just what the range holds
  std::string_view joint = {};  // what stays before it in the joined form
  bool dotted = false;          // "U.S.", "a.m.": an abbreviation with dots between its letters
};

// One or several pieces, in consecutive positions.
struct Compound {
  std::vector<Piece> pieces;
  bool joined = false;  // also indexed as one word, over the range of all
};

// Whether what stands between two words is a hyphen and nothing else.
bool is_hyphen(std::string_view gap);

// Whether a word with this behind it may go on, as the sign itself or what stands behind it decides.
bool may_tie(char32_t c);

// Reads the compound that begins with words[0], which is not ideographic, into `out`; returns how
// many words it took.
std::size_t read_compound(std::string_view text, std::span<const Word> words,
                          std::string_view language, Compound& out);

// The two steps of read_compound() that look inside one word are in pieces.cc.

// Appends the pieces of `word`, which is not ideographic, and sets `joined` where they are also
// indexed as one. The last piece may reach beyond the word: over the final dot of "U.S.", the signs
// of "C++".
void split_word(std::string_view text, const Word& word, std::string_view language, Compound& out);

// `word` is a number word of UAX #29. Its one spelling; empty where its separators divide several
// numbers (31.12.2019, 1,2,3), each of which is a piece.
std::string plain_number(std::string_view word, std::string_view language);

}  // namespace backfile
