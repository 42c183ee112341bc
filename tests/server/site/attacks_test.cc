// What a hostile client can send, to a service on a real socket.
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "tests/server/site/running_service.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const std::string host = "Host: archive.example\r\n";
const std::string healthy =
    "GET /healthz HTTP/1.1\r\nHost: archive.example\r\nConnection: close\r\n\r\n";

class Attacks : public ::testing::Test {
 protected:
  Attacks() : index_({small_article("1", "Storm over the harbour", "The storm broke the pier.")}) {}

  ServerOptions options() const {
    ServerOptions options;
    options.index = index_.directory();
    return options;
  }

  SmallIndex index_;
};

std::size_t answers_in(const std::string& bytes) {
  std::size_t count = 0;
  for (std::size_t at = bytes.find("HTTP/1.1 "); at != std::string::npos;
       at = bytes.find("HTTP/1.1 ", at + 1))
    ++count;
  return count;
}

TEST_F(Attacks, AreAnsweredOnceAndTheConnectionCloses) {
  const RunningService service(options());
  const std::string get = "GET / HTTP/1.1\r\n" + host;
  std::string headers, ranges = "bytes=0-";
  for (int i = 0; i < 5000; ++i) headers += "X-Header-" + std::to_string(i) + ": value\r\n";
  for (int i = 0; i < 800; ++i) ranges += ",0-";
  const struct {
    std::string name, bytes;
    int status;
  } cases[] = {
      {"length and chunks",
       get + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"two hosts", get + "Host: other.example\r\n\r\n", 400},
      {"body that is a request", get + "Content-Length: 60\r\n\r\n" + healthy, 400},
      {"chunks", get + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 411},
      {"chunk of size -2",
       get + "Transfer-Encoding: chunked\r\n\r\n-2\r\n" + std::string(100000, 'x'), 411},
      {"compressed body", get + "Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\n\x1F\x8B", 415},
      {"thousands of headers", get + headers + "\r\n", 431},
      {"eight hundred ranges", get + "Range: " + ranges + "\r\n\r\n", 416},
      {"post", "POST /search HTTP/1.1\r\n" + host + "Content-Length: 3\r\n\r\nq=a", 405},
      {"bare line feeds", "GET / HTTP/1.1\nHost: a\n\r\n\r\n", 400},
      {"nothing but line feeds", "GET / HTTP/1.1\nHost: a\n\n", 400},
      {"a line feed before the end", get + "Accept: a\n\r\n", 400},
      {"a line feed at the end", get + "\n", 400},
      {"no http", std::string("\x16\x03\x01\x02\x00\r\n\r\n", 9), 400},
      {"long address", "GET /search?q=" + std::string(9000, 'x') + " HTTP/1.1\r\n" + host + "\r\n",
       414},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    const std::string answer = say(service.port(), c.bytes);
    EXPECT_EQ(status_of(answer), c.status);
    EXPECT_EQ(answers_in(answer), 1U) << "a second answer means a smuggled request";
    EXPECT_EQ(status_of(say(service.port(), healthy)), 200) << "the server no longer answers";
  }
}

