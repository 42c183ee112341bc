// How the tokens of a typed text line up: as one phrase, or as several pieces.
//
// Words of Han, Kana and Thai script are typed without spaces. Up to four such characters are one
// name or compound, wanted as it stands; a longer run is read as its dictionary words. Either way
// it is matched by bigrams, so that a word is found inside a longer one and across the boundary of
// another. Used by planner_words.h. Pure functions; safe on any thread.
#pragma once

#include <span>
#include <vector>

#include "indexer/text/analyzer.h"

namespace backfile {

// One position of a phrase, and the tokens that stand there.
struct PhrasePosition {
  std::vector<const Token*> tokens;
  // The text ends with this one character of a script without spaces: in an article any other may
  // follow it, and the bigram that they make is what stands at its position.
  bool open_ended = false;
};

// Byte ranges of the pieces of a text; one, the whole text, but for a long run without spaces.
std::vector<Range> pieces_of(std::span<const Token> tokens);

// The phrase made by the tokens within a range of the text. Points into `tokens`.
std::vector<PhrasePosition> phrase_positions(std::span<const Token> tokens, Range range);

// The tokens that are words of a language: all but bigrams.
std::vector<const Token*> words_within(std::span<const Token> tokens, Range range);

Range whole_range(std::span<const Token> tokens);

}  // namespace backfile
