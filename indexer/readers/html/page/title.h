// The headline out of the titles that a page has: what it declares, its <h1>, its <title>.
//
// Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/page.h"

namespace backfile {

// The page's <title>, or the empty string.
std::string page_title(const Page& page);

// Whether two titles say the same, spaces, case and punctuation aside.
bool same_title(std::string_view a, std::string_view b);

// The same of one title and many others: it is made comparable once.
class SameTitle {
 public:
  // The title must outlive it.
  explicit SameTitle(std::string_view title);

  bool operator()(std::string_view other) const;

 private:
  std::string_view title_;
  std::string plain_;
};

// Whether a text is this name of a site, or the address of one; "The" before it aside.
bool is_site_name(std::string_view text, std::string_view name);

// `title` without the names of the site before and behind it. What is a name is told by `names`, by
// the headings (one of which repeats the headline), or else by its length.
std::string without_site_name(std::string_view title, const std::vector<std::string>& names,
                              const std::vector<std::string>& headings);

}  // namespace backfile
