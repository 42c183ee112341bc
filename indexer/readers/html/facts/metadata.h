// What a page says about its story: in <meta> and <link>, and in what readers see; json_ld.h reads
// what it says in JSON-LD.
//
// Each source fills what those before it left empty; html_reader.cc asks them in the order of how
// far they can be believed. Dates have an order of their own, by rank of evidence (dating.h). Pure;
// safe on any thread.
#pragma once

#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/readers/html/facts/metas.h"
#include "indexer/readers/html/facts/other_stories.h"
#include "indexer/readers/html/facts/place.h"
#include "indexer/readers/html/page/page.h"

namespace backfile {

// What <html> or <body> says of the language, as it is written there; empty if nothing.
std::string_view language_of(const Page& page);

// The dates that <meta> elements state of the story, or of the page that it stands on.
enum class DateOf { story, page };
void fill_dates_from_meta(const Page& page, const Metas& metas, DateOf whose, Article& article);

// The dates that readers see, the nearer to the headline the better, and the one in the address,
// but none of other stories: dates.cc.
void fill_dates_from_page(const Page& page, const HeadlinePlace& headline,
                          const OtherScopes& others, Article& article);

// What JSON-LD says of the page, where it says nothing of an article.
void fill_dates_of_page_from_json_ld(const Page& page, Article& article);

// The byline as it stands on the page, that near the headline first, none of other stories:
// byline.cc.
void fill_author_from_page(const Page& page, const HeadlinePlace& headline,
                           const OtherScopes& others, Article& article);

// OpenGraph, Dublin Core, and the names that news sites made up: meta.cc. Sections other than the
// first are tags.
void fill_from_meta(const Page& page, const Metas& metas, Article& article);

// The standfirst, byline, dates and licence as they stand on the page, and <html lang>:
// visible.cc. The headline is found by headline.h.
void fill_from_page(const Page& page, const Metas& metas, Article& article);

}  // namespace backfile
