// What on a page only leads to an article elsewhere: a headline that is a link, "Read more" below a
// sentence, a card, a list of links.
//
// articles.h asks of what may be an article. Pure; safe on any thread.
#pragma once

#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/page/prose.h"
#include "indexer/readers/html/several/candidates.h"

namespace backfile {

// Its headline, or one in it, is a link to another page.
bool is_of_another_page(const Page& page, const Candidate& one);

// "Read more": the last text is a link by itself, to another page. A sentence is not.
bool ends_in_link(const Page& page, const NodeRange& nodes);

// It holds links or fields and neither prose, a table nor a picture with a line below it.
bool is_all_links(const Page& page, const std::vector<Prose>& prose, const NodeRange& nodes);

}  // namespace backfile
