// What the inversion needs of consecutive articles beside their records, on disk until all are known:
// their filters.
//
// Written beside the records of the same articles (forward/building/forward_run.h), in NAME.filters
// (files/run_files.h): for each article how many terms there are, and the terms. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "indexer/article/article.h"
#include "indexer/build/inversion/inversion.h"
#include "indexer/files/run_files.h"

namespace backfile {

class FiltersRun {
 public:
  // Writes to `path` with ".filters" appended.
  explicit FiltersRun(const std::filesystem::path& path);

  void add(const Article& article);
  // Nothing may be added afterwards.
  void finish() { out_.finish(); }

 private:
  RunWriter out_;
};

// A finished run.
struct FinishedFilters {
  std::filesystem::path path;  // as its FiltersRun got it
  std::uint32_t articles = 0;
};

// The filters of all runs, whose articles have the docids 1, 2, 3, ... in their order.
FiltersFrom filters_of(std::span<const FinishedFilters> runs);

}  // namespace backfile
