// At each place with a choice the list of variants doubles, up to its bound: those found so far,
// and each of them with the word or compound at that place replaced.
#include "query/planning/terms/compounds.h"

#include <algorithm>

namespace backfile {
namespace {

bool within(Range inner, Range outer) {
  return inner.begin >= outer.begin && inner.end <= outer.end;
}

// The variant with everything in the compound's range replaced by the compound as one word.
PhraseVariant with_joined(const PhraseVariant& variant, const Token& joined) {
  PhraseVariant replaced;
  for (const PhrasePosition& position : variant) {
    if (!within(position.token->range, joined.range)) {
      replaced.push_back(position);
    } else if (replaced.empty() || replaced.back().token != &joined) {
      replaced.push_back({&joined, false, {}});
    }
  }
  return replaced;
}

}  // namespace

std::vector<PhraseVariant> phrase_variants(std::string_view text, std::span<const Token> tokens,
                                           Range range) {
  std::vector<PhraseVariant> variants{phrase_positions(text, tokens, range)};
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::joined || !within(token.range, range)) continue;
    for (std::size_t i = variants.size(); i-- > 0 && variants.size() < most_phrase_variants;) {
      variants.push_back(with_joined(variants[i], token));
    }
  }
  return variants;
}

std::vector<PhraseVariant> compound_variants(const Xapian::Database& database, const Field& field,
                                             const PhraseVariant& words) {
  std::vector<PhraseVariant> variants{words};
  if (words.size() < 2) return {};
  for (std::size_t word = 0; word < words.size(); ++word) {
    const Token& token = *words[word].token;
    if (token.kind == TokenKind::bigram || token.kind == TokenKind::ideographic) continue;
    for (const std::uint8_t pieces : pieces_of_compounds) {
      if (!database.term_exists(compound_term(field, token.term, pieces))) continue;
      for (std::size_t i = variants.size(); i-- > 0 && variants.size() < most_phrase_variants;) {
        if (variants[i][word].pieces > 1) continue;
        variants.push_back(variants[i]);
        variants.back()[word].pieces = pieces;
      }
    }
  }
  variants.erase(variants.begin());
  return variants;
}

}  // namespace backfile
