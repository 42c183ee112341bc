// The terms that follow from how a word is written: of each form of the lexicon its word and its
// stem, worked out once for all its places.
//
// Nearly all postings are of these terms, so they have numbers by which they are counted, in the
// order of the forms' frequency: what is met most lies together in the processor's cache. A rank
// says where a term stands among them in the order of bytes:
//
//   folded forms before "A"   0, 1, 2, ...        number of the folded string in the lexicon
//   stems, which begin "Z"    in between          number of the family
//   folded forms after "Z"    behind them
//
// What else a word becomes (in a title, with accents, in capitals) is for term_memo.h. Uses
// lexicon.h. About 20 bytes a form. Immutable: shared by all threads; refers to the
// lexicon, which must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/forward/lexicon.h"

namespace backfile {

using TermNumber = std::uint32_t;

// What a form becomes in the body of an article.
class FormTerms {
 public:
  FormTerms() = default;
  FormTerms(TermNumber word, TermNumber stem, bool more)
      : packed_(more ? word | more_bit : word), stem_(stem) {}

  TermNumber word() const { return packed_ & ~more_bit; }
  TermNumber stem() const { return stem_; }
  // It becomes something else, or more than its word and its stem: a character, an acronym, a form
  // with accents.
  bool more() const { return (packed_ & more_bit) != 0; }

 private:
  static constexpr TermNumber more_bit = 0x80000000;
  TermNumber packed_ = 0, stem_ = 0;
};

class KnownTerms {
 public:
  // Failure{corrupt} if the lexicon is damaged.
  explicit KnownTerms(const Lexicon& lexicon);

  // Terms have the numbers [0, size()), and as many ranks.
  std::uint32_t size() const { return static_cast<std::uint32_t>(ranks_.size()); }
  std::uint32_t rank(TermNumber term) const { return ranks_[term]; }
  std::string at_rank(std::uint32_t rank) const;
  bool is_stem(std::uint32_t rank) const {
    return rank >= words_before_stems_ && rank - words_before_stems_ < stems();
  }
  std::optional<TermNumber> find(std::string_view term) const;

  // Of every form, and of nothing below them.
  const FormTerms& of(FormId form) const { return forms_[form]; }
  const Lexicon& lexicon() const { return lexicon_; }
  std::size_t bytes() const;  // of memory

 private:
  void number_forms();
  std::uint32_t words() const { return lexicon_.folded_strings().size(); }
  std::uint32_t stems() const { return lexicon_.family_strings().size(); }

  const Lexicon& lexicon_;
  std::uint32_t words_before_stems_;
  std::vector<FormTerms> forms_;
  std::vector<std::uint32_t> ranks_;  // by number
};

}  // namespace backfile
