// Each turn polls the connections that wait, moves the ready ones on, takes back those that workers
// have answered and closes those whose time is up.
//
// poll() rather than epoll: the set is rebuilt from waiting_ in each turn, so there is no copy in
// the kernel that could get out of step with it. For the few hundred connections allowed here that
// is cheap compared with a search. Timeouts need no timer queue either: the same pass finds the
// next.
#include "server/http/event_loop.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

using State = Connection::State;
using std::chrono::milliseconds;

constexpr milliseconds longest_wait{1000};  // of one turn
constexpr milliseconds accept_pause{100};   // after there was no room for a new connection
constexpr int most_accepted = 64;           // in one turn, so that the other connections get theirs

bool is_shortage(int error) {
  return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

bool is_fatal(int error) {
  return error == EBADF || error == EINVAL || error == ENOTSOCK || error == EOPNOTSUPP;
}

short events_of(const Connection& connection) {
  return connection.state == State::sending ? POLLOUT : POLLIN;
}

// The lowest is closed first when a new connection needs room; nothing if it must not be closed.
std::optional<int> eviction_rank(const Connection& connection, bool head_is_late) {
  switch (connection.state) {
    case State::idle:
      return connection.requests > 0 ? 0 : 1;  // one that has never sent anything may yet do so
    case State::lingering:
      return 2;
    case State::receiving_head:
      return head_is_late ? std::optional(3) : std::nullopt;
    case State::sending:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

EventLoop::EventLoop(int listener, Handler handler, const EventLoopLimits& limits)
    : listener_(listener), handler_(std::move(handler)), limits_(limits), workers_(limits.workers) {
}

void EventLoop::run() {
  while (!stopping_) run_once();
  drain();
  if (listener_error_ != 0)
    throw Failure(Exit::unwritable, std::string("the listening socket has failed (") +
                                        std::strerror(listener_error_) + "); restart the server");
}

void EventLoop::stop() {
  stopping_ = true;
  wakeup_.notify();
}

void EventLoop::run_once() {
  poll_events();
  take_answered();
  close_expired();
  limit_unsent();
}

// Accepts no more connections and closes those that expect another request. The rest get
// drain_timeout to receive their answers.
void EventLoop::drain() {
  const auto end = Clock::now() + limits_.drain_timeout;
  std::erase_if(waiting_, [](const ConnectionPtr& c) { return c->state != State::sending; });
  while (!is_drained() && Clock::now() < end) run_once();
  waiting_.clear();
}

void EventLoop::poll_events() {
  const auto now = Clock::now();
  const bool accepting = !stopping_ && now >= accept_again_;
  auto until = now + (accepting ? longest_wait : accept_pause);
  std::vector<pollfd> polled;
  polled.push_back({wakeup_.descriptor(), POLLIN, 0});
  polled.push_back({accepting ? listener_ : -1, POLLIN, 0});  // poll() ignores -1
  for (const ConnectionPtr& connection : waiting_) {
    polled.push_back({connection->socket(), events_of(*connection), 0});
    until = std::min(until, connection->deadline);
  }
  const auto timeout = std::max(std::chrono::ceil<milliseconds>(until - now), milliseconds(0));
  if (::poll(polled.data(), polled.size(), static_cast<int>(timeout.count())) <= 0) return;

  if (polled[0].revents != 0) wakeup_.clear();
  std::vector<ConnectionPtr> ready, still_waiting;
  for (std::size_t i = 0; i < waiting_.size(); ++i)
    (polled[i + 2].revents != 0 ? ready : still_waiting).push_back(std::move(waiting_[i]));
  waiting_ = std::move(still_waiting);
  for (ConnectionPtr& connection : ready) handle_event(std::move(connection));
  if (polled[1].revents != 0) accept_connections();
}

void EventLoop::accept_connections() {
  bool out_of_descriptors = false;
  for (int i = 0; i < most_accepted; ++i) {
    const bool needs_room = is_full() || out_of_descriptors;
    const Position evictable = needs_room ? find_evictable() : waiting_.end();
    if (needs_room && evictable == waiting_.end()) {
      accept_again_ = Clock::now() + accept_pause;
      return;
    }
    // accept() needs the descriptor of the evicted one. Otherwise that is closed only once there is
    // a connection to take its place.
    if (out_of_descriptors) waiting_.erase(evictable);
    const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    const int error = errno;
    if (socket >= 0) {
      if (needs_room && !out_of_descriptors) waiting_.erase(evictable);
      add_connection(socket);
    } else if (error == EAGAIN || error == EWOULDBLOCK) {
      return;
    } else if (is_fatal(error)) {
      listener_error_ = error;
      stopping_ = true;
      return;
    }  // any other error: a shortage, or the client has gone already
    out_of_descriptors = socket < 0 && is_shortage(error);
  }
}

void EventLoop::add_connection(int socket) {
  auto connection = std::make_shared<Connection>(socket);
  connection->deadline = Clock::now() + limits_.head_timeout;
  waiting_.push_back(std::move(connection));
}

// The connection to close in favour of a new one: the first in order of eviction_rank(), among
// equals the one that has waited longest. Never one that is being answered, nor one whose input has
// arrived but was not read yet. end() if there is none.
EventLoop::Position EventLoop::find_evictable() {
  const auto late_before = Clock::now() + limits_.head_timeout - limits_.head_grace;
  const auto order = [&](const Position& at) {
    const Connection& connection = **at;
    return std::pair(eviction_rank(connection, connection.deadline < late_before),
                     connection.deadline);
  };
  std::vector<Position> candidates;
  for (auto at = waiting_.begin(); at != waiting_.end(); ++at)
    if (order(at).first) candidates.push_back(at);
  std::ranges::sort(candidates, {}, order);
  const auto found = std::ranges::find_if(
      candidates, [](const Position& at) { return !(*at)->has_unread_input(); });
  return found == candidates.end() ? waiting_.end() : *found;
}

// The socket is ready for what the connection waits for. A connection that is not moved on is
// closed by its destructor.
void EventLoop::handle_event(ConnectionPtr connection) {
  bool is_open = true;
  switch (connection->state) {
    case State::idle:
    case State::receiving_head:
      is_open = connection->receive();
      break;
    case State::sending:
      is_open = connection->send_rest();
      break;
    case State::lingering:
      is_open = connection->discard_input();
      break;
  }
  if (is_open) advance(std::move(connection));
}

// Moves a connection on as far as it goes without blocking, to a worker or back to waiting_. A new
// deadline comes with a new state only: a client gains no time by sending a byte now and then.
void EventLoop::advance(ConnectionPtr connection) {
  const auto enter = [&](State state, milliseconds timeout) {
    if (connection->state == state) return;
    connection->state = state;
    connection->deadline = Clock::now() + timeout;
  };
  if (connection->state == State::lingering) {
    // Stays so until the client closes the connection or the time is up.
  } else if (connection->unsent() > 0) {
    enter(State::sending, limits_.send_timeout);
  } else if (connection->close_after_response) {
    connection->shut_down_sending();
    enter(State::lingering, limits_.linger_timeout);
  } else {
    std::string head = connection->take_head(limits_.head_bytes);
    if (!head.empty()) return dispatch(std::move(connection), std::move(head));
    if (stopping_) return;
    if (connection->has_input())
      enter(State::receiving_head, limits_.head_timeout);
    else
      enter(State::idle, limits_.idle_timeout);
  }
  waiting_.push_back(std::move(connection));
}

// The worker also sends what the socket takes at once, which is nearly always the whole answer; the
// loop sends the rest.
void EventLoop::dispatch(ConnectionPtr connection, std::string head) {
  {
    const std::lock_guard lock(mutex_);
    ++with_workers_;
  }
  connection->close_after_response = stopping_ || ++connection->requests >= limits_.requests;
  workers_.submit([this, connection = std::move(connection), head = std::move(head)]() mutable {
    Reply reply = handler_(head, connection->close_after_response);
    connection->close_after_response = connection->close_after_response || reply.close;
    connection->state = State::sending;
    connection->deadline = Clock::now() + limits_.send_timeout;
    const bool is_open = connection->send(std::move(reply.bytes));
    {
      const std::lock_guard lock(mutex_);
      --with_workers_;
      if (is_open) answered_.push_back(std::move(connection));
    }
    wakeup_.notify();
  });
}

void EventLoop::take_answered() {
  std::vector<ConnectionPtr> answered;
  {
    const std::lock_guard lock(mutex_);
    answered.swap(answered_);
  }
  for (ConnectionPtr& connection : answered) advance(std::move(connection));
}

void EventLoop::close_expired() {
  const auto now = Clock::now();
  std::erase_if(waiting_, [&](const ConnectionPtr& c) { return c->deadline <= now; });
}

// Answers that clients do not read would fill the memory: the oldest are dropped.
void EventLoop::limit_unsent() {
  std::size_t unsent = 0;
  for (const ConnectionPtr& connection : waiting_) unsent += connection->unsent();
  while (unsent > limits_.unsent_bytes) {
    const auto oldest = std::ranges::min_element(waiting_, {}, [](const ConnectionPtr& c) {
      return std::pair(c->unsent() == 0, c->deadline);
    });
    unsent -= (*oldest)->unsent();
    waiting_.erase(oldest);
  }
}

bool EventLoop::is_full() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size() + with_workers_ + answered_.size() >= limits_.connections;
}

bool EventLoop::is_drained() const {
  const std::lock_guard lock(mutex_);
  return with_workers_ == 0 && answered_.empty() && waiting_.empty();
}

}  // namespace backfile
