// Stretches of a body that elements of its page hold, kept right while paragraphs go.
//
// html_text.h finds them, finish.h and boilerplate/furniture.h take paragraphs away. Pure; safe on any
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/article.h"
#include "indexer/readers/html_page.h"

namespace backfile {

// What the element at a node is called, as a number that is the same on every page of a site: a hash
// of its tag, class and id (numbers in them ignored) and of the tag around it. 0 for what is no box
// that a template makes: it has no names, or is a paragraph, a heading or a quotation.
std::uint64_t region_element(const Page& page, std::size_t node);

// Takes the paragraphs marked out of the body. Regions shrink; those left empty go.
void remove_paragraphs(Article& article, const std::vector<bool>& goes);

}  // namespace backfile
