// Which passages of an article a person would show to say why it matched.
//
// Takes sentences by their score (passage_score.h): the best first, then what adds most to them.
// snippet_cut.h fits what is chosen into the width. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "query/leaf.h"
#include "query/passage_score.h"
#include "query/snippet_reading.h"

namespace backfile {

// Best first: at most `passages`, neighbours counting as one. Each is a sentence, or some in a row
// that fit `width` columns and have more of the question together. Empty if nothing matched.
std::vector<Passage> best_sentences(const BodyReading& body, const SentenceScorer& scorer,
                                    std::size_t passages, std::size_t width);

}  // namespace backfile
