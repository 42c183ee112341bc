// An author whom nothing marks but a date on the same line: "Una Vray · 9 January 2017 · World".
//
// The weakest evidence of all, used where nothing on the page says who wrote it. The name of a
// section, a tag, the site or a place in the story is not an author. Pure; safe on any thread.
#pragma once

#include "indexer/article/article.h"
#include "indexer/readers/html/facts/place.h"
#include "indexer/readers/html/page/page.h"

namespace backfile {

// An author that is already known stays.
void fill_author_beside_date(const Page& page, const HeadlinePlace& headline, Article& article);

}  // namespace backfile
