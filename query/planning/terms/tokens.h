// How the tokens of a typed text line up: as one phrase, or as several pieces.
//
// Words of Han, Kana and Thai script are typed without spaces. Up to four such characters are one
// name or compound, wanted as it stands; a longer run is read as its dictionary words. Either way
// it is matched by bigrams, so that a word is found inside a longer one and across the boundary of
// another. Used by words.h. Pure functions; safe on any thread.
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
  // Two such runs with a space or a mark between them: where an article has none, this bigram
  // stands at the last character of the first. Else empty.
  std::string across;
  // The word stands for a compound of so many pieces in an article: "email" for "e-mail".
  std::uint8_t pieces = 1;
  bool capitals = false;  // only where it may be an acronym; acronyms.h
};

// Byte ranges of the pieces of a text; one, the whole text, but for a long run without spaces.
std::vector<Range> pieces_of(std::span<const Token> tokens);

// The same for a run of any length: what to look for where no article has a short one as it stands.
std::vector<Range> dictionary_pieces_of(std::span<const Token> tokens);

// The phrase made by the tokens of `text` that lie within a range of it. Points into `tokens`.
std::vector<PhrasePosition> phrase_positions(std::string_view text, std::span<const Token> tokens,
                                             Range range);

// The words one after the other: neither bigrams nor joined forms.
std::vector<const Token*> words_within(std::span<const Token> tokens, Range range);

// The joined form of a text that is one compound ("S-400" as `s400`), else nullptr.
const Token* joined_form(std::span<const Token> tokens);

bool without_spaces(std::span<const Token> tokens);

Range whole_range(std::span<const Token> tokens);

}  // namespace backfile
