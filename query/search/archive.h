// An opened generation: what all its searchers share, read-only.
//
// Opened by searcher.h's open_archive(), which pool.h calls again when a new generation is
// published. Immutable once opened: safe on any thread.
#pragma once

#include <filesystem>

#include "indexer/forward/forward_index.h"
#include "indexer/index/generation.h"
#include "indexer/index/stored_article.h"
#include "query/columns/author_lookup.h"
#include "query/planning/planner.h"
#include "query/search/searcher.h"

namespace backfile {

struct Archive {
  explicit Archive(const std::filesystem::path& generation)

      : database(database_of(generation)),
        forward(open_forward(generation)),
        catalogue(open_catalogue(generation, forward)) {}

  std::filesystem::path database;  // each searcher opens it for itself
  ForwardIndex forward;
  std::shared_ptr<const Catalogue> catalogue;
  ArchiveFacts facts;
  PlannerFacts planner;  // columns among them
  AuthorLookup author_lookup;
};

}  // namespace backfile
