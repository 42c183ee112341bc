// A descriptor that one thread polls and any other thread can make readable: an eventfd.
//
// event_loop.h polls it next to the sockets, so that stop() and the workers can end a wait.
// notify() is safe on any thread.
#pragma once

namespace backfile {

class WakeupFd {
 public:
  WakeupFd();  // Failure{unwritable} if no descriptor can be had
  ~WakeupFd();
  WakeupFd(const WakeupFd&) = delete;
  WakeupFd& operator=(const WakeupFd&) = delete;

  int descriptor() const { return descriptor_; }
  void notify() const;  // makes the descriptor readable
  void clear() const;   // until the next notify(); for the polling thread only

 private:
  const int descriptor_;
};

}  // namespace backfile
