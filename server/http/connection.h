// One visitor's socket with what has come in and what is still to go out. Nothing here waits.
//
// lobby.h keeps connections and knows when they are ready; a worker borrows one to answer it.
// Knows of HTTP only that an empty line ends the head of a request. One thread at a time.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace backfile {

class Connection {
 public:
  explicit Connection(int socket) : socket_(socket) {}  // non-blocking; taken over
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  int socket() const { return socket_; }

  // False if the visitor has hung up.
  bool receive();
  bool has_received() const { return !incoming_.empty(); }
  bool has_more() const;  // to receive at this moment

  // The head of the next request, taken off what came in; empty while it is not whole. More than
  // `most` bytes without an end are given out as they are: the guard refuses them.
  std::string take_head(std::size_t most);

  // Sends what fits now and keeps the rest; false if the visitor has hung up.
  bool send(std::string bytes);
  bool send_rest();
  std::size_t unsent() const { return outgoing_.size() - sent_; }

  // Nothing more will be sent. What still arrives is thrown away for a moment: closing at once
  // would take the answer out of the hands of a visitor who is still talking.
  void half_close();
  bool discard();  // false if the visitor has hung up, or talks on and on

  // Kept here by the lobby.
  enum class Waits { for_request, for_rest_of_request, to_send, to_hang_up };
  Waits waits = Waits::for_request;
  std::chrono::steady_clock::time_point deadline{};
  std::size_t requests = 0;
  bool last = false;  // to be closed after the present answer

 private:
  int socket_;
  std::string incoming_;
  std::string outgoing_;
  std::size_t sent_ = 0;
  std::size_t discarded_ = 0;
};

}  // namespace backfile
