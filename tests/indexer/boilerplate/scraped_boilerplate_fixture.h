// The lines of a file and the story left of them, for the tests of boilerplate.
#pragma once

#include <string>
#include <vector>

#include "indexer/boilerplate/scraped_boilerplate.h"

namespace backfile {

using Lines = std::vector<std::string>;

inline Article cleaned(const Lines& lines, const ScrapedBoilerplate& scraped = {}) {
  Article article;
  scraped.clean(lines, article);
  return article;
}

}  // namespace backfile
