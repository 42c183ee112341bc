// `backfile read`: articles as they would be indexed, without an index being built.
//
// The builder's first stages (ingest.h) alone. For one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/boilerplate/overrides.h"
#include "indexer/readers/common/reader.h"
#include "indexer/readers/input/source_names.h"

namespace backfile {

struct ReadOptions {
  std::vector<std::string> sources = {};
  std::vector<SourceName> names = {};  // given to folders and files
  std::string index = {};  // whose boilerplate is removed; empty: learnt from the sources
  // With an index, those of its build apply as well, unless some of their kind are given here.
  BoilerplateOverrides boilerplate = {};
  std::function<void()> begun = {};  // called once it is clear what to read, before any of it is
};

struct ReadReport {
  std::uint64_t passed_over = 0;  // files, on purpose
  std::uint64_t repeated = 0;     // duplicates that differ only in path
};

// Every article that an index of these sources would hold, in their order; of several versions the
// one that `index` keeps, the others are rejected. All are read first, into an unnamed temporary
// file, since boilerplate and later versions show only then.
ReadReport read_articles(const ReadOptions& options,
                         const std::function<void(const Article&)>& article,
                         const std::function<void(const Rejected&)>& rejected);

// The same with what became of every block of the files (common/explanation.h), one by one as they
// are read: versions of an article are all explained, and the others rejected at the end. Without
// an index, reads the files twice.
ReadReport explain_articles(const ReadOptions& options,
                            const std::function<void(const Found&)>& found,
                            const std::function<void(const Rejected&)>& rejected);

}  // namespace backfile
