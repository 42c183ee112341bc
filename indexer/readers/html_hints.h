// What tags, classes and attributes say about a piece of a page: block, hidden, furniture, story.
//
// The vocabulary of html_text.h and html_story.h, as tables of words that sites really use. Pure;
// safe on any thread.
#pragma once

#include <string_view>

#include "indexer/readers/html_page.h"

namespace backfile {

// Begins a new line in a browser.
bool is_block(std::string_view tag);
// Never holds text to read: scripts, styles, form fields, drawings.
bool is_never_text(std::string_view tag);
// Hidden from readers, as far as the page itself says so.
bool is_hidden(const PageNode& node);
// Stands under a picture or beside it.
bool is_caption(const PageNode& node);
// Navigation, comments, banners, and so on, by tag, role, class or id; never what may be the story.
bool is_furniture(const PageNode& node);
// Comments, related stories and what else has authors of its own.
bool is_beside(const PageNode& node);
// A line that names author and date.
bool is_byline(const PageNode& node);
// Says when the story appeared, and hardly more.
bool is_dateline(const PageNode& node);
// The line between headline and story.
bool is_standfirst(const PageNode& node);
// Buttons to share the story elsewhere.
bool is_share(const PageNode& node);
// The element that the page itself calls the story's body (schema.org).
bool is_declared_body(const PageNode& node);
// What class and id promise: above 0 for a story, below for furniture.
int promise(const PageNode& node);

}  // namespace backfile
