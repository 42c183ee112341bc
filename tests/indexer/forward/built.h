// A forward index built of a few articles, in a directory of its own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/forward/building/forward_run.h"
#include "indexer/forward/building/join_runs.h"
#include "indexer/forward/forward_index.h"
#include "tests/temporary_directory.h"

namespace backfile::test {

inline Article article_of(std::string language, std::string title, std::vector<std::string> body) {
  Article article;
  article.language = std::move(language);
  article.title = std::move(title);
  article.body = std::move(body);
  return article;
}

// The articles, a run for each `per_run` of them.
inline void build_forward(std::span<const Article> articles, const std::filesystem::path& directory,
                          std::size_t per_run = 1000, const ForwardLimits& limits = {}) {
  std::vector<std::filesystem::path> runs;
  for (std::size_t begin = 0; begin < articles.size(); begin += per_run) {
    ForwardRun run(runs.emplace_back(directory / ("run-" + std::to_string(runs.size()))), limits);
    for (const Article& article :
         articles.subspan(begin, std::min(per_run, articles.size() - begin))) {
      run.add(article, {{}, "test 1"});
    }
    run.finish();
  }
  join_runs(runs, directory, "analyzer 1", [] {}, {.jobs = 3, .limits = limits});
}

class BuiltForward {
 public:
  explicit BuiltForward(std::span<const Article> articles, std::size_t per_run = 1000)
      : index_((build_forward(articles, directory_.path(), per_run), directory_.path())) {}

  const ForwardIndex& index() const { return index_; }
  const ForwardIndex* operator->() const { return &index_; }
  const std::filesystem::path& path() const { return directory_.path(); }

 private:
  TemporaryDirectory directory_;
  ForwardIndex index_;
};

inline constexpr const char* forward_files[] = {"lexicon",    "codes",   "rare",
                                                "separators", "offsets", "facts"};

}  // namespace backfile::test
