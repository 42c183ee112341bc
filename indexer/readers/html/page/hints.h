// What tags, classes and attributes say about a piece of a page: block, hidden, boilerplate, story.
//
// The vocabulary of text.h, story.h and metadata.h; names of classes are read as words (names.h).
// What holds prose is decided in verdict.h. Pure; safe on any thread.
#pragma once

#include <string_view>

#include "indexer/readers/html/page/page.h"

namespace backfile {

// Begins a new line in a browser.
bool is_block(std::string_view tag);
inline bool is_block(const PageNode& node) {
  return node.block;
}
// Never holds text to read: scripts, styles, form fields, drawings.
inline bool is_never_text(const PageNode& node) {
  return node.never_text;
}
// Stands in for scripts or frames that a browser does not show, or is for scripts to fill in or
// readers to write in. A template that the browser shows by itself (a declarative shadow root) is neither.
bool is_stand_in(const PageNode& node);
// Hidden from everybody, as far as the element itself says.
inline bool is_hidden_by_style(const PageNode& node) {
  return node.hidden;
}
// Hidden from everybody or from screen readers. Text behind a paywall is often hidden from screen
// readers although it can be seen.
bool is_hidden(const PageNode& node);
// Stands under a picture or beside it.
bool is_caption(const PageNode& node);
// Comments, related stories and what else has authors of its own.
inline bool is_beside(const PageNode& node) {
  return node.beside;
}
// A line that names author and date.
bool is_byline(const PageNode& node);
// Says when the story appeared, and hardly more.
bool is_dateline(const PageNode& node);
// Says when something takes place that the story announces.
bool is_event_date(const PageNode& node);
// The line between headline and story.
bool is_standfirst(const PageNode& node);
// An element of its own for each of several stories on a page.
bool is_article(const PageNode& node);

// Fills the facts of a node that the inline functions read.
void read_hints(PageNode& node);

}  // namespace backfile
