// The lines of a file and the story left of them, for the tests of boilerplate.
#pragma once

#include <string>
#include <vector>

#include "indexer/boilerplate/boilerplate.h"

namespace backfile {

using Lines = std::vector<std::string>;

inline Article cleaned(const Lines& lines, const Boilerplate& boilerplate = {}) {
  Article article;
  boilerplate.clean(lines, article);
  return article;
}

}  // namespace backfile
