// One exchange with a visitor as plain values: what is asked, what is answered.
//
// http_server.h turns bytes into the first and the second into bytes; site.h stands between. No
// HTTP library here: pages and API can be tested without a socket.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backfile {

struct HttpRequest {
  std::string method;         // "GET" or "HEAD"; the guard lets nothing else in
  std::string path;           // as sent: still percent-encoded
  std::string query;          // what follows the '?', as sent
  std::string host;           // of the Host header: an address for links, never to be trusted
  std::string if_none_match;  // the ETag that the visitor holds, if any
};

struct HttpResponse {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

// "Not Found" for 404; empty for a status that this server never gives.
std::string_view status_phrase(int status);

}  // namespace backfile
