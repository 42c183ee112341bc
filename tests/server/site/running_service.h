// A service on a port of its own, running while the object lives; and a visitor without manners.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <thread>

#include "server/site/service.h"

namespace backfile {

class RunningService {
 public:
  explicit RunningService(ServerOptions options);
  ~RunningService();
  RunningService(const RunningService&) = delete;
  RunningService& operator=(const RunningService&) = delete;

  int port() const { return service_.port(); }

 private:
  static ServerOptions on_any_port(ServerOptions options);

  Service service_;
  std::thread thread_;
};

// A socket that says what it is told to, byte for byte.
class RawVisitor {
 public:
  // `receive_buffer`: bytes that the kernel takes in for a visitor who does not read; 0: as usual.
  explicit RawVisitor(int port, int receive_buffer = 0);
  ~RawVisitor();
  RawVisitor(const RawVisitor&) = delete;
  RawVisitor& operator=(const RawVisitor&) = delete;

  // False once the server has closed the connection.
  bool send(std::string_view bytes);
  // Everything until the server closes, or until nothing came for `patience`.
  std::string read(std::chrono::milliseconds patience = std::chrono::seconds(5));
  // The next bytes that come; empty once the server has closed, or if none came for `patience`.
  std::string read_some(std::chrono::milliseconds patience = std::chrono::seconds(5));

 private:
  int socket_;
};

// The answer to `bytes` on a connection of their own.
std::string say(int port, std::string_view bytes,
                std::chrono::milliseconds patience = std::chrono::seconds(5));

// 404 of "HTTP/1.1 404 Not Found"; 0 for no answer.
int status_of(std::string_view answer);

}  // namespace backfile
