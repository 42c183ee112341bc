// Threads draw task numbers from one counter; the first exception stops them all.
#include "indexer/base/workers.h"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

namespace backfile {

Workers::Workers(unsigned jobs, std::size_t tasks, Prepare prepare)
    : tasks_(tasks), prepare_(std::move(prepare)) {
  const std::size_t wanted = std::min<std::size_t>(jobs, tasks);
  while (threads_.size() < wanted) {
    try {
      threads_.emplace_back([this] { run(); });
    } catch (const std::system_error&) {
      if (threads_.empty()) throw;
      break;  // fewer threads do the same work
    }
  }
}

Workers::~Workers() {
  stopped_ = true;
}

void Workers::wait(const std::function<void()>& meanwhile) {
  constexpr auto pause = std::chrono::milliseconds(50);
  std::unique_lock lock(mutex_);
  for (bool done = false; !done && !failure_;) {
    done = finished_ == tasks_;  // once more then: all may be done before anybody waits
    if (!done) changed_.wait_for(lock, pause);
    if (failure_) break;
    lock.unlock();
    meanwhile();
    lock.lock();
  }
  if (failure_) std::rethrow_exception(failure_);
}

void Workers::run() {
  try {
    const Work work = prepare_(stopped_);
    for (std::size_t task = next_++; task < tasks_ && !stopped_; task = next_++) {
      work(task);
      const std::lock_guard lock(mutex_);
      ++finished_;
      changed_.notify_one();
    }
  } catch (...) {
    stopped_ = true;
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    changed_.notify_one();
  }
}

}  // namespace backfile
