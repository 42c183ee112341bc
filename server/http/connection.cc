// Each call makes one non-blocking system call, or loops until one would block; the event loop
// polls the socket and calls again.
#include "server/http/connection.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace backfile {
namespace {

constexpr std::size_t most_discarded = 1 << 20;

bool would_block() {
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

}  // namespace

Connection::~Connection() {
  ::close(socket_);
}

bool Connection::receive() {
  std::array<char, 4096> buffer;
  const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
  if (count > 0) input_.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0 || (count < 0 && would_block());
}

bool Connection::has_unread_input() const {
  char byte = 0;
  return ::recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

std::string Connection::take_head(std::size_t limit) {
  // Lines that end in a bare line feed end a head, too: the guard refuses it, but a client that
  // sends one waits for an answer.
  const std::size_t bare = input_.find("\n\n"), whole = input_.find("\n\r\n");
  std::size_t end = std::string::npos;
  if (bare < whole) {
    end = bare + 2;
  } else if (whole != std::string::npos) {
    end = whole + 3;
  } else if (input_.size() > limit) {
    end = input_.size();
  } else {
    return {};
  }
  std::string head = input_.substr(0, end);
  input_.erase(0, end);
  return head;
}

bool Connection::send(std::string bytes) {
  output_ = std::move(bytes);
  sent_ = 0;
  return send_rest();
}

bool Connection::send_rest() {
  while (unsent() > 0) {
    const ssize_t count =
        ::send(socket_, output_.data() + sent_, unsent(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0) return would_block();
    sent_ += static_cast<std::size_t>(count);
  }
  output_ = std::string();  // an idle connection keeps no memory
  sent_ = 0;
  return true;
}

void Connection::shut_down_sending() {
  ::shutdown(socket_, SHUT_WR);
}

bool Connection::discard_input() {
  std::array<char, 16384> buffer;
  const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
  if (count > 0) discarded_ += static_cast<std::size_t>(count);
  return (count > 0 && discarded_ < most_discarded) || (count < 0 && would_block());
}

}  // namespace backfile
