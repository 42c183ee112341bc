// The headline of a page, told from the name of the site.
//
// What the page declares, its <title> and its headings are witnesses that contradict one another:
// many sites put their name into <h1>, before or behind the headline in <title>, or declare it on
// every page. title.h cuts names off. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/page.h"

namespace backfile {

struct Headline {
  std::string text;
  std::string_view from;  // "<h1>", "<title>"; "declared" for `declared`
};

// `declared` is what metadata call the title, `site` what they call the site; either may be empty.
// Empty if the page says nothing.
Headline choose_headline(const Page& page, std::string_view declared, std::string_view site);

// What the page calls its site: in its metadata (`site`), its logo, its <h1> in the masthead, the
// notice of copyright at its foot.
std::vector<std::string> site_names(const Page& page, std::string_view site);

}  // namespace backfile
