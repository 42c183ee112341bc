// The idle searchers of one generation, lent out one by one.
//
// A searcher comes back when its pointer is let go; the shelf lives as long as any of them is out.
// Used by pool.h and older_generations.h. Safe on any thread.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "query/search/searcher.h"

namespace backfile {

class Shelf {
 public:
  // Opens one searcher, which proves that the generation opens. Throws what Xapian throws.
  explicit Shelf(std::shared_ptr<const Archive> archive);

  const std::shared_ptr<const Archive>& archive() const { return archive_; }

  // A searcher for the caller alone. Xapian::DatabaseOpeningError where another one is needed and
  // the generation has been removed.
  static std::shared_ptr<Searcher> lend(const std::shared_ptr<Shelf>& shelf);

 private:
  const std::shared_ptr<const Archive> archive_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Searcher>> idle_;
};

}  // namespace backfile
