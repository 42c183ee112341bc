// A queue from whose front the caller takes what is done; threads begin what stands behind it.
#include "indexer/base/in_order.h"

#include <system_error>
#include <utility>

namespace backfile {

InOrder::InOrder(unsigned jobs) {
  while (threads_.size() + 1 < jobs) {
    try {
      threads_.emplace_back([this] { help(); });
    } catch (const std::system_error&) {
      break;  // fewer threads do the same work
    }
  }
}

InOrder::~InOrder() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  for_workers_.notify_all();
}

void InOrder::add(std::function<void()> work, std::function<void()> take) {
  if (threads_.empty()) {
    work();
    take();
    return;
  }
  const std::size_t most_waiting = 2 * (threads_.size() + 1);
  Lock lock(mutex_);
  while (items_.size() >= most_waiting || (!items_.empty() && items_.front().done)) {
    take_first(lock);
  }
  items_.push_back({std::move(work), std::move(take)});
  for_workers_.notify_one();
}

void InOrder::finish() {
  Lock lock(mutex_);
  while (!items_.empty()) take_first(lock);
}

void InOrder::help() {
  Lock lock(mutex_);
  while (!stopped_) {
    if (begun_ < items_.size()) {
      work_on_next(lock);
    } else {
      for_workers_.wait(lock);
    }
  }
}

// An item stays where it is until it is done.
void InOrder::work_on_next(Lock& lock) {
  Item& item = items_[begun_++];
  lock.unlock();
  std::exception_ptr failure;
  try {
    item.work();
  } catch (...) {
    failure = std::current_exception();
  }
  lock.lock();
  item.failure = failure;
  item.done = true;
  for_caller_.notify_one();
}

void InOrder::take_first(Lock& lock) {
  while (!items_.front().done) {
    if (begun_ < items_.size()) {
      work_on_next(lock);
    } else {
      for_caller_.wait(lock);
    }
  }
  const Item item = std::move(items_.front());
  items_.pop_front();
  --begun_;
  lock.unlock();
  if (item.failure) std::rethrow_exception(item.failure);
  item.take();
  lock.lock();
}

}  // namespace backfile
