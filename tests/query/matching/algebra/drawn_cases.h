// Cases of pattern and drawing: what the pattern finds and marks stands below the text.
#pragma once

#include <initializer_list>

namespace backfile {

// See pattern_notation.h and drawn_text.h. A drawing begins behind its first end of line, so that
// it can stand in a raw string as it is.
struct DrawnCase {
  const char *pattern, *drawing;
};

// Of the engine and of the oracle.
void check_drawn(std::initializer_list<DrawnCase> cases);

}  // namespace backfile
