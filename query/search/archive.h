// An opened generation: what all its searchers share, read-only.
//
// Opened by searcher.h's open_archive(), which pool.h calls again when a new generation is
// published. Immutable once opened: safe on any thread.
#pragma once

#include <filesystem>

#include "query/columns/author_lookup.h"
#include "query/columns/merged_column.h"
#include "query/planning/planner.h"
#include "query/search/searcher.h"

namespace backfile {

struct Archive {
  std::filesystem::path database;  // each searcher opens it for itself
  ArchiveFacts facts;
  PlannerFacts planner;  // columns among them
  std::shared_ptr<const MergedColumns> merged;
  AuthorLookup author_lookup;
};

}  // namespace backfile
