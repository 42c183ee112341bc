// Pages that hold several articles: the story and the next ones below it, or the news of a day.
//
// An article has an element of its own, a headline at its beginning and something to tell. Where
// one of them has the title of the page, the page is about that one. Where none has, the page is
// each of them that has a date or an author, or is an <article> without a link to the rest of it: a
// sentence is enough, or a table. A page of nothing but such briefs is each of them, whatever its
// title; so is one of headlines with a byline below each. Parts of a story below its headline stay
// together, as do the posts of a live blog. html_reader.cc reads every article from a page of its
// own, so that no date, name or paragraph of one gets into another. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/page/prose.h"

namespace backfile {

struct PageArticle {
  std::vector<std::size_t> others;  // nodes that belong to other articles
  // Those of them that turn out not to be articles: they are reported with this one.
  std::vector<std::size_t> left_out;
  std::size_t articles_left_out = 0;  // how many whole ones are not read: no teasers of other pages
  bool declared = true;               // the page is about this one: what it declares is of it
  std::string title;                  // of another; empty: no headline opens it
  std::string anchor;    // of one among several: the id of its element or its number, no other's
  NodeRange nodes = {};  // of one among several: all of it
  std::string day;       // of one among several: the date that stands above it, as it is written
  bool has_rest = true;  // what no article of the page holds is reported with this one

  bool is_one_of_several() const { return nodes.begin > 1; }
};

// Always at least one; the only one of most pages has no others. `prose` is prose_of() the page,
// `title` what the page declares.
std::vector<PageArticle> articles_of(const Page& page, const std::vector<Prose>& prose,
                                     std::string_view title);

// A page without some of its nodes and what is in them.
struct PagePart {
  Page page;
  NodeRange nodes = {};  // where the range asked for is now
};
PagePart without_nodes(const Page& page, const std::vector<std::size_t>& gone,
                       const NodeRange& asked = {});

}  // namespace backfile
