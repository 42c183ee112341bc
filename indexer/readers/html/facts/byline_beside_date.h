// An author whom nothing marks but a date on the same line: "Una Vray · 9 January 2017 · World".
//
// The weakest evidence of all, asked for where nothing on the page says who wrote it. What is the
// name of a section, a tag, the site or a place that the story tells of is no author. Pure; safe on
// any thread.
#pragma once

#include "indexer/article/article.h"
#include "indexer/readers/html/facts/place.h"
#include "indexer/readers/html/page/page.h"

namespace backfile {

// Leaves an author that is known as it is.
void fill_author_beside_date(const Page& page, const HeadlinePlace& headline, Article& article);

}  // namespace backfile
