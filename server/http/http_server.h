// An HTTP server around cpp-httplib, set up so that it can stand on the open network.
//
// The library reads the (already judged) head of a request and writes the response; sockets, waits
// and threads are the lobby's. Everything it does too freely is switched off here: shared ports,
// brotli, ranges, its own reading of query strings, messages of exceptions in headers. Safe on any
// thread.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/http/guard.h"
#include "server/http/lobby.h"
#include "server/http/message.h"

namespace backfile {

struct HttpHandlers {
  // The answer to a request. What it throws becomes a 500.
  std::function<HttpResponse(const HttpRequest&)> respond;
  // The words for a request that was turned away, or that failed.
  std::function<HttpResponse(std::string_view target, const Refusal&)> refuse;
  // For the log: each request, whatever was sent; and what respond() threw.
  std::function<void(const RequestLine&, int status, double milliseconds)> answered;
  std::function<void(std::string_view target, std::string_view what)> failed;
};

class HttpServer {
 public:
  // Binds; Failure{usage} if the port is taken or the address is not this machine's.
  HttpServer(const std::string& host, int port, HttpHandlers handlers,
             const LobbyLimits& limits = {});
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  int port() const;
  void run();  // until stop()
  void stop();

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Lobby> lobby_;
};

}  // namespace backfile
