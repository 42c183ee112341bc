// Searchers for many threads, always of the published generation.
//
// A server asks for a searcher per request; the pool notices when `current` names another
// generation, opens it, and lets the old one go with its last request. Safe on any thread.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "query/searcher.h"

namespace backfile {

class SearcherPool {
 public:
  explicit SearcherPool(std::filesystem::path index);  // Failure{corrupt} if it cannot be opened

  // A searcher for the caller alone; comes back to the pool when the pointer is let go.
  // If a new generation cannot be opened, the old one goes on serving.
  std::shared_ptr<Searcher> acquire();

 private:
  void refresh();

  std::filesystem::path index_;
  std::mutex mutex_;
  std::shared_ptr<const Archive> archive_;
  std::string generation_;
  std::vector<std::unique_ptr<Searcher>> idle_;
};

}  // namespace backfile
