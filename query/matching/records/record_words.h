// What the words of a pattern are in a record: sets of written forms, one position after the other.
//
// A run of Han, Kana or Thai, whose words are bigrams, becomes its characters. Used by
// record_patterns.h, which finds all of a few patterns in a record, and by record_judge.h, which
// only tells whether one is there. form_sets.h looks up the forms.
#pragma once

#include <vector>

#include "query/matching/match_pattern.h"
#include "query/matching/records/form_sets.h"

namespace backfile {

struct RecordWord {
  WordPattern pattern;
  std::vector<FormId> forms;
  bool is_character = false;
  bool touches_next = false;  // of a run: nothing may stand between it and the next character
  // Whether a compound may stand for it. Within a phrase one does so only where the pattern says of
  // how many pieces, since the next word follows the last of them.
  bool may_be_compound = false;

  friend bool operator==(const RecordWord&, const RecordWord&) = default;
};

std::vector<RecordWord> record_words(const MatchPattern& pattern, FormFinder& forms);

}  // namespace backfile
