// Threads that take numbered tasks in turn, until all are done or one of them fails.
//
//   Workers workers(jobs, tasks, [](const std::atomic<bool>& stopped) {
//     auto analyzer = std::make_shared<Analyzer>();  // what each thread needs for itself
//     return [analyzer](std::size_t task) { ... };
//   });
//   workers.wait([] { show_progress(); });
//
// wait() rethrows what a thread throws. Used by what builds an index. Made, waited for and
// destroyed by one thread.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace backfile {

class Workers {
 public:
  using Work = std::function<void(std::size_t)>;
  // Makes the work of a thread; `stopped` tells long tasks to end early.
  using Prepare = std::function<Work(const std::atomic<bool>& stopped)>;

  // At most `jobs` threads, fewer if there are fewer tasks or the system grants no more. Each calls
  // `prepare` for its work before its first task.
  Workers(unsigned jobs, std::size_t tasks, Prepare prepare);
  // Waits for the tasks already begun, not for the others.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // Returns once every task is done, calling `meanwhile` every 50 ms, at a task's end, and last of
  // all. Throws the first that a thread or `meanwhile` threw; no task is begun after that.
  void wait(const std::function<void()>& meanwhile);

 private:
  void run();

  const std::size_t tasks_;
  const Prepare prepare_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;  // of what follows
  std::condition_variable changed_;
  std::size_t finished_ = 0;
  std::exception_ptr failure_;
  std::vector<std::jthread> threads_;  // last: they end before what they use
};

}  // namespace backfile
