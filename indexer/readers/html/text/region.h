// What an element is called that may hold a stretch of a story which its site puts everywhere.
//
// text.h marks such stretches; boilerplate/boilerplate.h learns which are boilerplate. Pure; safe
// on any thread.
#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/readers/html/page/page.h"

namespace backfile {

// What the element at a node is called, as a number that is the same on every page of a site: a
// hash of its tag, class and id (numbers in them ignored) and of the tag around it. 0 for what is
// no box that a template makes: it has no names, or is a paragraph, a heading or a quotation.
std::uint64_t region_element(const Page& page, std::size_t node);

}  // namespace backfile
