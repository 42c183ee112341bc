// Text of a page that its readers do not see at first: hidden boxes, what stands in for scripts,
// and templates for them.
//
// It is the story where the page has no other: one that a script shows, or that is for browsers
// without scripts. A request to turn scripts on is none. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/readers/html/page/page.h"

namespace backfile {

// Whether <noscript> or <template> holds a sentence that is not about scripts.
bool tells_unscripted(const Page& page, std::size_t i);

// The words of prose in an element that cannot be seen.
std::uint32_t unseen_prose(const Page& page, std::size_t i);

// Makes such text visible in a page that shows no sentence: of <noscript> if there is any, else of
// templates, else what is hidden.
void show_unseen_story(Page& page);

}  // namespace backfile
