// Generations that are kept but not published, for cursors that were given by them.
//
// Opened when a cursor asks, at most two at a time, and let go when none has asked for a while. One
// that was asked for a moment ago makes no room for another, so that cursors of many generations
// cannot make a server open them by turns. Used by pool.h. Safe on any thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "query/search/shelf.h"

namespace backfile {

class OlderGenerations {
 public:
  using Clock = std::chrono::steady_clock;
  static constexpr std::size_t most_open = 2;
  static constexpr std::chrono::minutes busy{1};    // asked for so lately, it makes no room
  static constexpr std::chrono::minutes unused{5};  // not asked for so long, it is let go

  explicit OlderGenerations(std::filesystem::path index) : index_(std::move(index)) {}

  // nullptr where the generation is gone or cannot be opened, or there is no room. `now` is for
  // tests.
  std::shared_ptr<Shelf> shelf(const std::string& generation, Clock::time_point now = Clock::now());

  // Lets go of those that are not used any more, and of `published`, which the pool has itself.
  void tidy(const std::string& published, Clock::time_point now = Clock::now());

  std::size_t open_count() const;

 private:
  struct Open {
    std::string generation;
    std::shared_ptr<Shelf> shelf;
    Clock::time_point asked_for;
  };

  std::shared_ptr<Shelf> find(const std::string& generation, Clock::time_point now);
  bool make_room(Clock::time_point now);

  const std::filesystem::path index_;
  std::mutex opening_;        // held by the one thread that opens a generation
  mutable std::mutex mutex_;  // guards what follows; never held while anything is opened
  std::vector<Open> open_;
};

}  // namespace backfile
