// How the tokens of a typed text line up: as one phrase, or as several pieces.
//
// Words of Han, Kana and Thai script are typed without spaces. Up to four such characters are taken
// as one name or compound; a longer run is split into dictionary words. Both are matched by
// bigrams, so that a word is also found inside a longer one and across the boundary of two. Used by
// words.h. Pure functions; safe on any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"

namespace backfile {

struct PhrasePosition {
  const Token* token = nullptr;
  // The text ends with this one character of a script without spaces: in an article any other may
  // follow it, and the bigram that they make is what stands at its position.
  bool open_ended = false;
  // Where a space or a mark separates two such runs: the bigram that an article without it has at
  // the last character of the first run. Otherwise empty.
  std::string across;
  // How many pieces the compound has that the word stands for: 2 if "email" is to match "e-mail".
  std::uint8_t pieces = 1;
  bool capitals = false;  // only where it may be an acronym; capitals.cc
};

// Byte ranges of the pieces of a text: several for a long run without spaces, otherwise the whole
// text as one.
std::vector<Range> pieces_of(std::span<const Token> tokens);

// The same for a run of any length, to be searched where no article has a short run as typed.
std::vector<Range> dictionary_pieces_of(std::span<const Token> tokens);

// The phrase made by the tokens of `text` that lie within a range of it. Points into `tokens`.
std::vector<PhrasePosition> phrase_positions(std::string_view text, std::span<const Token> tokens,
                                             Range range);

// The words within a range in their order, without bigrams and joined forms.
std::vector<const Token*> words_within(std::span<const Token> tokens, Range range);

// The joined form of a text that is one compound ("S-400" as `s400`), else nullptr.
const Token* joined_form(std::span<const Token> tokens);

// Whether any of the tokens is of a script without spaces.
bool without_spaces(std::span<const Token> tokens);

// From the beginning of the first token to the furthest end of any. `tokens` must not be empty.
Range whole_range(std::span<const Token> tokens);

}  // namespace backfile
