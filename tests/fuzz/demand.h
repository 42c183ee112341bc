// Assertions of fuzz targets: a broken promise stops the program, like a crash.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/text/unicode.h"

namespace backfile {

inline void demand(bool holds, std::string_view promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(promise.size()), promise.data());
  std::abort();
}

inline void demand_text(std::string_view text) {
  demand(is_valid_utf8(text), "text is UTF-8");
  demand(text.find('\0') == text.npos, "text is without NUL");
}

inline void demand_regions(const Article& article) {
  for (const BodyRegion& region : article.regions) {
    const std::size_t end = std::size_t{region.first} + region.count;
    demand(region.count > 0 && end <= article.body.size(), "a region is in the body");
  }
}

// What article.h promises of every article.
inline void demand_sound(const Article& article) {
  for (const std::string* field :
       {&article.id, &article.url, &article.title, &article.subtitle, &article.published,
        &article.modified, &article.section, &article.language, &article.license, &article.source,
        &article.published_by.where, &article.published_by.text, &article.modified_by.where,
        &article.modified_by.text})
    demand_text(*field);
  for (const auto* list : {&article.author, &article.tags, &article.body, &article.captions}) {
    for (const std::string& entry : *list) {
      demand_text(entry);
      demand(!entry.empty(), "entries of a list are not empty");
    }
  }
  demand(!article.id.empty(), "an article has an id");
  demand_regions(article);
}

}  // namespace backfile
