// The request guard: judges the head of a request before anything else reads it.
//
// cpp-httplib believes whatever it is sent: two hosts, a body on a GET, bare line ends, half
// a million headers. Whatever two servers in a row could read in two ways is refused here. Used by
// http_server.h. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace backfile {

struct HeadLimits {
  std::size_t bytes = 32768;  // all of the head
  std::size_t line = 8000;    // each of its lines; the library's own limit is 8192
  std::size_t headers = 100;
};

struct Refusal {
  int status = 400;
  std::string_view reason;  // a plain sentence
};

// `head` is everything up to and including the empty line, or as much of it as was taken in before
// it became too long. Nothing if it is sound.
std::optional<Refusal> judge_head(std::string_view head, const HeadLimits& limits = {});

// The parts of a request line, for the log and for the page that answers a refusal. Never fails:
// what is not there is empty.
struct RequestLine {
  std::string_view method, target, version;
};
RequestLine request_line(std::string_view head);

}  // namespace backfile
