// The story among the lines of a scraped file that are not boilerplate.
//
// Called by scraped_boilerplate.h, which has marked the boilerplate. Pure; safe on any thread.
#pragma once

#include <vector>

#include "indexer/article/article.h"
#include "indexer/readers/scraped/lines.h"

namespace backfile {

// Gives each line still `body` its role and fills the fields of `article` that are empty: title,
// standfirst, captions, facts and body; facts and notices of the boilerplate, too. Without a story,
// title and body stay empty.
void tell_story(const std::vector<ScrapedLine>& lines, std::vector<LineRole>& roles,
                Article& article);

}  // namespace backfile
