// An eventfd rather than a pipe: one descriptor, and any number of notifications make one wakeup.
#include "server/http/wakeup_fd.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>

#include "indexer/base/failure.h"

namespace backfile {

WakeupFd::WakeupFd() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (descriptor_ < 0)
    throw Failure(Exit::unwritable, std::string("the system refuses to open a descriptor (") +
                                        std::strerror(errno) +
                                        "); raise the limit of open files, `ulimit -n`");
}

WakeupFd::~WakeupFd() {
  ::close(descriptor_);
}

void WakeupFd::notify() const {
  const std::uint64_t one = 1;
  // Fails only if the counter is full, and then the descriptor is readable already.
  [[maybe_unused]] const ssize_t written = ::write(descriptor_, &one, sizeof one);
}

void WakeupFd::clear() const {
  std::uint64_t count = 0;
  [[maybe_unused]] const ssize_t read = ::read(descriptor_, &count, sizeof count);
}

}  // namespace backfile
