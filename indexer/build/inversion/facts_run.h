// What the inversion needs of consecutive articles beside their records, on disk until all are known:
// the data that the database keeps of each, and its filters.
//
// Written beside the records of the same articles (forward/building/forward_run.h), in two files
// (files/run_files.h): NAME.data, a string for each article; NAME.filters, for each how many terms
// there are, and the terms. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/build/inversion/inversion.h"
#include "indexer/files/run_files.h"

namespace backfile {

class FactsRun {
 public:
  // Writes to `path` with ".data" and ".filters" appended.
  explicit FactsRun(const std::filesystem::path& path);

  void add(const Article& article);
  // Nothing may be added afterwards.
  void finish();

 private:
  RunWriter data_, filters_;
};

// A finished run.
struct FinishedFacts {
  std::filesystem::path path;  // as its FactsRun got it
  std::uint32_t articles = 0;
};

// The filters of all runs, whose articles have the docids 1, 2, 3, ... in their order.
FiltersFrom filters_of(std::span<const FinishedFacts> runs);

// Their data, in the order of docids.
class FactsData {
 public:
  explicit FactsData(std::span<const FinishedFacts> runs);

  // The next article's; valid until the next call. There is one.
  std::string_view next();

 private:
  std::vector<RunReader> readers_;
  std::size_t reader_ = 0;
};

}  // namespace backfile
