// A searcher that comes back goes to the end of the list and is lent out first: its caches are
// warm. The deleter of the lent pointer holds the shelf, which therefore outlives it.
#include "query/search/shelf.h"

#include <utility>

namespace backfile {
namespace {

// As many as a server has threads; more lie about unused.
constexpr std::size_t most_idle = 64;

}  // namespace

Shelf::Shelf(std::shared_ptr<const Archive> archive) : archive_(std::move(archive)) {
  idle_.push_back(std::make_unique<Searcher>(archive_));
}

std::shared_ptr<Searcher> Shelf::lend(const std::shared_ptr<Shelf>& shelf) {
  std::unique_ptr<Searcher> searcher;
  {
    const std::scoped_lock lock(shelf->mutex_);
    if (!shelf->idle_.empty()) {
      searcher = std::move(shelf->idle_.back());
      shelf->idle_.pop_back();
    }
  }
  if (!searcher) searcher = std::make_unique<Searcher>(shelf->archive_);
  return {searcher.release(), [shelf](Searcher* lent) {
            std::unique_ptr<Searcher> back(lent);
            const std::scoped_lock lock(shelf->mutex_);
            if (shelf->idle_.size() < most_idle) shelf->idle_.push_back(std::move(back));
          }};
}

}  // namespace backfile
