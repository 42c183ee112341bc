// The variants of a phrase that contains compounds.
//
// "send e-mail now" is also written "send email now", and the other way round. The tokens of a
// query have both the pieces of a compound and its joined form. Whether some article has a compound
// for a single word of the query is looked up in the index (schema.h, J). Used by words.h. For one
// thread.
#pragma once

#include <xapian.h>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/index/schema.h"
#include "query/planning/terms/tokens.h"

namespace backfile {

using PhraseVariant = std::vector<PhrasePosition>;

// Of how many pieces compounds can be that are also indexed as one word.
inline constexpr std::array<std::uint8_t, 2> pieces_of_compounds = {2, 3};

// A phrase is searched in at most this many variants; the first are closest to what was typed.
inline constexpr std::size_t most_phrase_variants = 8;

// The phrase made by the tokens of `text` within a range of it: with each compound as its pieces,
// then as one word. Points into `tokens`; always has at least one variant.
std::vector<PhraseVariant> phrase_variants(std::string_view text, std::span<const Token> tokens,
                                           Range range);

// The same phrase in a field, with words replaced by the compounds that some article writes for
// them. Empty for a single word, which the index has under its joined form anyway.
std::vector<PhraseVariant> compound_variants(const Xapian::Database& database, const Field& field,
                                             const PhraseVariant& words);

}  // namespace backfile
