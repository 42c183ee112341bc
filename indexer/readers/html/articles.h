// Pages that hold several articles: the story and the next ones below it, or the news of a day.
//
// An article has an element of its own, a headline at its beginning and something to tell. Where
// one of them has the title of the page, the page is about that one. Where none has, the page is
// each of them that has a date or an author, or is an <article> without a link to the rest of it: a
// sentence is enough. A page of nothing but such briefs is each of them, whatever its title. Parts
// of a story below its headline stay together. html_reader.cc reads every article from a page of
// its own, so that no date, name or paragraph of one gets into another. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/page.h"

namespace backfile {

struct PageArticle {
  std::vector<std::size_t> others;  // nodes that belong to other articles
  // Those of them that turn out not to be articles: they are reported with this one.
  std::vector<std::size_t> left_out;
  std::size_t articles_left_out = 0;  // of these, how many are whole: no teasers of other pages
  // Empty where the page is about this one, whose facts the page declares.
  std::string title;
  std::string anchor;    // of one among several: the id of its element or its number, no other's
  std::size_t node = 0;  // of one among several: its element, and all of it
  bool has_rest = true;  // what no article of the page holds is reported with this one
};

// Always at least one; the only one of most pages has no others. `title` is what the page declares.
std::vector<PageArticle> articles_of(const Page& page, std::string_view title);

// The page without these nodes and what is in them.
Page without_nodes(const Page& page, const std::vector<std::size_t>& nodes);

}  // namespace backfile
