// Runs the service on a thread of its own; the client is a plain socket with timeouts.
#include "tests/server/site/running_service.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace backfile {

RunningService::RunningService(ServerOptions options)
    : service_(on_any_port(std::move(options))), thread_([this] { service_.run(); }) {
}

RunningService::~RunningService() {
  service_.stop();
  thread_.join();
}

ServerOptions RunningService::on_any_port(ServerOptions options) {
  options.port = 0;
  options.log_requests = false;
  return options;
}

RawClient::RawClient(int port, int receive_buffer)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (receive_buffer > 0)
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<in_port_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const auto* generic = static_cast<const sockaddr*>(static_cast<const void*>(&address));
  if (::connect(socket_, generic, sizeof address) != 0) throw std::runtime_error("cannot connect");
}

RawClient::~RawClient() {
  ::close(socket_);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::string RawClient::read(std::chrono::milliseconds patience) {
  std::string answer;
  for (std::string some = read_some(patience); !some.empty(); some = read_some(patience))
    answer += some;
  return answer;
}

bool RawClient::has_answer(std::chrono::milliseconds patience) const {
  pollfd watched{socket_, POLLIN, 0};
  return ::poll(&watched, 1, static_cast<int>(patience.count())) > 0;
}

std::string RawClient::read_some(std::chrono::milliseconds patience) {
  std::array<char, 65536> buffer;
  pollfd watched{socket_, POLLIN, 0};
  if (::poll(&watched, 1, static_cast<int>(patience.count())) <= 0) return {};
  const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
  return count <= 0 ? std::string() : std::string(buffer.data(), static_cast<std::size_t>(count));
}

std::string say(int port, std::string_view bytes, std::chrono::milliseconds patience) {
  RawClient client(port);
  client.send(bytes);
  return client.read(patience);
}

int status_of(std::string_view answer) {
  constexpr std::string_view start = "HTTP/1.1 ";
  int status = 0;
  if (answer.starts_with(start))
    std::from_chars(answer.data() + start.size(), answer.data() + answer.size(), status);
  return status;
}

}  // namespace backfile
