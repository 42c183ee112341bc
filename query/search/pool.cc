// Generations come and go; requests that run keep theirs.
#include "query/search/pool.h"

#include <exception>
#include <utility>

#include "indexer/base/failure.h"
#include "query/search/archive.h"

namespace backfile {
namespace {

constexpr std::chrono::seconds pause_after_failure{5};

}  // namespace

SearcherPool::SearcherPool(std::filesystem::path index, OnTrouble on_trouble)
    : index_(std::move(index)), on_trouble_(std::move(on_trouble)), older_(index_) {
  open_newest();
}

std::shared_ptr<Searcher> SearcherPool::acquire() {
  refresh();
  for (;;) {
    const std::shared_ptr<Shelf> shelf = newest();
    try {
      return Shelf::lend(shelf);
    } catch (const Xapian::DatabaseOpeningError&) {
      // Generations may come so fast that this one has been removed.
      catch_up();
      if (newest() == shelf) throw;
    }
  }
}

std::shared_ptr<Searcher> SearcherPool::acquire(const std::string& generation) {
  if (generation.empty()) return acquire();
  refresh();
  if (generation != published()) {
    try {
      if (const auto shelf = older_.shelf(generation)) return Shelf::lend(shelf);
    } catch (const Xapian::DatabaseOpeningError&) {
      // It was removed while it was open.
    }
  }
  return acquire();
}

std::shared_ptr<const Archive> SearcherPool::archive() {
  refresh();
  return newest()->archive();
}

std::shared_ptr<Shelf> SearcherPool::newest() const {
  const std::scoped_lock lock(mutex_);
  return shelf_;
}

std::string SearcherPool::published() const {
  const std::scoped_lock lock(mutex_);
  return generation_;
}

std::string SearcherPool::trouble() const {
  const std::scoped_lock lock(mutex_);
  return trouble_;
}

// One thread opens a new generation; the others go on with the old one meanwhile.
void SearcherPool::refresh() {
  const std::unique_lock opening(opening_, std::try_to_lock);
  if (opening) follow(true);
  older_.tidy(published());
}

void SearcherPool::look_now() {
  const std::scoped_lock opening(opening_);
  complained_of_.clear();
  follow(false);
}

// The same for a thread that cannot go on with the old one.
void SearcherPool::catch_up() {
  const std::scoped_lock opening(opening_);
  follow(false);
}

// Opens what `current` names, if that is another generation. One that was replaced and removed
// before it was open is no trouble: the next is tried at once.
void SearcherPool::follow(bool may_pause) {
  std::string failed;
  for (;;) {
    std::string name;
    try {
      name = current_name(index_);
      {
        const std::scoped_lock lock(mutex_);
        if (name == generation_) {
          trouble_.clear();
          complained_of_.clear();
          return;
        }
        if (may_pause && failed.empty() && std::chrono::steady_clock::now() < not_before_) return;
      }
      if (name == failed) {
        complain(name, trouble());
        return;
      }
      open_newest();
      complained_of_.clear();
      return;
    } catch (...) {
      const std::string trouble = error_text(std::current_exception());
      {
        const std::scoped_lock lock(mutex_);
        trouble_ = trouble;
        not_before_ = std::chrono::steady_clock::now() + pause_after_failure;
      }
      if (name.empty()) {
        complain("", trouble);
        return;
      }
      failed = name;
    }
  }
}

// Called once a second look has shown that it is still the newest.
void SearcherPool::complain(const std::string& generation, const std::string& why) {
  const std::string& what = generation.empty() ? why : generation;
  if (complained_of_ == what) return;
  complained_of_ = what;
  if (on_trouble_) on_trouble_(generation, why);
}

void SearcherPool::open_newest() {
  const auto shelf = std::make_shared<Shelf>(open_archive(index_));
  // A phrase's candidates lie anywhere among the records: better read in one go now than one by one.
  shelf->archive()->forward.read_ahead();
  const std::scoped_lock lock(mutex_);
  generation_ = shelf->archive()->database.parent_path().filename().string();
  shelf_ = shelf;
  trouble_.clear();
  not_before_ = {};
}

}  // namespace backfile
