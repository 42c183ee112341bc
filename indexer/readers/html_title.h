// The headline out of the titles that a page has: what it declares, its <h1>, its <title>.
//
// Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// `title` without the name of the site before or behind it. What is the site's name is told by
// `site`, by the headings (one of which repeats the headline), or else by its length.
std::string without_site_name(std::string_view title, std::string_view site,
                              const std::vector<std::string>& headings);

}  // namespace backfile
