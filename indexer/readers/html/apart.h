// Articles that a page holds in JSON-LD alone, beside those that it shows.
//
// Where the page is about one article they are left out, and told; else each is an article of its
// own. html_reader.cc asks json_ld.h for them. For one thread.
#pragma once

#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/readers/common/reader.h"
#include "indexer/readers/html/facts/json_ld.h"

namespace backfile {

class Apart {
 public:
  // `is_declared`: the page shows the article that it is about. `page` is what it declares, `path`
  // its file, `prefix` what ids of articles on it begin with.
  Apart(const JsonLd& json_ld, bool is_declared, const Article& page, const std::string& path,
        const std::string& prefix);

  bool are_articles() const { return are_articles_ && !articles_.empty(); }
  // Adds to the page's article what is left out of the page.
  void tell(Found& found, bool explain) const;
  // Gives each to the sink, where they are articles of their own.
  void deliver_all(const Sink& sink);

 private:
  bool are_articles_;
  const std::string& path_;
  std::vector<Article> articles_;
  std::vector<std::string> texts_;  // of no article
};

}  // namespace backfile
