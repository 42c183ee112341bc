// Least recently used goes first, unless it was used a moment ago. Opening takes its own lock, so
// that those who ask for an open generation never wait for one that is being opened.
#include "query/search/older_generations.h"

#include <xapian.h>
#include <algorithm>
#include <exception>

namespace backfile {

std::shared_ptr<Shelf> OlderGenerations::shelf(const std::string& generation,
                                               Clock::time_point now) {
  if (auto found = find(generation, now)) return found;
  const std::scoped_lock opening(opening_);
  if (auto found = find(generation, now)) return found;  // opened while this thread waited
  if (!is_kept(index_, generation) || !make_room(now)) return nullptr;
  std::shared_ptr<Shelf> opened;
  try {
    opened = std::make_shared<Shelf>(open_kept_archive(index_, generation));
  } catch (const std::exception&) {
    return nullptr;  // damaged, or removed a moment ago: the newest answers, with a note
  } catch (const Xapian::Error&) {
    return nullptr;
  }
  const std::scoped_lock lock(mutex_);
  open_.push_back({generation, opened, now});
  return opened;
}

void OlderGenerations::tidy(const std::string& published, Clock::time_point now) {
  std::vector<Open> let_go;  // closed without the lock
  const std::scoped_lock lock(mutex_);
  std::erase_if(open_, [&](Open& open) {
    const bool is_done = open.generation == published || now - open.asked_for >= unused;
    if (is_done) let_go.push_back(std::move(open));
    return is_done;
  });
}

std::size_t OlderGenerations::open_count() const {
  const std::scoped_lock lock(mutex_);
  return open_.size();
}

std::shared_ptr<Shelf> OlderGenerations::find(const std::string& generation,
                                              Clock::time_point now) {
  const std::scoped_lock lock(mutex_);
  const auto found = std::ranges::find(open_, generation, &Open::generation);
  if (found == open_.end()) return nullptr;
  found->asked_for = now;
  return found->shelf;
}

bool OlderGenerations::make_room(Clock::time_point now) {
  const std::scoped_lock lock(mutex_);
  if (open_.size() < most_open) return true;
  const auto longest = std::ranges::min_element(open_, {}, &Open::asked_for);
  if (now - longest->asked_for < busy) return false;
  open_.erase(longest);
  return true;
}

}  // namespace backfile
