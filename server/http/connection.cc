// See connection.h.
#include "server/http/connection.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace backfile {
namespace {

constexpr std::size_t most_discarded = 1 << 20;

bool would_wait() {
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

}  // namespace

Connection::~Connection() {
  ::close(socket_);
}

bool Connection::receive() {
  std::array<char, 4096> buffer;
  const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
  if (count > 0) incoming_.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0 || (count < 0 && would_wait());
}

bool Connection::has_more() const {
  char byte = 0;
  return ::recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

std::string Connection::take_head(std::size_t most) {
  // An empty line, also one that ends in a bare line feed: whoever sends those waits for an answer.
  const std::size_t bare = incoming_.find("\n\n"), whole = incoming_.find("\n\r\n");
  std::size_t end = std::string::npos;
  if (bare < whole) {
    end = bare + 2;
  } else if (whole != std::string::npos) {
    end = whole + 3;
  } else if (incoming_.size() > most) {
    end = incoming_.size();
  } else {
    return {};
  }
  std::string head = incoming_.substr(0, end);
  incoming_.erase(0, end);
  return head;
}

bool Connection::send(std::string bytes) {
  outgoing_ = std::move(bytes);
  sent_ = 0;
  return send_rest();
}

bool Connection::send_rest() {
  while (unsent() > 0) {
    const ssize_t count =
        ::send(socket_, outgoing_.data() + sent_, unsent(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0) return would_wait();
    sent_ += static_cast<std::size_t>(count);
  }
  outgoing_ = std::string();
  sent_ = 0;
  return true;
}

void Connection::half_close() {
  ::shutdown(socket_, SHUT_WR);
}

bool Connection::discard() {
  std::array<char, 16384> buffer;
  const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
  if (count > 0) discarded_ += static_cast<std::size_t>(count);
  return (count > 0 && discarded_ < most_discarded) || (count < 0 && would_wait());
}

}  // namespace backfile
