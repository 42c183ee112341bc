// Which passages of an article a person would show to say why it matched.
//
// Takes sentences by their score (passage_score.h): the best first, then what adds most to it.
// snippet_cut.h fits what is chosen into the width. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "query/leaf.h"
#include "query/passage_score.h"
#include "query/snippet_reading.h"

namespace backfile {

// Best first: at most `passages`, neighbours counting as one. Empty if nothing matched.
std::vector<Passage> best_sentences(const BodyReading& body, std::span<const Leaf> leaves,
                                    std::size_t passages);

}  // namespace backfile
