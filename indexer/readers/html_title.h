// The headline out of the titles that a page has: what it declares, its <h1>, its <title>.
//
// Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html_page.h"

namespace backfile {

// The page's <title>, or the empty string.
std::string page_title(const Page& page);

// Whether two titles say the same, spaces, case and punctuation aside.
bool same_title(std::string_view a, std::string_view b);

// `title` without the name of the site before or behind it. What is the site's name is told by
// `site`, by the headings (one of which repeats the headline), or else by its length.
std::string without_site_name(std::string_view title, std::string_view site,
                              const std::vector<std::string>& headings);

}  // namespace backfile
