// Which headings of a page open another story than the one that it is about.
//
// articles.h asks. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/readers/html/page/page.h"

namespace backfile {

// <h1> to <h3>.
bool is_headline(const PageNode& node);

// A short text with a year in it: "9 January 2017 by Una Vray".
bool names_year(std::string_view text);

// Whether a line with a date or a name follows a heading, and prose follows that.
bool may_open_story(const Page& page, std::size_t heading);

// The element right before a headline that says "Next story", or 0.
std::size_t label_before(const Page& page, std::size_t heading);

// A headline that leads to a page of its own.
bool leads_elsewhere(const Page& page, std::size_t heading);

// It does, or it stands below "Next story": not that of a chapter.
bool opens_another(const Page& page, std::size_t heading);

}  // namespace backfile
