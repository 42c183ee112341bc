// `backfile read`: articles as they would be indexed, without an index being built.
//
// The builder's first stages (intake.h) alone. For one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/article.h"
#include "indexer/boilerplate/overrides.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/source_names.h"

namespace backfile {

struct ReadOptions {
  std::vector<std::string> sources = {};
  std::vector<SourceName> names = {};  // given to folders and files
  FurnitureOverrides furniture = {};
  std::string index = {};  // whose furniture is taken off; empty: what the sources themselves tell
};

// Every article in the order of the sources. With an index, one by one as they are read; without,
// all are read first, into a file without a name among the temporary ones, as furniture shows only
// then. Tells how many files were passed over on purpose.
std::uint64_t read_articles(const ReadOptions& options,
                            const std::function<void(const Article&)>& article,
                            const std::function<void(const Rejected&)>& rejected);

// The same with what became of every block of the files (readers/explanation.h). Without an index,
// reads the files twice.
std::uint64_t explain_articles(const ReadOptions& options,
                               const std::function<void(const Found&)>& found,
                               const std::function<void(const Rejected&)>& rejected);

}  // namespace backfile
