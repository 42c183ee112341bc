// Work done by many threads, taken by one in the order of its numbers.
//
// The builder's threads put documents as they finish them; the writer takes number 0, 1, 2 ...
// Bounded: who is too far ahead waits. Safe on any thread; one takes.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace backfile {

template <typename Value>
class OrderedQueue {
 public:
  explicit OrderedQueue(std::size_t capacity) : capacity_(capacity) {}

  // Waits while `number` is `capacity` or more ahead of what is taken next. False once stopped.
  bool put(std::size_t number, Value value) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || number < next_ + capacity_; });
    if (stopped_) return false;
    waiting_.emplace(number, std::move(value));
    if (number == next_) changed_.notify_all();
    return true;
  }

  // The next in order, waiting for it.
  Value take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_.contains(next_); });
    Value value = std::move(waiting_.extract(next_).mapped());
    ++next_;
    changed_.notify_all();
    return value;
  }

  // Sends everyone home who waits in put(), now or later.
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

 private:
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, Value> waiting_;
  std::size_t next_ = 0;
  bool stopped_ = false;
};

}  // namespace backfile
