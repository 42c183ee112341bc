// The library parses requests and serializes responses, but never touches a client's socket: it
// gets the head of a request as a stream (exchange.h) and writes the response to the same stream.
#include "server/http/http_server.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <string_view>

#include "indexer/base/failure.h"
#include "server/http/exchange.h"
#include "server/http/host.h"

namespace backfile {
namespace {

std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 40> text{};
  // The "C" locale's names are those of HTTP; the program never sets another.
  const std::size_t size =
      std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

// The library rejects a second '?', which in a query is a plain character.
std::string with_one_question_mark(const std::string& head) {
  const std::size_t line_end = head.find("\r\n");
  const std::size_t first = head.find('?');
  if (first >= line_end || head.find('?', first + 1) >= line_end) return head;
  std::string result = head.substr(0, first + 1);
  for (std::size_t i = first + 1; i < line_end; ++i) {
    if (head[i] == '?')
      result += "%3F";
    else
      result += head[i];
  }
  return result + head.substr(line_end);
}

// The library calls this after it has parsed a request and before it routes it.
void sanitize(httplib::Request& request) {
  request.ranges.clear();  // responses are small and generated: they are sent whole
  const std::string accepted = request.get_header_value("Accept-Encoding");
  request.headers.erase("Accept-Encoding");
  // The library prefers brotli, at its slowest setting; gzip costs 20 ms for 400 kB.
  if (accepted.find("gzip") != std::string::npos && accepted.find("gzip;q=0") == std::string::npos)
    request.headers.emplace("Accept-Encoding", "gzip");
}

HttpRequest to_request(const httplib::Request& from) {
  HttpRequest request;
  request.method = from.method;
  const std::size_t mark = from.target.find('?');
  request.path = from.target.substr(0, mark);
  if (mark != std::string::npos) request.query = from.target.substr(mark + 1);
  request.host = from.get_header_value("Host");
  request.if_none_match = from.get_header_value("If-None-Match");
  return request;
}

void fill(const HttpResponse& response, httplib::Response& to) {
  to.status = response.status;
  for (const auto& [name, value] : response.headers) to.set_header(name, value);
  to.set_header("Date", http_date());
  if (!response.body.empty()) to.set_content(response.body, response.type);
}

}  // namespace

// Derives from the library's server because the function that answers one request is protected.
class HttpServer::Engine : private httplib::Server {
 public:
  Engine(const std::string& host, int port, HttpHandlers handlers, const EventLoopLimits& limits);
  ~Engine() override { ::close(svr_sock_); }

  int listener() const { return svr_sock_; }
  int port() const { return port_; }
  EventLoop::Reply answer(const std::string& head, bool last);  // and logs it; never throws

 private:
  EventLoop::Reply check_and_process(const std::string& head, const RequestLine& line, bool last);
  void bind(const std::string& host, int port);
  void configure(const EventLoopLimits& limits);
  std::string refuse(const RequestLine& line, const Refusal& refusal);

