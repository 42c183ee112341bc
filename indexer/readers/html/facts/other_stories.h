// Tells what a page says of its own story from what it says of others: related ones, teasers.
//
// Sites put JSON-LD and microdata of other stories on a page. What shares no words with the page's
// own titles, and stands at another address, is none of this story's facts. json_ld.cc, metas.cc,
// dates.cc and byline.cc ask. Plain values; safe on any thread.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/readers/html/page/page.h"

namespace backfile {

class Metas;

// What a page says of its story outside of JSON-LD: titles, addresses, the day.
class OwnClaims {
 public:
  OwnClaims(const Page& page, const Metas& metas);

  // Whether half of the words of a headline, or of a title of the page, stand in the other. True
  // where there is nothing to compare.
  bool may_be_title(std::string_view headline) const;
  // Whether an article has another headline than the page and another address, and not the day of
  // the page. One without an address is another story only where the page is sure of its title.
  bool is_other_story(const Article& article) const;

 private:
  std::vector<std::set<std::string>> titles_;  // as words
  std::set<std::string> addresses_;
  std::string day_;
  bool is_sure_;  // <title> and <h1> agree
};

// Teasers that microdata call articles, with a headline that shares no words with `title`, or if
// that is empty with any title of the page.
class OtherScopes {
 public:
  OtherScopes(const Page& page, std::string_view title);

  bool holds(std::size_t node) const;

 private:
  std::vector<NodeRange> ranges_;  // in the order of the page, none in another
};

}  // namespace backfile
