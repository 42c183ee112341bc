// The rules and status codes are those of RFC 9110 and RFC 9112, read strictly: where they allow a
// server to be lenient, this one refuses.
#include "server/http/guard.h"

#include <algorithm>
#include <string>

namespace backfile {
namespace {

bool is_token(std::string_view text) {
  constexpr std::string_view others = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           others.find(c) != std::string_view::npos;
  });
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
  });
}

bool is_host(std::string_view text) {
  constexpr std::string_view others = ".-_:[]";
  return !text.empty() && text.size() <= 255 && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           others.find(c) != std::string_view::npos;
  });
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::optional<Refusal> check_request_line(const RequestLine& line) {
  if (!is_token(line.method) || line.target.empty() || line.version.empty())
    return Refusal{400, "The request line is not valid HTTP."};
  if (line.version != "HTTP/1.1" && line.version != "HTTP/1.0")
    return Refusal{505, "This server speaks HTTP/1.1."};
  if (line.method != "GET" && line.method != "HEAD" && line.method != "OPTIONS")
    return Refusal{405, "The archive is read-only: use GET or HEAD."};
  const bool asks_of_the_server = line.method == "OPTIONS" && line.target == "*";
  if (line.target.front() != '/' && !asks_of_the_server)
    return Refusal{400, "The path must begin with a slash."};
  if (has_control(line.target) || line.target.find('\t') != std::string_view::npos)
    return Refusal{400, "The path contains a control character."};
  return std::nullopt;
}

// How often the headers occur that a request may have only once.
struct Seen {
  int hosts = 0;
  int lengths = 0;
};

std::optional<Refusal> check_header(std::string_view name, std::string_view value, Seen& seen) {
  if (!is_token(name)) return Refusal{400, "A header name contains an invalid character."};
  if (has_control(value)) return Refusal{400, "A header contains a control character."};
  const std::string key = lower(name);
  if (key == "host") {
    if (++seen.hosts > 1) return Refusal{400, "There is more than one Host header."};
    if (!is_host(value)) return Refusal{400, "The Host header is not a valid host."};
  }
  if (key == "content-length") {
    if (++seen.lengths > 1) return Refusal{400, "There is more than one Content-Length header."};
    if (value != "0") return Refusal{400, "A request to this server must not have a body."};
  }
  if (key == "transfer-encoding")
    return Refusal{411, "A request to this server must not have a body."};
  if (key == "content-encoding")
    return Refusal{415, "A request to this server must not have a body."};
  if (key == "expect") return Refusal{417, "The Expect header is not supported."};
  if (key == "range" && value.find(',') != std::string_view::npos)
    return Refusal{416, "Only one range can be requested at a time."};
  return std::nullopt;
}

}  // namespace

RequestLine request_line(std::string_view head) {
  const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
  const std::size_t first = line.find(' ');
  if (first == std::string_view::npos) return {line, {}, {}};
  const std::size_t second = line.find(' ', first + 1);
  if (second == std::string_view::npos) return {line.substr(0, first), line.substr(first + 1), {}};
  return {line.substr(0, first), line.substr(first + 1, second - first - 1),
          line.substr(second + 1)};
}

std::optional<Refusal> check_head(std::string_view head, const HeadLimits& limits) {
  const std::size_t first_end = head.find("\r\n");
  if (std::min(first_end, head.size()) > limits.line)
    return Refusal{414, "The address is too long."};
  if (head.size() > limits.bytes || !(head.ends_with("\n\n") || head.ends_with("\n\r\n")))
    return Refusal{431, "The headers are too long."};
  if (!head.ends_with("\r\n\r\n"))
    return Refusal{400, "Lines must end with a carriage return and a line feed."};

  if (const auto refusal = check_request_line(request_line(head))) return refusal;
  // A bare line feed or carriage return ends a line for one parser and not for another, so both are
  // refused as control characters, in the request line and in headers alike.
  Seen seen;
  std::size_t count = 0;
  for (std::size_t begin = first_end + 2; begin + 2 < head.size();) {
    const std::size_t end = head.find("\r\n", begin);
    const std::string_view line = head.substr(begin, end - begin);
    begin = end + 2;
    if (line.size() > limits.line || ++count > limits.headers)
      return Refusal{431, "The headers are too long or too many."};
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return Refusal{400, "A header has no colon."};
    if (const auto refusal =
            check_header(line.substr(0, colon), trim(line.substr(colon + 1)), seen))
      return refusal;
  }
  if (seen.hosts == 0 && request_line(head).version == "HTTP/1.1")
    return Refusal{400, "The Host header is missing."};
  return std::nullopt;
}

}  // namespace backfile
