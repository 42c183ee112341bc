// See lobby.h.
#include "server/http/lobby.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

using Waits = Connection::Waits;

bool is_shortage(int error) {
  return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

bool is_fatal(int error) {
  return error == EBADF || error == EINVAL || error == ENOTSOCK || error == EOPNOTSUPP;
}

short events_of(const Connection& guest) {
  return guest.waits == Waits::to_send ? POLLOUT : POLLIN;
}

}  // namespace

Lobby::Bell::Bell() : descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (descriptor < 0)
    throw Failure(Exit::unwritable, std::string("the system denies the server a descriptor (") +
                                        std::strerror(errno) +
                                        "); raise the limit of open files, `ulimit -n`");
}

Lobby::Bell::~Bell() {
  ::close(descriptor);
}

void Lobby::Bell::ring() const {
  const std::uint64_t one = 1;
  // Can only fail when it rings already.
  [[maybe_unused]] const ssize_t written = ::write(descriptor, &one, sizeof one);
}

void Lobby::Bell::quieten() const {
  std::uint64_t rings = 0;
  [[maybe_unused]] const ssize_t count = ::read(descriptor, &rings, sizeof rings);
}

Lobby::Lobby(int listener, Answer answer, const LobbyLimits& limits)
    : listener_(listener), answer_(std::move(answer)), limits_(limits), crew_(limits.workers) {
}

void Lobby::run() {
  while (!stopping_) {
    wait_for_events();
    take_back_answered();
    send_home_the_late();
  }
  // Nobody comes in any more; those who wait for nothing go, the others are seen off.
  const auto closing_time = Clock::now() + limits_.stopping;
  std::erase_if(waiting_, [](const Guest& guest) { return guest->waits != Waits::to_send; });
  while (!all_gone() && Clock::now() < closing_time) {
    wait_for_events();
    take_back_answered();
    send_home_the_late();
  }
  waiting_.clear();
  if (listener_error_ != 0)
    throw Failure(Exit::unwritable,
                  std::string("the socket that visitors come in by has failed (") +
                      std::strerror(listener_error_) + "); start the server again");
}

void Lobby::stop() {
  stopping_ = true;
  bell_.ring();
}

void Lobby::wait_for_events() {
  const auto now = Clock::now();
  auto until = now + std::chrono::seconds(1);
  const bool welcoming = !stopping_ && now >= welcomes_again_;
  std::vector<pollfd> watched;
  watched.push_back({bell_.descriptor, POLLIN, 0});
  watched.push_back({welcoming ? listener_ : -1, POLLIN, 0});
  for (const Guest& guest : waiting_) {
    watched.push_back({guest->socket(), events_of(*guest), 0});
    until = std::min(until, guest->deadline);
  }
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - now).count();
  const int ready = ::poll(watched.data(), watched.size(),
                           static_cast<int>(std::clamp<long>(left, 0, welcoming ? 1000 : 100)));
  if (ready <= 0) return;

  if (watched[0].revents != 0) bell_.quieten();
  std::vector<Guest> ready_guests;
  for (std::size_t i = waiting_.size(); i-- > 0;) {
    if (watched[i + 2].revents == 0) continue;
    ready_guests.push_back(std::move(waiting_[i]));
    waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(i));
  }
  for (Guest& guest : ready_guests) attend(std::move(guest));
  if (watched[1].revents != 0) welcome();
}

void Lobby::welcome() {
  constexpr int at_once = 64;
  bool short_of_something = false;
  for (int i = 0; i < at_once; ++i) {
    // Somebody is chosen to go, but goes only when somebody else has come.
    const bool needs_room = is_full() || short_of_something;
    const auto leaving = needs_room ? dispensable() : waiting_.end();
    if (needs_room && leaving == waiting_.end()) {
      welcomes_again_ = Clock::now() + std::chrono::milliseconds(100);
      return;
    }
    if (short_of_something) waiting_.erase(leaving);  // and with it a descriptor
    const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    const int error = errno;
    if (socket >= 0) {
      if (needs_room && !short_of_something) waiting_.erase(leaving);
      Guest guest = std::make_shared<Connection>(socket);
      guest->deadline = Clock::now() + limits_.head;
      waiting_.push_back(std::move(guest));
    } else if (error == EAGAIN || error == EWOULDBLOCK) {
      return;
    } else if (is_fatal(error)) {
      listener_error_ = error;
      stopping_ = true;
      return;
    }  // else the system is short of something, or that visitor left while waiting at the door
    short_of_something = socket < 0 && is_shortage(error);
  }
}

bool Lobby::is_full() {
  const std::lock_guard lock(mutex_);
  return waiting_.size() + with_workers_ + answered_.size() >= limits_.connections;
}

