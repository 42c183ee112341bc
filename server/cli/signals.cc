// A thread waits for the signals with sigwait(), so that it may call any function; a signal handler
// may call next to none. It works even for signals that the program was started to ignore.
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
  std::thread waiter([&] { wait_for_signals(service); });
  const auto stop_waiter = [&] {
    pthread_kill(waiter.native_handle(), SIGTERM);
    waiter.join();
  };
  try {
    service.run();
  } catch (...) {
    stop_waiter();
    throw;
  }
  stop_waiter();
}

void ServerSignals::wait_for_signals(Service& service) const {
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