// No attack, but what no other method than GET comes to on a real socket.
TEST_F(Attacks, AreNotWhatOptionsAsks) {
  const RunningService service(options());
  for (const std::string target : {"*", "/api/v1/search?q=storm"}) {
    const std::string answer = say(
        service.port(), "OPTIONS " + target + " HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
    EXPECT_EQ(status_of(answer), 204) << target;
    EXPECT_NE(answer.find("Allow: GET, HEAD, OPTIONS\r\n"), std::string::npos) << answer;
    EXPECT_EQ(answer.find("Content-Length"), std::string::npos) << "a 204 has no content";
    EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
  }
}

TEST_F(Attacks, DoNotFillTheMemory) {
  const RunningService service(options());
  RawClient client(service.port());
  bool open = client.send("GET / HTTP/1.1\r\nHost: a\r\nX: ");
  const std::string megabyte(1 << 20, 'x');
  int sent = 0;
  while (open && sent < 64) {
    open = client.send(megabyte);
    ++sent;
  }
  // The server closes after its answer and one more megabyte; the kernel's buffers hold some more.
  EXPECT_LT(sent, 64) << "64 MB of one header were accepted";
  EXPECT_EQ(status_of(say(service.port(), healthy)), 200);
}

TEST_F(Attacks, ByPathTraversalFindNothing) {
  const RunningService service(options());
  const std::string paths[] = {
      "/../etc/passwd",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/static/../../etc/passwd",
      "/static/style.css%00.txt",
      "/article/..%2f..%2fetc",
      "/article/AAAAAAAAAAAAAAAA",
      "/article/",
      "/article/aaaaaaaaaaaaaaaa/x",
      "/static/",
      "//healthz",
      "/healthz/",
      "/API/v1/search",
  };
  for (const std::string& path : paths) {
    SCOPED_TRACE(path);
    const std::string answer =
        say(service.port(), "GET " + path + " HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
    EXPECT_EQ(status_of(answer), 404);
    EXPECT_EQ(answer.find("root:"), std::string::npos);
  }
}

TEST_F(Attacks, CannotPutLinesIntoAnswers) {
  const RunningService service(options());
  const std::string targets[] = {"/search?q=a%0D%0ASet-Cookie:%20x=1", "/%0D%0ASet-Cookie:%20x=1",
                                 "/api/v1/search?q=a&%0D%0ASet-Cookie=1",
                                 "/opensearch.xml?%0D%0ASet-Cookie:x=1",
                                 "/api/v1/search?q=storm&per_page=1&section=%0D%0ASet-Cookie:%20x"};
  for (const std::string& target : targets) {
    SCOPED_TRACE(target);
    const std::string answer =
        say(service.port(), "GET " + target + " HTTP/1.1\r\n" + host +
                                "If-None-Match: a%0d%0aSet-Cookie: x\r\nConnection: close\r\n\r\n");
    EXPECT_NE(status_of(answer), 0);
    EXPECT_EQ(answer.substr(0, answer.find("\r\n\r\n")).find("\nSet-Cookie"), std::string::npos);
  }
}

TEST_F(Attacks, WithSpoofedHeadersChangeNothing) {
  const RunningService service(options());
  const std::string answer =
      say(service.port(),
          "GET / HTTP/1.1\r\nHost: archive.example\r\nREMOTE_ADDR: 10.6.6.6\r\nX-Forwarded-For: "
          "10.6.6.6\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher\r\nConnection: "
          "close\r\n\r\n");
  EXPECT_EQ(status_of(answer), 200);
  EXPECT_EQ(answer.find("10.6.6.6"), std::string::npos);
  EXPECT_EQ(answer.find("evil.example"), std::string::npos);
  EXPECT_EQ(answer.find("gopher"), std::string::npos);
}

TEST_F(Attacks, CannotPoisonACacheWithAHostHeader) {
  const RunningService service(options());
  const std::string answer = say(service.port(),
                                 "GET /opensearch.xml HTTP/1.1\r\nHost: evil.example\r\n"
                                 "Connection: close\r\n\r\n");
  EXPECT_NE(answer.find("http://evil.example/search"), std::string::npos);
  EXPECT_NE(answer.find("Cache-Control: no-store"), std::string::npos);
}

TEST_F(Attacks, PipelinedRequestsAreAllAnsweredInOrder) {
  const RunningService service(options());
  const std::string answer = say(
      service.port(), "GET /healthz HTTP/1.1\r\n" + host + "\r\nGET /nowhere HTTP/1.1\r\n" + host +
                          "\r\nGET /robots.txt HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
  EXPECT_EQ(answers_in(answer), 3U);
  const std::size_t first = answer.find("200 OK"), second = answer.find("404 Not Found"),
                    third = answer.find("User-agent");
  EXPECT_LT(first, second);
  EXPECT_LT(second, third);
  EXPECT_NE(third, std::string::npos);
}

// With a thread for each connection, the last client would wait until all the others gave up.
TEST_F(Attacks, FromSlowClientsDoNotDelayOthers) {
  ServerOptions slow = options();
  slow.connections.workers = 4;
  slow.connections.idle_timeout = slow.connections.head_timeout = slow.connections.send_timeout =
      seconds(60);
  const RunningService service(slow);
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 100; ++i) {
    clients.push_back(std::make_unique<RawClient>(service.port()));  // sends nothing
    clients.push_back(std::make_unique<RawClient>(service.port()));
    EXPECT_TRUE(clients.back()->send("GET / HTTP/1.1\r\nHost: "));  // never ends
  }
  EXPECT_EQ(status_of(say(service.port(), healthy, seconds(30))), 200);
}

TEST_F(Attacks, WithTooManyConnectionsEvictTheIdleOnes) {
  ServerOptions small = options();
  small.connections.connections = 20;
  small.connections.idle_timeout = small.connections.head_timeout = seconds(60);
  const RunningService service(small);
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 60; ++i) clients.push_back(std::make_unique<RawClient>(service.port()));
  EXPECT_EQ(status_of(say(service.port(), healthy, seconds(30))), 200);
}

TEST_F(Attacks, BySilenceTimeOut) {
  ServerOptions quick = options();
  quick.connections.idle_timeout = milliseconds(50);
  quick.connections.head_timeout = milliseconds(50);
  const RunningService service(quick);
  RawClient silent(service.port()), halfway(service.port()), polite(service.port());
  halfway.send("GET / HTTP/1.1\r\n");
  polite.send("GET /healthz HTTP/1.1\r\n" + host + "\r\n");
  EXPECT_EQ(silent.read(seconds(30)), "");
  EXPECT_EQ(halfway.read(seconds(30)), "");
  EXPECT_EQ(status_of(polite.read(seconds(30))), 200);
  EXPECT_FALSE(polite.send(healthy) && !polite.read(seconds(30)).empty());
}

}  // namespace
}  // namespace backfile