  HttpHandlers handlers_;
  int port_ = 0;
};

HttpServer::Engine::Engine(const std::string& host, int port, HttpHandlers handlers,
                           const EventLoopLimits& limits)
    : handlers_(std::move(handlers)) {
  configure(limits);
  bind(host, port);
}

void HttpServer::Engine::configure(const EventLoopLimits& limits) {
  // Without it each response on a kept-alive connection is delayed by 40 ms. Accepted sockets
  // inherit it from the listener.
  set_tcp_nodelay(true);
  // The library's default lets a second server share the port unnoticed; this only allows a quick
  // restart.
  set_socket_options([](socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  set_keep_alive_max_count(limits.requests);
  set_keep_alive_timeout(std::chrono::ceil<std::chrono::seconds>(limits.idle_timeout).count());
  set_pre_routing_handler([this](const httplib::Request& from, httplib::Response& to) {
    fill(handlers_.respond(to_request(from)), to);
    return HandlerResponse::Handled;
  });
  // Without this handler the library puts the exception's message into a header.
  set_exception_handler([this](const httplib::Request& from, httplib::Response& to,
                               std::exception_ptr thrown) {
    handlers_.failed(from.target, error_text(thrown));
    const Refusal refusal{500, "Something went wrong on this server. The error has been logged."};
    fill(handlers_.refuse(from.target, refusal), to);
  });
  set_error_handler(
      HandlerWithResponse([this](const httplib::Request& from, httplib::Response& to) {
        if (!to.body.empty()) return HandlerResponse::Unhandled;
        const Refusal refusal{to.status, "The request could not be understood."};
        fill(handlers_.refuse(from.target, refusal), to);
        return HandlerResponse::Handled;
      }));
  set_post_routing_handler([](const httplib::Request&, httplib::Response& to) {
    if (to.status == 204 || to.status == 304) to.headers.erase("Content-Length");
  });
}

void HttpServer::Engine::bind(const std::string& host, int port) {
  errno = 0;
  const int bound = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : -1;
  const int error = errno;
  const std::string place = host_and_port(host, port);
  if (bound < 0 && error == EADDRINUSE)
    throw Failure(Exit::usage, "port " + std::to_string(port) + " of " + host +
                                   " is in use by another program; stop it, or choose another "
                                   "port with --port (0 takes any free one)");
  if (bound < 0 && error == EACCES)
    throw Failure(Exit::usage,
                  "you have no permission to listen on " + place + "; choose a --port above 1023");
  if (bound < 0)
    throw Failure(Exit::usage,
                  "cannot listen on " + place +
                      "; name an address of this machine with --host, such as 127.0.0.1 or ::1");
  port_ = bound;
  // The library lets only five connections wait to be accepted, too few for a burst.
  if (::listen(svr_sock_, 511) != 0 || ::fcntl(svr_sock_, F_SETFL, O_NONBLOCK) != 0)
    throw Failure(Exit::usage, "cannot listen on " + place + ": " + std::strerror(errno));
}

EventLoop::Reply HttpServer::Engine::answer(const std::string& head, bool last) {
  const auto begin = std::chrono::steady_clock::now();
  const RequestLine line = request_line(head);
  EventLoop::Reply reply;
  try {
    reply = check_and_process(head, line, last);
  } catch (const std::exception& error) {  // out of memory, even for an error page
    handlers_.failed(line.target, error.what());
    reply.close = true;
  }
  constexpr std::string_view start = "HTTP/1.1 ";
  const int status = reply.bytes.size() > start.size() ? std::atoi(&reply.bytes[start.size()]) : 0;
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  handlers_.answered(line, status, took.count());
  return reply;
}

EventLoop::Reply HttpServer::Engine::check_and_process(const std::string& head,
                                                       const RequestLine& line, bool last) {
  if (const auto refusal = check_head(head)) return {refuse(line, *refusal), true};
  Exchange exchange(with_one_question_mark(head));
  bool closed = false;
  const bool is_http = process(*this, exchange, last, closed, sanitize, &Engine::process_request);
  return {exchange.take_response(), !is_http || closed};
}

// Written by hand, because the library never sees a request that the guard refused.
std::string HttpServer::Engine::refuse(const RequestLine& line, const Refusal& refusal) {
  const HttpResponse response = handlers_.refuse(line.target, refusal);
  std::string text = "HTTP/1.1 " + std::to_string(response.status) + " ";
  text += status_phrase(response.status);
  text += "\r\n";
  for (const auto& [name, value] : response.headers) text += name + ": " + value + "\r\n";
  text += "Date: " + http_date() + "\r\nContent-Type: " + response.type +
          "\r\nContent-Length: " + std::to_string(response.body.size()) +
          "\r\nConnection: close\r\n\r\n";
  return line.method == "HEAD" ? text : text + response.body;
}

HttpServer::HttpServer(const std::string& host, int port, HttpHandlers handlers,
                       const EventLoopLimits& limits)
    : engine_(std::make_unique<Engine>(host, port, std::move(handlers), limits)),
      event_loop_(std::make_unique<EventLoop>(
          engine_->listener(),
          [this](const std::string& head, bool last) { return engine_->answer(head, last); },
          limits)) {
}

HttpServer::~HttpServer() = default;

int HttpServer::port() const {
  return engine_->port();
}
void HttpServer::run() {
  event_loop_->run();
}
void HttpServer::stop() {
  event_loop_->stop();
}

}  // namespace backfile
