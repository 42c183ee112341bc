// Replaces words by compounds and compounds by words, one choice after the other.
#include "query/planning/compounds.h"

#include <algorithm>

namespace backfile {
namespace {

constexpr std::uint8_t most_pieces = 3;  // of a compound that is also indexed as one word

bool within(Range inner, Range outer) {
  return inner.begin >= outer.begin && inner.end <= outer.end;
}

// The way with what lies in the compound's range replaced by the compound as one word.
PhraseWay with_joined(const PhraseWay& way, const Token& joined) {
  PhraseWay replaced;
  for (const PhrasePosition& position : way) {
    if (!within(position.token->range, joined.range)) {
      replaced.push_back(position);
    } else if (replaced.empty() || replaced.back().token != &joined) {
      replaced.push_back({&joined, false, {}});
    }
  }
  return replaced;
}

}  // namespace

std::vector<PhraseWay> phrase_ways(std::string_view text, std::span<const Token> tokens,
                                   Range range) {
  std::vector<PhraseWay> ways{phrase_positions(text, tokens, range)};
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::joined || !within(token.range, range)) continue;
    for (std::size_t i = ways.size(); i-- > 0 && ways.size() < most_phrase_ways;) {
      ways.push_back(with_joined(ways[i], token));
    }
  }
  return ways;
}

std::vector<PhraseWay> compound_ways(const Xapian::Database& database, const Field& field,
                                     const PhraseWay& words) {
  std::vector<PhraseWay> ways{words};
  if (words.size() < 2) return {};
  for (std::size_t word = 0; word < words.size(); ++word) {
    const Token& token = *words[word].token;
    if (token.kind == TokenKind::bigram || token.kind == TokenKind::ideographic) continue;
    for (std::uint8_t pieces = 2; pieces <= most_pieces; ++pieces) {
      if (!database.term_exists(compound_term(field, token.term, pieces))) continue;
      for (std::size_t i = ways.size(); i-- > 0 && ways.size() < most_phrase_ways;) {
        if (ways[i][word].pieces > 1) continue;
        ways.push_back(ways[i]);
        ways.back()[word].pieces = pieces;
      }
    }
  }
  ways.erase(ways.begin());
  return ways;
}

}  // namespace backfile
