// An HTTP request and the response to it, as plain values.
//
// http_server.h parses the one and serializes the other; site.h answers one with the other. They do
// not depend on the HTTP library, so that pages and API can be tested without a socket. Safe on any
// thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backfile {

struct HttpRequest {
  std::string method;         // "GET", "HEAD" or "OPTIONS"; the guard refuses everything else
  std::string path;           // as sent, still percent-encoded; "*" with OPTIONS alone
  std::string query;          // what follows the '?', as sent
  std::string host;           // of the Host header; for links only, never to be trusted
  std::string if_none_match;  // the ETags that the client has cached, if any
};

struct HttpResponse {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

// "Not Found" for 404; empty for a status that this server never sends.
std::string_view status_phrase(int status);

}  // namespace backfile
