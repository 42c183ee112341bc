// Ctrl-C and SIGTERM as a flag that long work checks now and then.
//
// While an InterruptWatch lives the first such signal is remembered and the second kills; SIGHUP,
// which a terminal sends when it is closed, is ignored. For the main thread; one watch at a time.
#pragma once

#include <signal.h>

namespace backfile {

class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

  // Throws Failure{interrupted} or Failure{terminated} once a signal has come.
  void check() const;

 private:
  struct sigaction on_interrupt_ {};
  struct sigaction on_terminate_ {};
  struct sigaction on_hang_up_ {};
};

}  // namespace backfile
