// See signals.h.
#include "server/cli/signals.h"

#include <pthread.h>

#include <thread>

namespace backfile {

ServerSignals::ServerSignals() {
  sigemptyset(&signals_);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals_, number);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
}

void ServerSignals::run(Service& service) {
  std::thread waiter([&] { obey(service); });
  const auto dismiss_waiter = [&] {
    pthread_kill(waiter.native_handle(), SIGTERM);
    waiter.join();
  };
  try {
    service.run();
  } catch (...) {
    dismiss_waiter();
    throw;
  }
  dismiss_waiter();
}

void ServerSignals::obey(Service& service) const {
  for (;;) {
    int number = 0;
    if (sigwait(&signals_, &number) == 0 && number == SIGHUP) {
      service.reload();
    } else {
      service.stop();
      return;
    }
  }
}

}  // namespace backfile
