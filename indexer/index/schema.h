// The contract between the index and everything that reads it: terms, version.
//
// The table of fields is article/fields.h; here is what the index makes of its rows. The builder
// writes documents by it, the planner asks for its terms, and a test fails on any term of a built
// index that neither explains. Documents have no values and no data: columns.h and catalogue.h have what
// is needed by docid.
// Pure but for the Analyzer handed in.
//
// Terms of one article. Which words it has and where they stand, its record says (forward/): terms
// have no positions, and the database has no lists of terms by article.
//   word                 folded surface form; of title, subtitle, body and captions
//   S word, B word, ...  the same again under the field's prefix, for title:, subtitle:, caption:
//   Z<lang>:stem         ranking; wdf carries the field's weight; the word stands for it where both
//                        are the same in all articles (stem_terms.h)
//   A word               in capitals or with dots (wdf 0); U word: form with its accents (wdf 0)
//   AA word              a common word of some language in a sentence that is wholly in capitals, where
//                        they tell nothing: it may be an acronym (WHO) or not
//   J<n>word, SJ<n>word  a compound of n pieces as one word (wdf 0)
//   XA:.., XS:.. ...     boolean terms
// Folded forms never begin with an ASCII capital, so prefixes cannot collide with words.
#pragma once

#include <xapian.h>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/article/date.h"
#include "indexer/article/fields.h"
#include "indexer/text/analyzer.h"

namespace backfile {

inline constexpr int schema_version = 11;  // 11: facts, keys and ids in the catalogue

// Prefixes of terms that belong to no field of fields.h.
inline constexpr std::array<std::string_view, 5> derived_prefixes = {
    "Z",   // stems: Zen:run
    "A",   // written in capitals
    "AA",  // ... as is the whole sentence
    "U",   // forms with accents
    "J",   // compounds as one word
};

// Terms, capped at a code point so that Xapian takes them.
std::string filter_term(const Field& field, std::string_view value);  // folds the value first
std::string word_term(const Field& field, std::string_view folded);
std::string stem_term(std::string_view language, std::string_view stem);
std::string capitals_term(std::string_view folded);
std::string shouted_term(std::string_view folded);
std::string accented_term(std::string_view accented);
std::string compound_term(const Field& field, std::string_view folded, std::size_t pieces);

// What a token of the text becomes in a field: terms, each with what it adds to their wdf.
struct IndexTerm {
  std::string text;
  Xapian::termcount wdf = 0;
};
std::vector<IndexTerm> terms_of(const Field& field, const Token& token, std::string_view language);
// The boolean terms of an article's values; none of a value of which nothing is left, as no filter
// asks for it.
std::vector<std::string> filter_terms(const Article& article);

// Of terms alone: what the article says of itself is in the catalogue (catalogue.h).
Xapian::Document to_document(const Article& article, Analyzer& analyzer);

}  // namespace backfile
