// One request and its response as cpp-httplib sees them, whichever version of it is installed.
//
// The event loop has a whole request and wants a whole response. The library offers this to
// subclasses only, and differently in each version: Debian 12 has 0.11.4, Ubuntu 24.04 has 0.14.3,
// Debian 13 has 0.18.7. Overloads select the right call at compile time. For http_server.cc only;
// an Exchange belongs to one thread.
#pragma once

#include <httplib.h>

#include <cstddef>
#include <ctime>
#include <functional>
#include <string>
#include <utility>

namespace backfile {

// The functions that only some versions declare, hence no `override`. Nothing here ever blocks.
class StreamOfAnyVersion : public httplib::Stream {
 public:
  virtual bool is_writable() const { return true; }    // until 0.19
  virtual std::time_t duration() const { return 0; }   // since 0.19
  virtual bool wait_readable() const { return true; }  // since 0.20
  virtual bool wait_writable() const { return true; }  // since 0.20
};

// A stream in memory: the library reads a request from it and writes the response to it.
class Exchange : public StreamOfAnyVersion {
 public:
  explicit Exchange(std::string head) : head_(std::move(head)) {}
  std::string take_response() { return std::move(response_); }

  bool is_readable() const override { return read_ < head_.size(); }
  ssize_t read(char* to, std::size_t size) override {
    const std::size_t count = head_.copy(to, size, read_);
    read_ += count;
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* from, std::size_t size) override {
    response_.append(from, size);
    return static_cast<ssize_t>(size);
  }
  using Stream::write;
  // The client's address is deliberately not passed on.
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return -1; }

 private:
  std::string head_;
  std::size_t read_ = 0;
  std::string response_;
};

// Has the library parse, route and answer one request. `request` is `&Server::process_request`,
// which a subclass must pass because it is protected; its type identifies the version. False if the
// request was not HTTP; `closed` becomes true if the response says that the connection closes.
using SetUpRequest = std::function<void(httplib::Request&)>;

// Until 0.17.
inline bool process(httplib::Server& server, Exchange& exchange, bool last, bool& closed,
                    const SetUpRequest& set_up,
                    bool (httplib::Server::*request)(httplib::Stream&, bool, bool&,
                                                     const SetUpRequest&)) {
  return (server.*request)(exchange, last, closed, set_up);
}

// Since 0.18.
inline bool process(httplib::Server& server, Exchange& exchange, bool last, bool& closed,
                    const SetUpRequest& set_up,
                    bool (httplib::Server::*request)(httplib::Stream&, const std::string&, int,
                                                     const std::string&, int, bool, bool&,
                                                     const SetUpRequest&)) {
  return (server.*request)(exchange, {}, 0, {}, 0, last, closed, set_up);
}

template <class Unknown>
bool process(httplib::Server&, Exchange&, bool, bool&, const SetUpRequest&, Unknown) {
  static_assert(
      sizeof(Unknown) == 0,
      "backfile supports cpp-httplib 0.11.4 to 0.26, but not this version: add an overload "
      "for its Server::process_request to server/http/exchange.h");
  return false;
}

}  // namespace backfile
