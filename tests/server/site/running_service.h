// A service that runs on a free port for as long as the object lives, and a client that sends any
// bytes.
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

// A socket that sends what it is told to, byte for byte.
class RawClient {
 public:
  // `receive_buffer`: bytes that the kernel buffers for a client that does not read; 0: the
  // default.
  explicit RawClient(int port, int receive_buffer = 0);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False once the server has closed the connection.
  bool send(std::string_view bytes);
  // Whether bytes have come, or the end, within `patience`. Reads none of them.
  bool has_answer(std::chrono::milliseconds patience) const;
  // Everything until the server closes the connection, or until nothing has come for `patience`.
  std::string read(std::chrono::milliseconds patience = std::chrono::seconds(5));
  // The next bytes; empty once the server has closed the connection, or if none come within
  // `patience`.
  std::string read_some(std::chrono::milliseconds patience = std::chrono::seconds(5));

 private:
  int socket_;
};

// The answer to `bytes`, sent on a new connection.
std::string say(int port, std::string_view bytes,
                std::chrono::milliseconds patience = std::chrono::seconds(5));

// 404 of "HTTP/1.1 404 Not Found"; 0 for no answer.
int status_of(std::string_view answer);

}  // namespace backfile
