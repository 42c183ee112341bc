// Requests that two servers might read differently are refused before anything reads them.
#include "server/http/guard.h"

#include <gtest/gtest.h>

#include <string>

namespace backfile {
namespace {

const std::string line = "GET /search?q=storm HTTP/1.1\r\n";
const std::string host = "Host: archive.example\r\n";
const std::string end = "\r\n";

std::string many_headers(int count) {
  std::string headers;
  for (int i = 0; i < count; ++i) headers += "X-" + std::to_string(i) + ": 1\r\n";
  return headers;
}

struct Case {
  std::string name;
  std::string head;
  int status;  // 0: accepted
};

const Case cases[] = {
    {"plain", line + host + end, 0},
    {"head", "HEAD / HTTP/1.1\r\n" + host + end, 0},
    {"options", "OPTIONS /api/v1/search HTTP/1.1\r\n" + host + end, 0},
    {"options of the server", "OPTIONS * HTTP/1.1\r\n" + host + end, 0},
    {"http 1.0 without a host", "GET / HTTP/1.0\r\n" + end, 0},
    {"host with a port", line + "Host: [::1]:8080\r\n" + end, 0},
    {"empty body announced", line + host + "Content-Length: 0\r\n" + end, 0},
    {"one range", line + host + "Range: bytes=0-9\r\n" + end, 0},
    {"utf-8 in the address",
     "GET /search?q=Stra\xC3\x9F"
     "e HTTP/1.1\r\n" +
         host + end,
     0},
    {"a hundred headers", line + host + many_headers(99) + end, 0},

    {"no request at all", "\r\n\r\n", 400},
    {"not http", "SSH-2.0-OpenSSH_9.2\r\n\r\n", 400},
    {"http 0.9", "GET /\r\n\r\n", 400},
    {"http 2", "PRI * HTTP/2.0\r\n\r\n", 505},
    {"words after the version", "GET / HTTP/1.1 x\r\n" + host + end, 505},
    {"post", "POST /search HTTP/1.1\r\n" + host + end, 405},
    {"a star that is no path", "GET * HTTP/1.1\r\n" + host + end, 400},
    {"options with a body", "OPTIONS / HTTP/1.1\r\n" + host + "Content-Length: 3\r\n" + end, 400},
    {"delete", "DELETE /article/x HTTP/1.1\r\n" + host + end, 405},
    {"method in small letters", "get / HTTP/1.1\r\n" + host + end, 405},
    {"absolute address", "GET http://other.example/ HTTP/1.1\r\n" + host + end, 400},
    {"tab in the address", "GET /a\tb HTTP/1.1\r\n" + host + end, 400},
    {"escape in the address", "GET /\x1B[2J HTTP/1.1\r\n" + host + end, 400},
    {"nul in the address", std::string("GET /\0 HTTP/1.1\r\n", 18) + host + end, 400},
    {"bare line feeds", "GET / HTTP/1.1\nHost: a\n\r\n\r\n", 400},
    {"nothing but line feeds", "GET / HTTP/1.1\nHost: a\n\n", 400},
    {"line feeds at the end", line + host + "\n", 400},
    {"line feed inside a header", line + host + "X: a\nY: b\r\n" + end, 400},
    {"carriage return inside a header", line + host + "X: a\rY: b\r\n" + end, 400},

    {"no host", line + end, 400},
    {"two hosts", line + host + "HOST: other.example\r\n" + end, 400},
    {"invalid host", line + "Host: a/b\r\n" + end, 400},
    {"host with markup", line + "Host: <script>\r\n" + end, 400},
    {"empty host", line + "Host:\r\n" + end, 400},
    {"body", line + host + "Content-Length: 5\r\n" + end, 400},
    {"negative length", line + host + "Content-Length: -1\r\n" + end, 400},
    {"two lengths", line + host + "Content-Length: 0\r\nContent-Length: 0\r\n" + end, 400},
    {"chunked", line + host + "Transfer-Encoding: chunked\r\n" + end, 411},
    {"length and chunked", line + host + "Content-Length: 0\r\nTransfer-Encoding: x\r\n" + end,
     411},
    {"compressed body", line + host + "Content-Encoding: gzip\r\n" + end, 415},
    {"expectation", line + host + "Expect: 100-continue\r\n" + end, 417},
    {"two ranges", line + host + "Range: bytes=0-,0-\r\n" + end, 416},

    {"folded header", line + host + "X: a\r\n b\r\n" + end, 400},
    {"blank before the colon", line + host + "X : a\r\n" + end, 400},
    {"no colon", line + host + "nonsense\r\n" + end, 400},
    {"no name", line + host + ": a\r\n" + end, 400},
    {"control in a header", line + host + "X: \x07\r\n" + end, 400},
    {"too many headers", line + host + many_headers(100) + end, 431},
    {"long header", line + host + "X: " + std::string(9000, 'x') + end + end, 431},
    {"long head", line + host + many_headers(10) + std::string(40000, 'x'), 431},
    {"long address", "GET /" + std::string(9000, 'x') + " HTTP/1.1\r\n" + host + end, 414},
    {"address without an end", "GET /" + std::string(40000, 'x'), 414},
};

TEST(Guard, AcceptsOnlyWhatIsUnambiguous) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const auto refusal = check_head(c.head);
    EXPECT_EQ(refusal ? refusal->status : 0, c.status);
    EXPECT_TRUE(!refusal || !refusal->reason.empty());
  }
}

TEST(Guard, SplitsAnyRequestLineForTheLog) {
  const struct {
    std::string_view head, method, target, version;
  } lines[] = {
      {"GET /a HTTP/1.1\r\nHost: b\r\n\r\n", "GET", "/a", "HTTP/1.1"},
      {"", "", "", ""},
      {"nonsense", "nonsense", "", ""},
      {"GET /a", "GET", "/a", ""},
      {"a b c d", "a", "b", "c d"},
      {"\r\n\r\n", "", "", ""},
  };
  for (const auto& c : lines) {
    SCOPED_TRACE(c.head);
    const RequestLine read = request_line(c.head);
    EXPECT_EQ(read.method, c.method);
    EXPECT_EQ(read.target, c.target);
    EXPECT_EQ(read.version, c.version);
  }
}

}  // namespace
}  // namespace backfile
