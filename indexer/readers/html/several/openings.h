// What tells the opening of a story: its headline, what stands near it, where it leads.
//
// articles.h and next_stories.h ask. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/page/prose.h"

namespace backfile {

constexpr std::size_t longest_headline = 500;  // bytes

// <h1> to <h3>.
bool is_headline(const PageNode& node);

// Whether the title of a page is this headline, with or without the name of the site: "The Tide |
// The Lantern" says "The Tide". A long headline may stand anywhere in the title.
bool says_title(std::string_view title, std::string_view headline);

// Whether a story that begins at the node `begin` and ends before `end` has a date or an author of
// its own, in its headline or near it.
bool has_facts_near(const Page& page, const std::vector<Prose>& prose, std::size_t begin,
                    std::size_t heading, std::size_t end);

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
