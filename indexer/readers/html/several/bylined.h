// Stories of a page that no element marks: a headline and a byline, then a text, again and again.
//
// Headings in a long article have no byline, chapters of a log have dates alone. Pure; safe on any
// thread.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/page/prose.h"
#include "indexer/readers/html/several/candidates.h"

namespace backfile {

// Whether the node is a heading that leads nowhere, and a line below it, above the text, names who
// wrote it.
bool may_open_bylined_story(const Page& page, std::size_t i);

// Two or more, in the order of the page; none where they are parts of a story that has a byline or
// a text of its own above them. `prose` is prose_of() the page.
std::vector<Candidate> bylined_stories(const Page& page, const std::vector<Prose>& prose);

}  // namespace backfile
