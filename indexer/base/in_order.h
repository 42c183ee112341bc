// Work on one thing after the other by many threads, whose results are taken in the order of the
// things.
//
//   InOrder in_order(jobs);
//   while (auto batch = next_batch()) {  // shared
//     in_order.add([batch] { encode(*batch); }, [batch, &out] { out.write(*batch); });
//   }
//   in_order.finish();
//
// The thread that adds takes the results as well, and works when it has to wait. Few things wait at
// a time. Unlike workers.h it needs not know beforehand how many there are. For one thread, which
// also destroys it; what is added works on any.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace backfile {

class InOrder {
 public:
  // `jobs` threads, the caller's among them; fewer if the system grants no more.
  explicit InOrder(unsigned jobs);
  // Drops what was not begun.
  ~InOrder();
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;

  // `work` is done by any thread, then `take` by the caller's, here or in a later call. Throws what
  // either threw; nothing may be added after that.
  void add(std::function<void()> work, std::function<void()> take);
  // Returns once all is done and taken.
  void finish();

 private:
  using Lock = std::unique_lock<std::mutex>;
  struct Item {
    std::function<void()> work, take;
    bool done = false;
    std::exception_ptr failure = {};
  };
  void help();
  void work_on_next(Lock& lock);
  void take_first(Lock& lock);

  std::mutex mutex_;  // of what follows
  std::condition_variable for_workers_, for_caller_;
  std::deque<Item> items_;  // those that were begun first
  std::size_t begun_ = 0;   // of them
  bool stopped_ = false;
  std::vector<std::jthread> threads_;  // last: they end before what they use
};

}  // namespace backfile
