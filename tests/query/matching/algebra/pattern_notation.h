// Patterns in a line of text, operator first: (w/2 (row a b) (or c a,d)).
//
//   a   a,b   ab               a set of words, as DrawnText::places_of() reads it
//   (or A B)   (row A B C)     either; a phrase
//   (w/5 A B)  (w/ A B)        proximity of at most five, of any distance within a field
//   (w/5p A B) (w/s A B)       within a paragraph, a sentence
//   (pre/5 A B)                ordered; takes the same endings
//   (~2 A B C) (atleast3 A)    a window with two positions to spare; three times
//   (in0 A)                    in region 0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "query/matching/algebra/unit.h"

namespace backfile {

struct WrittenPattern {
  Unit whole;
  std::vector<std::string> sets;  // by Leaf::set, each once
};

// Throws std::invalid_argument where the notation is not as above.
WrittenPattern pattern_of(std::string_view notation);

}  // namespace backfile
