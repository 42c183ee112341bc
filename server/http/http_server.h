// An HTTP server around cpp-httplib, configured to be safe on the open network.
//
// guard.h checks the head of each request, cpp-httplib parses it and writes the response, and
// event_loop.h has the sockets, timeouts and threads. What the library does too freely is switched
// off here: shared ports, brotli, ranges, its own parsing of query strings, and exceptions'
// messages in headers. Safe on any thread.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/http/event_loop.h"
#include "server/http/guard.h"
#include "server/http/message.h"

namespace backfile {

struct HttpHandlers {
  // Answers a request. An exception becomes a 500.
  std::function<HttpResponse(const HttpRequest&)> respond;
  // The response to a request that the guard refused, or that failed.
  std::function<HttpResponse(std::string_view target, const Refusal&)> refuse;
  // For the log: every request with the status it was answered with, and what respond() threw.
  std::function<void(const RequestLine&, int status, double milliseconds)> answered;
  std::function<void(std::string_view target, std::string_view what)> failed;
};

class HttpServer {
 public:
  // Binds. Failure{usage} if the port is taken or the address is not one of this machine.
  HttpServer(const std::string& host, int port, HttpHandlers handlers,
             const EventLoopLimits& limits = {});
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  int port() const;
  void run();   // until stop(); Failure{unwritable} if the listening socket fails
  void stop();  // requests in progress are answered first

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<EventLoop> event_loop_;
};

}  // namespace backfile