// Who may be sent home to make room: whoever has been idle longest since an answer, else whoever has
// said nothing for longest, else one whose request takes its time to come in. Never one who is
// being answered, or whose words have arrived but are not yet read.
std::vector<Lobby::Guest>::iterator Lobby::dispensable() {
  constexpr int never = 4;
  const auto slow_if_due_before = Clock::now() + limits_.head - limits_.undisturbed;
  const auto rank = [&](const Guest& guest) {
    switch (guest->waits) {
      case Waits::for_request:
        return guest->requests > 0 ? 0 : 1;
      case Waits::to_hang_up:
        return 2;
      case Waits::for_rest_of_request:
        return guest->deadline < slow_if_due_before ? 3 : never;
      case Waits::to_send:
        return never;
    }
    return never;
  };
  std::vector<std::vector<Guest>::iterator> candidates;
  for (auto guest = waiting_.begin(); guest != waiting_.end(); ++guest)
    if (rank(*guest) != never) candidates.push_back(guest);
  std::ranges::sort(candidates, {},
                    [&](auto guest) { return std::pair(rank(*guest), (*guest)->deadline); });
  const auto found =
      std::ranges::find_if(candidates, [](auto guest) { return !(*guest)->has_more(); });
  return found == candidates.end() ? waiting_.end() : *found;
}

// The guest's socket is ready for what it waits for.
void Lobby::attend(Guest guest) {
  bool there = true;
  switch (guest->waits) {
    case Waits::for_request:
    case Waits::for_rest_of_request:
      there = guest->receive();
      break;
    case Waits::to_send:
      there = guest->send_rest();
      break;
    case Waits::to_hang_up:
      there = guest->discard();
      break;
  }
  if (there) seat(std::move(guest));
}

// Moves a guest on as far as it goes without waiting; then it waits again, with a new deadline
// where it waits for something new.
void Lobby::seat(Guest guest) {
  const auto wait = [&](Waits what, std::chrono::milliseconds patience) {
    if (guest->waits == what) return;
    guest->waits = what;
    guest->deadline = Clock::now() + patience;
  };
  if (guest->waits != Waits::to_hang_up) {
    if (guest->unsent() > 0) {
      wait(Waits::to_send, limits_.sending);
    } else if (guest->last) {
      guest->half_close();
      wait(Waits::to_hang_up, limits_.hanging_up);
    } else {
      std::string head = guest->take_head(limits_.head_bytes);
      if (!head.empty()) return hand_over(std::move(guest), std::move(head));
      if (stopping_) return;
      if (guest->has_received())
        wait(Waits::for_rest_of_request, limits_.head);
      else
        wait(Waits::for_request, limits_.idle);
    }
  }
  waiting_.push_back(std::move(guest));
}

void Lobby::hand_over(Guest guest, std::string head) {
  {
    const std::lock_guard lock(mutex_);
    ++with_workers_;
  }
  guest->last = stopping_ || ++guest->requests >= limits_.requests;
  crew_.hand_in([this, guest = std::move(guest), head = std::move(head)]() mutable {
    Reply reply = answer_(head, guest->last);
    guest->last = guest->last || reply.close;
    guest->waits = Waits::to_send;
    guest->deadline = Clock::now() + limits_.sending;
    const bool there = guest->send(std::move(reply.bytes));
    {
      const std::lock_guard lock(mutex_);
      --with_workers_;
      if (there) answered_.push_back(std::move(guest));
    }
    bell_.ring();
  });
}

void Lobby::take_back_answered() {
  std::vector<Guest> answered;
  {
    const std::lock_guard lock(mutex_);
    answered.swap(answered_);
  }
  for (Guest& guest : answered) seat(std::move(guest));
}

void Lobby::send_home_the_late() {
  const auto now = Clock::now();
  std::erase_if(waiting_, [&](const Guest& guest) { return guest->deadline <= now; });
  // Answers that nobody fetches fill the memory: the oldest go first.
  std::size_t unsent = 0;
  for (const Guest& guest : waiting_) unsent += guest->unsent();
  while (unsent > limits_.unsent_bytes) {
    const auto oldest =
        std::min_element(waiting_.begin(), waiting_.end(), [](const Guest& a, const Guest& b) {
          const bool a_sends = a->unsent() > 0, b_sends = b->unsent() > 0;
          return a_sends != b_sends ? a_sends : a->deadline < b->deadline;
        });
    unsent -= (*oldest)->unsent();
    waiting_.erase(oldest);
  }
}

bool Lobby::all_gone() {
  const std::lock_guard lock(mutex_);
  return with_workers_ == 0 && answered_.empty() && waiting_.empty();
}

}  // namespace backfile
