// Stories that follow the one a page is about, though no element of their own marks them.
//
// A site that loads the next story when the reader comes to the end of the first writes it below,
// with a headline, a date and an author. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/page/prose.h"

namespace backfile {

// The nodes of all such stories behind the <h1> that says `title`, in the order of the page.
// `prose` is prose_of() the page.
std::vector<std::size_t> next_stories(const Page& page, const std::vector<Prose>& prose,
                                      std::string_view title);

}  // namespace backfile
