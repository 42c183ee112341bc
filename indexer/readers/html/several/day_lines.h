// The days above the posts of a blog: "May 4, 2004", then all that was written on it.
//
// Such a line stands beside the boxes of the posts and in none of them. articles.h asks. Pure; safe
// on any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/several/candidates.h"

namespace backfile {

struct DayLine {
  std::size_t node;
  std::string text;
};

// In the order of the page. One alone may be the masthead's: it counts as a heading, or if the title
// of the page names the day as well.
std::vector<DayLine> day_lines(const Page& page, const std::vector<Candidate>& stories,
                               std::string_view title);

// The last of them before a story that stands in the same box; empty if there is none.
std::string day_above(const Page& page, const std::vector<DayLine>& days, const Candidate& story);

}  // namespace backfile
