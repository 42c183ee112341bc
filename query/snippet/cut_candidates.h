// The words of a stretch of text, between which it may be cut, with the columns they take up.
//
// Parts joined by hyphens are one word, and a quotation mark or a bracket that touches a word
// belongs to it. Each word knows whether a clause or a sentence ends after it. Used by cut.h.
// Immutable once made; points into the matched text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/snippet/text/matched_text.h"

namespace backfile {

struct CutCandidate {
  Range range;                   // bytes of the matched text
  Range with_marks;              // and what touches it, whole graphemes
  std::size_t begin_column = 0;  // of with_marks, counted from the beginning of the stretch
  std::size_t end_column = 0;
  bool stop_word = false;
  bool unspaced = false;  // of a script in which spaces part clauses, not words
  bool ends_clause = false;
  bool ends_sentence = false;  // with_marks then has all of its punctuation
  bool begins_sentence = false;
};

class CutCandidates {
 public:
  CutCandidates(const MatchedText& matched, Range stretch);

  bool empty() const { return words_.empty(); }
  std::size_t size() const { return words_.size(); }
  const CutCandidate& operator[](std::size_t i) const { return words_[i]; }

  // Columns of all of the stretch.
  std::size_t columns() const { return columns_; }

  // The last word that begins at the offset or before it; if there is none, the first word.
  std::size_t at(std::uint32_t offset) const;
  // The first word that begins at this column or behind it; if there is none, the last word.
  std::size_t from_column(std::size_t column) const;

 private:
  void find(const MatchedText& matched, Range stretch);
  void take_in_marks(const MatchedText& matched, Range stretch);
  void find_ends(const MatchedText& matched, Range stretch);
  void measure(const MatchedText& matched, Range stretch);

  std::vector<CutCandidate> words_;
  std::size_t columns_ = 0;
};

// The boundary of a grapheme at or before the offset; at or behind it, unless that is far away.
std::uint32_t grapheme_begin(std::string_view text, std::uint32_t offset);
std::uint32_t grapheme_ceiling(std::string_view text, std::uint32_t offset);

// The range without spaces at its ends; and without the punctuation between clauses at its end.
Range without_spaces(const MatchedText& matched, Range range);
Range without_last_comma(const MatchedText& matched, Range range);

}  // namespace backfile
