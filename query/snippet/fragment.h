// Links that open a page at a passage: the value of a text fragment directive.
//
// Browsers scroll to the text named behind "#:~:text=" and mark it. It is named by the marks of a
// snippet with a few words before and after, which a page changed in other places still has; by the
// first mark alone where the others are far from it, as browsers mark everything between. Takes
// paragraphs of any size: bounded in time, and in length (4 KB). Used by pages and API. Pure; safe
// on any thread.
//
//   url + "#:~:text=" + text_fragment(snippet)      ...#:~:text=at%20the-,flood%20tide,-of%201953
//   url + "#" + passage_fragment(snippet)           the same, for passages with marks alone
#pragma once

#include <string>

#include "query/snippet/snippet.h"

namespace backfile {

// prefix-,start,end,-suffix, percent-encoded; everything but start is optional. Empty for a snippet
// without text.
std::string text_fragment(const Snippet& snippet);

// The whole directive with its ":~:text="; empty if nothing is marked, as there is then no place to
// open the page at.
std::string passage_fragment(const Snippet& snippet);

}  // namespace backfile
