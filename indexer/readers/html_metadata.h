// What a page says about its story: in JSON-LD, in <meta> and <link>, and in what readers see.
//
// Each source fills what those before it left empty; html.cc asks them in the order of how far they
// can be believed. Pure; safe on any thread.
#pragma once

#include <string>
#include <vector>

#include "indexer/article.h"
#include "indexer/readers/html_page.h"

namespace backfile {

// schema.org's NewsArticle, Article and their kin: json_ld.cc. Its articleBody goes to `body`. The
// answer names the parts of the page behind a paywall, as CSS selectors.
std::vector<std::string> fill_from_json_ld(const Page& page, Article& article);

// OpenGraph, Dublin Core, and the names that news sites made up: html_meta.cc.
void fill_from_meta(const Page& page, Article& article);

// The byline, date and licence as they stand on the page, <html lang>, and the date in the address:
// html_visible.cc. The headline is found by html_headline.h.
void fill_from_page(const Page& page, Article& article);

}  // namespace backfile
