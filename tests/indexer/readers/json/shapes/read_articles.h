// What a file of JSON is read as, in one line: for tests of articles.h and shape.h.
#pragma once

#include <sstream>
#include <string>
#include <utility>

#include "tests/indexer/readers/read_text.h"

namespace backfile {

struct ArticlesCase {
  const char *text, *read;
};

// "A: a / b; B: c" of all articles, then what was rejected, and how many were left out of which.
inline std::string read_articles(const std::string& path, const std::string& text) {
  std::string all;
  const auto add = [&](const std::string& one) { all += (all.empty() ? "" : "; ") + one; };
  const Sink sink{
      [&](Found&& found) {
        const Article& article = found.article;
        add((article.title.empty() ? "-" : article.title) +
            (article.body.empty() ? "" : ": " + in_one_line(article.body)));
        if (found.left.articles > 0)
          all += " (" + std::to_string(found.left.articles) + " left out)";
      },
      [&](Rejected&& rejected) {
        add("!" + rejected.place + (rejected.place.empty() ? "" : " ") + rejected.reason);
      }};
  std::istringstream in(text);
  choose_reader(text.substr(0, 8192), path)->read(in, path, sink);
  return all;
}

}  // namespace backfile
