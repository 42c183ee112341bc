// Counts what folds alike and what has one stem.
#include "indexer/build/inversion/twin_terms.h"

namespace backfile {

TwinTerms::TwinTerms(const KnownTerms& known)
    : known_(known), twins_(known.size(), none), apart_(known.size()) {
  const Lexicon& lexicon = known.lexicon();
  constexpr std::uint32_t several = none - 1;
  // Of each word its only stem, and of each stem its only word.
  const auto meet = [&](std::uint32_t rank, std::uint32_t other) {
    twins_[rank] = twins_[rank] == none ? other : several;
  };
  for (FormId form = first_form; form < lexicon.end_form(); ++form) {
    const FormTerms& terms = known.of(form);
    const bool has_stem = lexicon.row(form).family != no_family;
    const std::uint32_t word = known.rank(terms.word());
    meet(word, has_stem ? known.rank(terms.stem()) : several);
    if (has_stem) meet(known.rank(terms.stem()), word);
  }
  for (std::uint32_t rank = 0; rank < known.size(); ++rank) {
    const std::uint32_t other = twins_[rank];
    // Either has met more, or the other has: what is left is mutual.
    if (other >= several || twins_[other] != rank) twins_[rank] = none;
  }
}

}  // namespace backfile
