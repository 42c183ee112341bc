// The text of a byline as split_byline() reads it, with a sign wherever markup parts two names.
//
// On a page, line breaks, items of lists and elements part what the text alone would run together:
// `Nora Quill<br>Oskar Brandt`. byline.cc asks. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string>

#include "indexer/readers/html/page/page.h"

namespace backfile {

// The text of a node as one line, if that has at most `most` bytes, else empty. Two names on lines
// of their own are parted by a comma; a name and whatever else stands on the next line (a date, a
// place, a job), by a bar. "By" alone, or "and" at the beginning, goes on across the break.
std::string byline_text(const Page& page, std::size_t node, std::size_t most);

// Whether a text is a name and no more: none of a paper, a job, or what a link does ("View
// Profile").
bool is_person(const std::string& text);

}  // namespace backfile
