// Which passages of an article a person would show to say why it matched.
//
// Takes rows of sentences by their score (passage_score.h): the best first, then what adds most to
// those. body.h lays out what is chosen. Immutable once made; points into the analyzed text and
// the scorer.
#pragma once

#include <cstddef>
#include <vector>

#include "query/snippet/passage_score.h"
#include "query/snippet/text/analyzed_text.h"

namespace backfile {

class PassageChooser {
 public:
  // Rows are single sentences, and some close behind each other that fit `width` columns.
  PassageChooser(const AnalyzedBody& body, const SentenceScorer& scorer, std::size_t width);

  // Best first: at most `passages`, neighbours counting as one. Empty if nothing matched.
  std::vector<Passage> best(std::size_t passages) const;

 private:
  const SentenceScorer& scorer_;
  std::vector<Row> rows_;
};

}  // namespace backfile
