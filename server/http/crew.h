// A fixed number of threads that do what they are handed, in order of arrival.
//
// lobby.h hands them requests. Safe on any thread.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace backfile {

class Crew {
 public:
  explicit Crew(std::size_t threads);
  ~Crew();  // what was handed in is done first
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  void hand_in(std::function<void()> task);  // which must not throw

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  bool closing_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace backfile
