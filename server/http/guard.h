// The request guard: checks the head of a request before anything else parses it.
//
// cpp-httplib accepts whatever it is sent: two Host headers, a body on a GET, bare line feeds, half
// a million headers. Anything that a proxy and this server could interpret differently is refused
// here, as it could smuggle in a second request. Used by http_server.h. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace backfile {

struct HeadLimits {
  std::size_t bytes = 32768;  // of the whole head
  std::size_t line = 8000;    // bytes of each line; the library's own limit is 8192
  std::size_t headers = 100;
};

struct Refusal {
  int status = 400;
  std::string_view reason;  // a plain sentence
};

// `head` is everything up to and including the empty line, or what was received before the head
// became too long. Nothing if the request may pass.
std::optional<Refusal> check_head(std::string_view head, const HeadLimits& limits = {});

// The parts of a request line, for the log and for the response to a refused request. Missing parts
// are empty; this never fails.
struct RequestLine {
  std::string_view method, target, version;
};
RequestLine request_line(std::string_view head);

}  // namespace backfile
