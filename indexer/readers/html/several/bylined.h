// Stories of a page that no element marks: a headline and a byline or a date, then a text, again
// and again.
//
// Headings in a long article have neither; chapters of a log have dates, and above them a headline
// that says what the page is about. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/page/prose.h"
#include "indexer/readers/html/several/candidates.h"

namespace backfile {

// Whether the node is a heading that leads nowhere, and a line below it, above the text, names who
// wrote it.
bool has_byline(const Page& page, std::size_t heading);

// The same where that line may be a date as well.
bool may_open_bylined_story(const Page& page, std::size_t i);

// Two or more, in the order of the page; none where they are parts of a story that has a byline or
// a text of its own above them. Where most have a byline or a date, a heading in the same place
// without either opens a story too. `prose` is prose_of() the page, `title` what the page declares.
std::vector<Candidate> bylined_stories(const Page& page, const std::vector<Prose>& prose,
                                       std::string_view title);

}  // namespace backfile
