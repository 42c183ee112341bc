// Groups the words of a text into pieces and lines up its bigrams as phrases. In scripts without
// spaces, every character has a position.
#include "query/planning/terms/tokens.h"

#include <algorithm>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::ptrdiff_t longest_compound = 4;       // characters
constexpr std::ptrdiff_t longest_beside_others = 2;  // ... with a word of another script

bool within(const Token& token, Range range) {
  return token.range.begin >= range.begin && token.range.end <= range.end;
}

bool is_bigram(const Token& token) {
  return token.kind == TokenKind::bigram;
}

bool is_spaced(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number;
}

std::ptrdiff_t characters_without_spaces(std::span<const Token> tokens) {
  return std::count_if(tokens.begin(), tokens.end(), is_bigram);
}

std::ptrdiff_t characters_of(std::span<const Token> tokens, const Token& word) {
  return std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) {
    return is_bigram(token) && token.range.begin >= word.range.begin &&
           token.range.begin < word.range.end;
  });
}

struct Piece {
  enum Kind { spaced, single, compound } kind;
  Range range;
  std::uint32_t last_position = 0;
  int words = 1;
};

Piece piece_of(std::span<const Token> tokens, const Token& word) {
  if (word.kind != TokenKind::ideographic) return {Piece::spaced, word.range, word.position};
  const bool single = characters_of(tokens, word) == 1;
  return {single ? Piece::single : Piece::compound, word.range, word.position};
}

// Whether two neighbours are one word although the dictionary does not have it: the characters of a
// name, the parts of "S-400".
bool belong_together(const Piece& left, const Piece& right) {
  return left.kind == right.kind && left.kind != Piece::compound &&
         left.last_position + 1 == right.last_position;
}

std::vector<Piece> dictionary_pieces(std::span<const Token> tokens) {
  std::vector<Piece> pieces;
  for (const Token* word : words_within(tokens, whole_range(tokens))) {
    if (word->stop_word) continue;
    const Piece piece = piece_of(tokens, *word);
    if (!pieces.empty() && belong_together(pieces.back(), piece)) {
      pieces.back().range.end = piece.range.end;
      pieces.back().last_position = piece.last_position;
      ++pieces.back().words;
    } else {
      pieces.push_back(piece);
    }
  }
  return pieces;
}

// Two bigrams that share a character.
bool overlap(const Token& left, const Token& right) {
  return is_bigram(left) && is_bigram(right) && right.range.begin < left.range.end;
}

void bridge_gaps(std::string_view text, std::vector<PhrasePosition>& positions) {
  for (std::size_t i = 0; i + 1 < positions.size(); ++i) {
    const Token& left = *positions[i].token;
    const Token& right = *positions[i + 1].token;
    if (!is_bigram(left) || !is_bigram(right) || overlap(left, right)) continue;
    // `right` begins with one character, up to where the next bigram begins.
    std::uint32_t end = right.range.end;
    if (i + 2 < positions.size() && overlap(right, *positions[i + 2].token)) {
      end = std::max(positions[i + 2].token->range.begin, right.range.begin);
    }
    const std::string_view first = text.substr(right.range.begin, end - right.range.begin);
    positions[i].across = left.term + fold(first).term;
  }
}

// A single character between words is usually a particle.
bool is_particle(const Piece& piece) {
  return piece.kind == Piece::single && piece.words == 1;
}

}  // namespace

Range whole_range(std::span<const Token> tokens) {
  Range range{tokens.front().range.begin, tokens.front().range.end};
  for (const Token& token : tokens) range.end = std::max(range.end, token.range.end);
  return range;
}

std::vector<const Token*> words_within(std::span<const Token> tokens, Range range) {
  std::vector<const Token*> words;
  for (const Token& token : tokens) {
    if (is_bigram(token) || token.kind == TokenKind::joined) continue;
    if (within(token, range)) words.push_back(&token);
  }
  return words;
}

const Token* joined_form(std::span<const Token> tokens) {
  if (tokens.empty()) return nullptr;
  const Range whole = whole_range(tokens);
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::joined && token.range == whole) return &token;
  }
  return nullptr;
}

bool without_spaces(std::span<const Token> tokens) {
  return std::any_of(tokens.begin(), tokens.end(), is_bigram);
}

std::vector<Range> pieces_of(std::span<const Token> tokens) {
  if (tokens.empty()) return {};
  // "卡拉OK" is a word, "DECnet是什么" a question.
  const bool mixed = std::any_of(tokens.begin(), tokens.end(), is_spaced);
  if (characters_without_spaces(tokens) <= (mixed ? longest_beside_others : longest_compound)) {
    return {whole_range(tokens)};
  }
  return dictionary_pieces_of(tokens);
}

std::vector<Range> dictionary_pieces_of(std::span<const Token> tokens) {
  std::vector<Piece> pieces = dictionary_pieces(tokens);
  if (!std::all_of(pieces.begin(), pieces.end(), is_particle)) std::erase_if(pieces, is_particle);
  if (pieces.empty()) return {whole_range(tokens)};
  std::vector<Range> ranges;
  for (const Piece& piece : pieces) ranges.push_back(piece.range);
  return ranges;
}

std::vector<PhrasePosition> phrase_positions(std::string_view text, std::span<const Token> tokens,
                                             Range range) {
  std::vector<PhrasePosition> positions;
  const Token* word = nullptr;
  for (const Token& token : tokens) {
    if (!within(token, range) || token.kind == TokenKind::joined) continue;
    if (token.kind == TokenKind::ideographic) {
      word = &token;  // matched by its bigrams, unless it is one character amid others
    } else {
      positions.push_back({&token, false, {}});
    }
  }
  if (positions.empty()) {
    if (word != nullptr) positions.push_back({word, true, {}});
    return positions;
  }
  bridge_gaps(text, positions);

  // The last bigram of a run is its last character alone.
  const Token& last = *positions.back().token;
  if (!is_bigram(last)) return positions;
  if (positions.size() > 1 && overlap(*positions[positions.size() - 2].token, last)) {
    positions.pop_back();
  } else {
    positions.back().open_ended = characters_of(tokens, last) == 1;
  }
  return positions;
}

}  // namespace backfile
