// What a pattern finds, by trying every combination: the definition, written to be believed.
//
// It follows the algebra's definition sentence by sentence and shares nothing with the engine but
// the tree and the places. As slow as that sounds: for texts of some forty positions.
#pragma once

#include <vector>

#include "query/matching/algebra/intervals.h"
#include "query/matching/algebra/pattern.h"
#include "query/matching/algebra/unit.h"

namespace backfile {

struct OracleFindings {
  Intervals found;
  std::vector<Interval> marks;
};

OracleFindings find_by_trying(const Unit& whole, const Places& places);

}  // namespace backfile
