// Finds the story in a page: what is left when navigation, banners, comments and lists of links go.
//
// Blocks of text vote for the elements around them; the best, with what belongs to it beside it, is
// the story, from which html_clean.h takes what is still not prose. Where too little is found, the
// search is repeated with fewer prejudices. Works on the flat list of html_page.h in time linear in
// its length. Pure; safe on any thread.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/readers/html_page.h"

namespace backfile {

// For each node of the page whether it is outside the story. `title` is known from elsewhere: a
// heading that repeats it is no body.
std::vector<bool> outside_story(const Page& page, std::string_view title);

}  // namespace backfile
