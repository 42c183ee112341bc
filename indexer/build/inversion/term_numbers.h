// The numbers of all terms that a batch of articles has: known terms first (known_terms.h), then
// others as they appear.
//
// A string has one number, however it was come by: the word that two pieces spell has that of the
// form written as one. Others begin anew now and then, between batches, so that their memory is
// bounded. For one thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/build/inversion/known_terms.h"
#include "indexer/files/key_table.h"

namespace backfile {

// A term of an article, or what a word adds to it. Boolean terms have wdf 0.
struct TermCount {
  TermNumber term = 0;
  std::uint32_t wdf = 0;
};

class TermNumbers {
 public:
  explicit TermNumbers(const KnownTerms& known) : known_(known) {}

  TermNumber number_of(std::string_view term) {
    const auto known = known_.find(term);
    return known ? *known : number_of_other(term);
  }
  // The same of a term that is no word and no stem.
  TermNumber number_of_other(std::string_view term) {
    return known_.size() + others_.number_of(term);
  }

  bool is_known(TermNumber number) const { return number < known_.size(); }
  std::string_view other(TermNumber number) const { return others_.key(number - known_.size()); }
  std::uint32_t others() const { return others_.size(); }
  const KnownTerms& known() const { return known_; }

  void forget_others() { others_ = {}; }
  std::size_t bytes() const { return others_.bytes(); }  // of memory

 private:
  const KnownTerms& known_;
  KeyTable others_;
};

}  // namespace backfile
