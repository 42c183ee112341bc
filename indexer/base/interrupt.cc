// A signal is remembered; work that asks for it ends itself.
#include "indexer/base/interrupt.h"

#include "indexer/base/failure.h"

namespace backfile {
namespace {

volatile sig_atomic_t received = 0;  // what a handler may write to

extern "C" void remember(int signal) {
  received = signal;
}

}  // namespace

InterruptWatch::InterruptWatch() {
  received = 0;
  struct sigaction action {};
  action.sa_handler = remember;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  sigaction(SIGINT, &action, &on_interrupt_);
  sigaction(SIGTERM, &action, &on_terminate_);
  action.sa_handler = SIG_IGN;
  action.sa_flags = 0;
  sigaction(SIGHUP, &action, &on_hang_up_);
}

InterruptWatch::~InterruptWatch() {
  sigaction(SIGINT, &on_interrupt_, nullptr);
  sigaction(SIGTERM, &on_terminate_, nullptr);
  sigaction(SIGHUP, &on_hang_up_, nullptr);
}

void InterruptWatch::check() const {
  constexpr const char* sentence = "interrupted; the index is as it was";
  if (received == SIGINT) throw Failure(Exit::interrupted, sentence);
  if (received == SIGTERM) throw Failure(Exit::terminated, sentence);
}

}  // namespace backfile
