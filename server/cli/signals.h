// The signals that a running server reacts to, received by a thread instead of a handler.
//
// Used by commands.cc. Must be constructed on the main thread before any other thread starts,
// because threads inherit the signal mask that it sets.
#pragma once

#include <signal.h>

#include "server/site/service.h"

namespace backfile {

class ServerSignals {
 public:
  ServerSignals();

  // Runs the service until SIGINT or SIGTERM; each SIGHUP reloads it.
  void run(Service& service);

 private:
  void wait_for_signals(Service& service) const;

  sigset_t signals_{};
};

}  // namespace backfile
