// The written forms that satisfy a word of a query, of all those of an archive.
//
// What match_pattern.h says of a token, said of the lexicon's forms: so a record is asked for
// numbers, and nothing is folded or stemmed while it is read. Compounds are no forms, since the
// lexicon has their pieces; record_patterns.h sees to them. For one thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/forward/lexicon.h"
#include "indexer/text/units.h"
#include "query/matching/match_pattern.h"

namespace backfile {

class FormFinder {
 public:
  // The lexicon must outlive it.
  explicit FormFinder(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // In the order of their numbers.
  std::vector<FormId> satisfying(const WordPattern& word);

  // The forms of one character of a script without spaces; empty for any other text.
  std::vector<FormId> of_character(std::string_view folded) const;

 private:
  void add_spelled(const std::string& term, const WordPattern& word, std::vector<FormId>& forms);
  bool is_wanted(FormId form, const WordPattern& word);
  std::string accented(FormId form);

  const Lexicon& lexicon_;
  std::optional<UnitReader> reader_;  // made for the first form that has accents; takes .1 ms
};

}  // namespace backfile
