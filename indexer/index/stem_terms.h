// By which term a stem is found: its own, or the word that it always is.
//
// Most stems of an archive come from one word each: a name, a number, a slip of the pen. The direct
// builder (build/inversion/twin_terms.h) writes the postings of such a stem once, as its word's, if
// articles and wdfs are the same: two thirds of all stems, whose terms are a tenth of the index of
// an archive of short stories. Pure but for the database; safe on any thread with one of its own.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>

#include "indexer/forward/lexicon.h"

namespace backfile {

// The term of the only word that has this stem, if no other form of it folds alike.
std::optional<std::string> lone_word_term(const Lexicon& lexicon, std::string_view language,
                                          std::string_view stem);

// The term in the database that has the postings of the stem; a term that it lacks if no article has
// the stem.
std::string term_of_stem(const Xapian::Database& database, const Lexicon& lexicon,
                         std::string_view language, std::string_view stem);

}  // namespace backfile
