// What the catalogue needs of consecutive articles, on disk until all are known: their facts.
//
// Written beside the records of the same articles (forward/building/forward_run.h), in
// NAME.catalogue (files/run_files.h): for each article its key, its id, and encode_article() of what
// its record does not hold, as counted strings. join_catalogue.h makes one file of all runs. For one thread.
#pragma once

#include <filesystem>

#include "indexer/article/article.h"
#include "indexer/files/run_files.h"
#include "indexer/forward/article_text.h"

namespace backfile {

class CatalogueRun {
 public:
  // Writes to `path` with ".catalogue" appended.
  explicit CatalogueRun(const std::filesystem::path& path) : out_(path.string() + ".catalogue") {}

  void add(const Article& article) {
    out_.add(article_key(article));
    out_.add(article.id);
    out_.add(encode_article(without_text(article)));
  }
  // Nothing may be added afterwards.
  void finish() { out_.finish(); }

 private:
  RunWriter out_;
};

}  // namespace backfile
