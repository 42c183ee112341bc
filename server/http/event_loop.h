// The event loop: one thread polls every connection, and workers see whole requests only.
//
// cpp-httplib dedicates a thread to each connection, so that as many slow clients as there are
// threads stop the server. Here a client that sends slowly, reads slowly or sends nothing costs an
// entry in a list, and every wait has a timeout. A connection moves through these states:
//
//   accept -> idle -> receiving_head -> (with a worker) -> sending -> idle, or lingering -> closed
//
// Uses connection.h, thread_pool.h and wakeup_fd.h; http_server.h turns heads into responses.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/http/connection.h"
#include "server/http/thread_pool.h"
#include "server/http/wakeup_fd.h"

namespace backfile {

struct EventLoopLimits {
  std::size_t workers = 48;
  std::size_t connections = 512;  // beyond that, a new one takes the place of an idle one
  std::size_t head_bytes = 32768;
  std::size_t unsent_bytes = 64 << 20;             // of all connections together
  std::size_t requests = 1000;                     // of one connection
  std::chrono::milliseconds idle_timeout{30'000};  // between requests
  std::chrono::milliseconds head_timeout{5'000};   // from the first byte of a request to its last
  std::chrono::milliseconds head_grace{1'000};     // of these, no other connection evicts this one
  std::chrono::milliseconds send_timeout{20'000};
  std::chrono::milliseconds linger_timeout{1'000};
  std::chrono::milliseconds drain_timeout{3'000};  // for requests in progress after stop()
};

class EventLoop {
 public:
  struct Reply {
    std::string bytes;
    bool close = false;  // close the connection once they are sent
  };
  // Called by workers, many at once; must not throw. `last`: the connection closes afterwards.
  using Handler = std::function<Reply(const std::string& head, bool last)>;

  // `listener` is a listening, non-blocking socket; the caller closes it, after the loop is gone.
  // Failure{unwritable} if no descriptor can be had.
  EventLoop(int listener, Handler handler, const EventLoopLimits& limits = {});
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  // Serves on the calling thread until stop(), once. If the listener fails, requests in progress
  // are answered and Failure{unwritable} is thrown.
  void run();

  // Requests in progress are answered first. From any thread.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  // One owner at a time: waiting_, a worker or answered_. Shared because a std::function, as which
  // the thread pool takes its tasks, must be copyable.
  using ConnectionPtr = std::shared_ptr<Connection>;
  using Position = std::vector<ConnectionPtr>::iterator;  // in waiting_

  void run_once();
  void drain();
  void poll_events();
  void accept_connections();
  void add_connection(int socket);
  Position find_evictable();
  void handle_event(ConnectionPtr connection);
  void advance(ConnectionPtr connection);
  void dispatch(ConnectionPtr connection, std::string head);
  void take_answered();
  void close_expired();
  void limit_unsent();
  bool is_full() const;
  bool is_drained() const;

  const int listener_;
  const WakeupFd wakeup_;
  const Handler handler_;
  const EventLoopLimits limits_;
  std::atomic<bool> stopping_{false};

  // The polling thread's:
  int listener_error_ = 0;
  std::vector<ConnectionPtr> waiting_;  // for their sockets
  Clock::time_point accept_again_{};    // not before, as there was no room

  // Shared with the workers:
  mutable std::mutex mutex_;
  std::vector<ConnectionPtr> answered_;
  std::size_t with_workers_ = 0;

  ThreadPool workers_;  // declared last, so destroyed first: its tasks use all of the above
};

}  // namespace backfile
