// What the <meta> elements of a page say, by name.
//
// Gathered once a page and asked by meta.cc, which knows the names; other_stories.h asks for the
// page's own date. Plain values; safe on any thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/page.h"

namespace backfile {

class Metas {
 public:
  // OpenGraph's `property` is written for others to read, `name` often for search engines alone:
  // where both say who wrote a story, they do not add up.
  explicit Metas(const Page& page);

  // The values of a name, in the order of the page, each as one line. The name is written in lower
  // case, ':' as '.', "dcterms." and "dcterm." as "dc."
  const std::vector<std::string>& all(std::string_view name) const;

 private:
  void add(const PageNode& node, std::string_view attribute,
           const std::set<std::string, std::less<>>& declared);

  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

}  // namespace backfile
