// Which passages of an article a person would show to say why it matched.
//
// Chooses rows of sentences by their scores (passage_score.h): the best one first, then those that
// add most to the ones chosen before. body.h lays them out. Immutable; points into the matched
// text and the scorer.
#pragma once

#include <cstddef>
#include <vector>

#include "query/snippet/passage_score.h"
#include "query/snippet/text/matched_text.h"

namespace backfile {

class PassageChooser {
 public:
  // Rows are single sentences, and neighbouring ones that together fit into `width` columns.
  PassageChooser(const MatchedBody& body, const SentenceScorer& scorer, std::size_t width);

  // Best first: at most `passages`, neighbours counting as one. Empty if nothing matched.
  std::vector<Passage> best(std::size_t passages) const;

 private:
  const SentenceScorer& scorer_;
  std::vector<Row> rows_;
};

}  // namespace backfile
