// The catalogue of a few articles, in a directory of its own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "indexer/index/building/catalogue_run.h"
#include "indexer/index/building/join_catalogue.h"
#include "indexer/index/catalogue.h"
#include "tests/indexer/forward/built.h"
#include "tests/temporary_directory.h"

namespace backfile::test {

class BuiltCatalogue {
 public:
  // From a run for each `per_run` articles.
  explicit BuiltCatalogue(std::span<const Article> articles, std::size_t per_run = 1000)
      : forward_(articles) {
    std::vector<std::filesystem::path> runs;
    for (std::size_t begin = 0; begin < articles.size(); begin += per_run) {
      CatalogueRun run(runs.emplace_back(directory_ / ("run-" + std::to_string(runs.size()))));
      for (const Article& article :
           articles.subspan(begin, std::min(per_run, articles.size() - begin))) {
        run.add(article);
      }
      run.finish();
    }
    join_catalogue(runs, directory_.path(), forward().lexicon(), [] {});
  }

  const ForwardIndex& forward() const { return forward_.index(); }
  std::filesystem::path file() const { return directory_.path() / "catalogue"; }
  Catalogue open() const { return {directory_.path(), forward()}; }

 private:
  BuiltForward forward_;
  TemporaryDirectory directory_;
};

}  // namespace backfile::test
