// UAX #29's boundaries of words and sentences over UTF-8.
//
// Classes of characters come from ICU, the rules are ours (word_rules.cc, sentences.cc), as ICU's
// iterators cost several times as much; tests hold the two equal. Scripts written without spaces
// are not cut here: tokenize.h asks ICU's dictionaries for their words. Pure functions; safe on any
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace backfile {

enum class SegmentKind : std::uint8_t {
  other,  // spaces, punctuation, symbols
  letters,
  number,
  dictionary,  // a run of Han, Kana, Thai and their like, still to be cut into words
};

struct Segment {
  std::size_t end;
  SegmentKind kind;
  bool plain;  // letters alone, or ASCII digits alone: nothing inside to look at
};

// The segment that begins at `begin`, which is a boundary of valid UTF-8 and before its end.
Segment next_segment(std::string_view text, std::size_t begin);

// How a character stands to the words beside it, as far as it tells without them.
enum class Stance : std::uint8_t {
  letter,      // joined with letters; a word of them alone has a form (forms.h)
  syllable,    // of Hangul: the same, among themselves
  digit,       // of ASCII: the same
  dictionary,  // of a run that only a dictionary cuts into words
  sign,        // parts words, whatever they are
  inner,       // parts words, but for some between two letters, or two digits
  tie,         // parts words, but compound.h may tie those beside it
  uncertain,   // a mark, a joiner, a letter with rules of its own: next_segment() knows
};
Stance stance_of(char32_t c);

// Where the sentence that begins at `begin` ends, by UAX #29 alone. Text is valid UTF-8.
std::size_t sentence_end_by_rules(std::string_view text, std::size_t begin);

// The same, but "“Dr.", "z. B.", "U.S." and initials of any script do not end a sentence, whatever
// space follows, unless the next word shows that a new one begins.
std::size_t sentence_end(std::string_view text, std::size_t begin);

}  // namespace backfile
