// An index of made-up articles in a directory of its own, removed with the object.
//
// For benchmarks; made with the real builder from archive_generator.h's articles. For one thread.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "bench/archive_generator.h"
#include "indexer/build/builder.h"

namespace backfile::bench {

class MadeUpIndex {
 public:
  explicit MadeUpIndex(std::size_t articles)
      : directory_(std::filesystem::temp_directory_path() /
                   ("backfile-bench-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(directory_);
    std::ofstream out(directory_ / "archive.jsonl");
    ArchiveGenerator generator({.articles = articles});
    for (Article article; generator.next(article);) out << to_json_line(article) << '\n';
    out.close();
    build(0);
  }
  ~MadeUpIndex() {
    std::error_code ignored;
    std::filesystem::remove_all(directory_, ignored);
  }
  MadeUpIndex(const MadeUpIndex&) = delete;
  MadeUpIndex& operator=(const MadeUpIndex&) = delete;

  // Once more, from reading to publishing.
  BuildReport build(unsigned jobs) const {
    return backfile::build({.sources = {(directory_ / "archive.jsonl").string()},
                            .index = index().string(),
                            .jobs = jobs,
                            .keep = 1});
  }
  std::filesystem::path index() const { return directory_ / "archive.index"; }

 private:
  std::filesystem::path directory_;
};

}  // namespace backfile::bench
