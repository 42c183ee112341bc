// A client's socket with its input buffer, its output buffer and its state. Nothing here blocks.
//
// event_loop.h owns the connections and polls them; a worker borrows one to answer it. Of HTTP this
// class knows only that an empty line ends the head of a request. One thread at a time.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace backfile {

class Connection {
 public:
  explicit Connection(int socket) : socket_(socket) {}  // non-blocking; closed by the destructor
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  int socket() const { return socket_; }

  // Reads what has arrived; false if the client has closed the connection.
  bool receive();
  bool has_input() const { return !input_.empty(); }
  bool has_unread_input() const;  // in the kernel, not received yet

  // Takes the head of the next request from the input; empty while it is incomplete. Input of more
  // than `limit` bytes without an end is returned as it is, for the guard to refuse.
  std::string take_head(std::size_t limit);

  // Sends as much as the socket takes and keeps the rest; false if the client has closed the
  // connection. The output before it must have been sent.
  bool send(std::string bytes);
  bool send_rest();
  std::size_t unsent() const { return output_.size() - sent_; }

  // The lingering close: says that no more will be sent, then reads and drops what still arrives.
  // Closing a socket with unread input resets the connection, and the client would lose the answer.
  void shut_down_sending();
  bool discard_input();  // false if the client has closed the connection, or has sent too much

  // The event loop's bookkeeping. A connection that a worker holds is in no particular state.
  enum class State { idle, receiving_head, sending, lingering };
  State state = State::idle;
  std::chrono::steady_clock::time_point deadline{};
  std::size_t requests = 0;
  bool close_after_response = false;

 private:
  int socket_;
  std::string input_;
  std::string output_;
  std::size_t sent_ = 0;
  std::size_t discarded_ = 0;
};

}  // namespace backfile
