// Searchers for many threads, always of the published generation.
//
// A server asks for a searcher per request; the pool notices when `current` names another
// generation, opens it, and lets the old one go with its last request. For cursors it opens
// generations that are kept besides (older_generations.h). Safe on any thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "query/search/older_generations.h"
#include "query/search/searcher.h"
#include "query/search/shelf.h"

namespace backfile {

class SearcherPool {
 public:
  // Is told once of each generation that cannot be opened: its name (empty where `current` names
  // none) and why. Called from any thread, by one at a time.
  using OnTrouble = std::function<void(const std::string& generation, const std::string& why)>;

  // Failure{corrupt} if the index cannot be opened.
  explicit SearcherPool(std::filesystem::path index, OnTrouble on_trouble = {});

  // A searcher for the caller alone; comes back to the pool when the pointer is let go, and may
  // outlive the pool. If a new generation cannot be opened, the old one goes on serving.
  std::shared_ptr<Searcher> acquire();

  // One of that generation while it is kept, so that a cursor goes on where it came from; else,
  // and where there is no room for it, as above.
  std::shared_ptr<Searcher> acquire(const std::string& generation);

  // What they search; looks for a newer generation first, as acquire() does.
  std::shared_ptr<const Archive> archive();

  // Looks for a newer generation even if one could not be opened a moment ago, and complains of it
  // again if it still cannot.
  void look_now();

  // Why the generation that `current` names is not the one that serves; empty if it is.
  std::string trouble() const;

 private:
  void refresh();
  void catch_up();
  void follow(bool may_pause);
  void complain(const std::string& generation, const std::string& why);
  void open_newest();
  std::shared_ptr<Shelf> newest() const;
  std::string published() const;

  const std::filesystem::path index_;
  const OnTrouble on_trouble_;
  OlderGenerations older_;
  std::mutex opening_;         // held by the one thread that opens a generation
  std::string complained_of_;  // guarded by it
  mutable std::mutex mutex_;   // guards what follows; never held while anything is opened
  std::shared_ptr<Shelf> shelf_;
  std::string generation_;
  std::string trouble_;
  std::chrono::steady_clock::time_point not_before_{};  // of the next try after a failed one
};

}  // namespace backfile
