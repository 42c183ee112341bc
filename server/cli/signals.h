// The signals that a running server obeys, taken by a thread of their own instead of a handler.
//
// Used by commands.cc. Made on the main thread before there is any other, so that all of them leave
// these signals alone.
#pragma once

#include <signal.h>

#include "server/site/service.h"

namespace backfile {

class ServerSignals {
 public:
  ServerSignals();

  // Runs the service until SIGINT or SIGTERM; SIGHUP reloads it, as often as it comes.
  void run(Service& service);

 private:
  void obey(Service& service) const;

  sigset_t signals_{};
};

}  // namespace backfile
