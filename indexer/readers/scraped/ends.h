// A line that stands at both the head and the foot of one file: boilerplate, even in a file alone.
//
// What scraped_boilerplate.h knows without an archive. The foot starts with the line, and all below
// it goes. Stories repeat lines too (refrains, a quotation pulled out, a last sentence that takes
// up the title); ends.cc says what tells them apart. Pure; safe on any thread.
#pragma once

#include <vector>

#include "indexer/readers/scraped/lines.h"

namespace backfile {

// Marks such lines, and the lines below the first of them at the foot, among those still `body`.
void mark_both_ends(const std::vector<ScrapedLine>& lines, std::vector<LineRole>& roles);

}  // namespace backfile
