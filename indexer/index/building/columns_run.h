// What the columns need of consecutive articles, on disk until all are known: days and values.
//
// Written beside the records of the same articles (forward/building/forward_run.h), in NAME.columns
// (files/run_files.h): for each article its day, then, for each counted field, how many values it has
// and the values as they stand. join_columns.h makes one file of all runs. For one thread.
#pragma once

#include <filesystem>

#include "indexer/article/article.h"
#include "indexer/files/run_files.h"

namespace backfile {

class ColumnsRun {
 public:
  // Writes to `path` with ".columns" appended.
  explicit ColumnsRun(const std::filesystem::path& path);

  void add(const Article& article);
  // Nothing may be added afterwards.
  void finish() { out_.finish(); }

 private:
  RunWriter out_;
};

}  // namespace backfile
