// The columns of a few articles, in a directory of their own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/index/building/columns_run.h"
#include "indexer/index/building/join_columns.h"
#include "indexer/index/columns.h"
#include "tests/indexer/forward/built.h"
#include "tests/temporary_directory.h"

namespace backfile::test {

// Writes them, a run for each `per_run` articles.
inline void build_columns(std::span<const Article> articles, const ForwardIndex& forward,
                          const std::filesystem::path& directory, std::size_t per_run) {
  std::vector<std::filesystem::path> runs;
  for (std::size_t begin = 0; begin < articles.size(); begin += per_run) {
    ColumnsRun run(runs.emplace_back(directory / ("run-" + std::to_string(runs.size()))));
    for (const Article& article :
         articles.subspan(begin, std::min(per_run, articles.size() - begin))) {
      run.add(article);
    }
    run.finish();
  }
  join_columns(runs, directory, forward.lexicon(), [] {});
}

class BuiltColumns {
 public:
  explicit BuiltColumns(std::span<const Article> articles, std::size_t per_run = 1000)
      : forward_(articles) {
    build_columns(articles, forward_.index(), directory_.path(), per_run);
  }

  const ForwardIndex& forward() const { return forward_.index(); }
  const std::filesystem::path& path() const { return directory_.path(); }
  std::filesystem::path file() const { return path() / "columns"; }
  Columns open() const { return {path(), forward()}; }

 private:
  BuiltForward forward_;
  TemporaryDirectory directory_;
};

}  // namespace backfile::test
