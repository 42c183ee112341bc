// The ways in which the words of a phrase line up where compounds stand among them.
//
// "send e-mail now" is written "send email now" as well, and the other way round. In a query a
// compound's pieces and its joined form are both at hand; that an article has a compound where the
// query has one word, the index tells (schema.h, J). Used by words.h. One thread.
#pragma once

#include <xapian.h>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/index/schema.h"
#include "query/planning/terms/tokens.h"

namespace backfile {

using PhraseVariant = std::vector<PhrasePosition>;

// More ways than this no phrase is looked for in; the first are those nearest to what was typed.
inline constexpr std::size_t most_phrase_variants = 8;

// The phrase made by the tokens of `text` within a range of it: each compound as its pieces, then
// as one word. Points into `tokens`; at least one way, if there is any token.
std::vector<PhraseVariant> phrase_variants(std::string_view text, std::span<const Token> tokens,
                                           Range range);

// The same phrase in a field, with words replaced by the compounds that some article writes for
// them. Empty for a single word, which the index has under its joined form anyway.
std::vector<PhraseVariant> compound_variants(const Xapian::Database& database, const Field& field,
                                             const PhraseVariant& words);

}  // namespace backfile
