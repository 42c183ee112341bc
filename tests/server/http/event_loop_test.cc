// The event loop on a socket of its own, with handlers made up here.
#include "server/http/event_loop.h"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "indexer/base/failure.h"
#include "tests/server/site/running_service.h"

namespace backfile {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class RunningLoop {
 public:
  RunningLoop(EventLoop::Handler handler, const EventLoopLimits& limits)
      : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = static_cast<sockaddr*>(static_cast<void*>(&address));
    EXPECT_EQ(::bind(listener_, generic, size), 0);
    EXPECT_EQ(::listen(listener_, 100), 0);
    EXPECT_EQ(::getsockname(listener_, generic, &size), 0);
    port_ = ntohs(address.sin_port);
    loop_ = std::make_unique<EventLoop>(listener_, std::move(handler), limits);
    thread_ = std::thread([this] {
      try {
        loop_->run();
      } catch (const Failure& failure) {
        failure_ = failure;
      }
    });
  }
  ~RunningLoop() {
    stop();
    loop_.reset();
    ::close(listener_);
  }
  void stop() {
    if (!thread_.joinable()) return;
    loop_->stop();
    thread_.join();
  }
  int port() const { return port_; }
  // What run() throws after its listener has failed.
  std::optional<Failure> failure_of_listener() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    return failure_;
  }

 private:
  int listener_;
  std::optional<Failure> failure_;
  int port_ = 0;
  std::unique_ptr<EventLoop> loop_;
  std::thread thread_;
};

EventLoopLimits long_timeouts() {
  EventLoopLimits limits;
  limits.workers = 4;
  limits.idle_timeout = limits.head_timeout = limits.send_timeout = seconds(60);
  return limits;
}

// Holds handlers back until a test opens it.
class Gate {
 public:
  void open() {
    {
      const std::lock_guard lock(mutex_);
      open_ = true;
    }
    changed_.notify_all();
  }
  void wait() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void until_waiting(int count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
  int waiting_ = 0;
};

TEST(EventLoop, PassesOnlyWholeHeadsToItsHandler) {
  RunningLoop loop(
      [](const std::string& head, bool) {
        return EventLoop::Reply{"<" + head + ">", true};
      },
      long_timeouts());
  RawClient client(loop.port());
  for (const char c : std::string("GET / HTTP/1.1\r\nHost: a\r\n\r\n")) {
    ASSERT_TRUE(client.send(std::string_view(&c, 1)));
    std::this_thread::sleep_for(milliseconds(1));
  }
  EXPECT_EQ(client.read(), "<GET / HTTP/1.1\r\nHost: a\r\n\r\n>");
}

TEST(EventLoop, ClosesAConnectionAfterItsLastRequest) {
  EventLoopLimits limits = long_timeouts();
  limits.requests = 3;
  RunningLoop loop(
      [](const std::string&, bool last) {
        return EventLoop::Reply{last ? "last." : "more,", false};
      },
      limits);
  RawClient client(loop.port());
  client.send("a\r\n\r\nb\r\n\r\nc\r\n\r\nd\r\n\r\n");
  EXPECT_EQ(client.read(), "more,more,last.");
}

TEST(EventLoop, IsNotBlockedByClientsThatDoNotRead) {
  const std::string flood(24 << 20, 'x');  // more than the kernel buffers
  RunningLoop loop(
      [&](const std::string& head, bool) {
        return head.starts_with("flood") ? EventLoop::Reply{flood, true}
                                         : EventLoop::Reply{"here", true};
      },
      long_timeouts());
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 12; ++i) {
    clients.push_back(std::make_unique<RawClient>(loop.port(), 2048));
    ASSERT_TRUE(clients.back()->send("flood\r\n\r\n"));
  }
  EXPECT_EQ(say(loop.port(), "hello\r\n\r\n", seconds(30)), "here");
}

TEST(EventLoop, SendsALargeAnswerWholeToASlowReader) {
  const std::string large(24 << 20, 'x');
  RunningLoop loop(
      [&](const std::string&, bool) {
        return EventLoop::Reply{large, true};
      },
      long_timeouts());
  RawClient client(loop.port(), 65536);
  client.send("a\r\n\r\n");
  EXPECT_EQ(client.read(seconds(30)).size(), large.size());
}

TEST(EventLoop, DropsTheOldestUnreadAnswerBeyondItsLimit) {
  const std::string large(24 << 20, 'x');  // the kernel buffers a few megabytes of it
  EventLoopLimits limits = long_timeouts();
  limits.unsent_bytes = 30 << 20;
  RunningLoop loop([&](const std::string&, bool) { return EventLoop::Reply{large, true}; }, limits);
  RawClient first(loop.port(), 2048), second(loop.port(), 2048);
  for (RawClient* client : {&first, &second}) {
    client->send("a\r\n\r\n");
    ASSERT_TRUE(client->has_answer(seconds(30)));
  }
  EXPECT_LT(first.read(seconds(30)).size(), large.size());
  EXPECT_EQ(second.read(seconds(30)).size(), large.size());
}

TEST(EventLoop, FinishesRequestsInProgressWhenStopped) {
  Gate gate;
  RunningLoop loop(
      [&](const std::string&, bool) {
        gate.wait();
        return EventLoop::Reply{"finished", false};
      },
      long_timeouts());
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 4; ++i) {
    clients.push_back(std::make_unique<RawClient>(loop.port()));
    clients.back()->send("a\r\n\r\n");
  }
  gate.until_waiting(4);
  RawClient idle(loop.port());
  std::thread stopping([&] { loop.stop(); });
  EXPECT_EQ(idle.read(seconds(30)), "") << "idle connections are closed at once";
  gate.open();
  for (const auto& client : clients) EXPECT_EQ(client->read(seconds(30)), "finished");
  stopping.join();
}

TEST(EventLoop, AnswersMoreClientsThanItHasWorkers) {
  std::atomic<int> answered = 0;
  RunningLoop loop(
      [&](const std::string&, bool) {
        ++answered;
        return EventLoop::Reply{"ok", true};
      },
      long_timeouts());
  std::vector<std::thread> clients;
  for (int i = 0; i < 50; ++i)
    clients.emplace_back([&] { EXPECT_EQ(say(loop.port(), "a\r\n\r\n", seconds(30)), "ok"); });
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(answered, 50);
}

const std::string request = "a\r\n\r\n";

// Clients that have had an answer and keep their connections open, the one idle longest first.
class IdleClients {
 public:
  IdleClients(int port, int count) {
    for (int i = 0; i < count; ++i) {
      clients_.push_back(std::make_unique<RawClient>(port));
      EXPECT_TRUE(is_served(clients_.size() - 1));
    }
  }
  bool is_served(std::size_t number) {
    clients_[number]->send(request);
    const bool served = clients_[number]->read_some() == "ok";
    // The loop takes a connection back a moment after its answer has left.
    std::this_thread::sleep_for(milliseconds(10));
    return served;
  }

 private:
  std::vector<std::unique_ptr<RawClient>> clients_;
};

EventLoop::Reply ok(const std::string&, bool) {
  return {"ok", false};
}

EventLoopLimits at_most(std::size_t connections) {
  EventLoopLimits limits = long_timeouts();
  limits.connections = connections;
  limits.head_timeout = seconds(5);  // a new one has an earlier deadline than an idle one
  return limits;
}

TEST(EventLoop, EvictsNothingUntilANewConnectionArrives) {
  RunningLoop loop(ok, at_most(4));
  IdleClients idle(loop.port(), 4);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_TRUE(idle.is_served(i));
}

TEST(EventLoop, EvictsTheConnectionThatHasBeenIdleLongest) {
  RunningLoop loop(ok, at_most(4));
  IdleClients idle(loop.port(), 4);
  EXPECT_TRUE(idle.is_served(0)) << "now the second has been idle longest";
  RawClient fresh(loop.port());
  std::this_thread::sleep_for(milliseconds(50));  // sends nothing at first
  RawClient next(loop.port());
  std::this_thread::sleep_for(milliseconds(50));
  for (RawClient* client : {&fresh, &next}) {
    client->send(request);
    EXPECT_EQ(client->read_some(), "ok");
  }
  EXPECT_FALSE(idle.is_served(1));
  EXPECT_FALSE(idle.is_served(2));
  EXPECT_TRUE(idle.is_served(3));
  EXPECT_TRUE(idle.is_served(0));
}

TEST(EventLoop, DoesNotEvictAConnectionThatIsBeingAnswered) {
  Gate gate;
  RunningLoop loop(
      [&](const std::string&, bool) {
        gate.wait();
        return EventLoop::Reply{"ok", true};
      },
      at_most(2));
  RawClient first(loop.port()), second(loop.port());
  first.send(request);
  second.send(request);
  gate.until_waiting(2);
  RawClient fresh(loop.port());
  fresh.send(request);
  EXPECT_EQ(fresh.read_some(milliseconds(200)), "") << "there is no room yet";
  gate.open();
  for (RawClient* client : {&first, &second, &fresh}) EXPECT_EQ(client->read_some(), "ok");
}

TEST(EventLoop, DoesNotEvictAConnectionWhoseRequestIsArriving) {
  RunningLoop loop(ok, at_most(2));
  RawClient slow(loop.port());
  slow.send("a\r\n");
  IdleClients idle(loop.port(), 1);
  RawClient fresh(loop.port());
  fresh.send(request);
  EXPECT_EQ(fresh.read_some(), "ok");
  slow.send("\r\n");
  EXPECT_EQ(slow.read_some(), "ok");
  EXPECT_FALSE(idle.is_served(0));
}

TEST(EventLoop, EvictsTheSlowestOfRequestsThatTakeTooLong) {
  EventLoopLimits limits = at_most(2);
  limits.head_timeout = seconds(60);
  limits.head_grace = milliseconds(100);
  RunningLoop loop(ok, limits);
  RawClient first(loop.port()), second(loop.port());
  first.send("a\r\n");
  std::this_thread::sleep_for(milliseconds(20));
  second.send("a\r\n");
  RawClient fresh(loop.port());
  fresh.send(request);
  EXPECT_EQ(fresh.read_some(seconds(30)), "ok");
  second.send("\r\n");
  EXPECT_EQ(second.read_some(), "ok") << "the first was slower";
}

TEST(EventLoop, AnswersRequestsInProgressBeforeItReportsAFailedListener) {
  Gate gate;
  RunningLoop loop(
      [&](const std::string&, bool) {
        gate.wait();
        return EventLoop::Reply{"ok", false};
      },
      long_timeouts());
  RawClient client(loop.port());
  client.send(request);
  gate.until_waiting(1);
  std::thread opening([&] {
    std::this_thread::sleep_for(milliseconds(100));
    gate.open();
  });
  const auto failure = loop.failure_of_listener();
  opening.join();
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->code(), Exit::unwritable);
  EXPECT_NE(std::string(failure->what()).find("restart the server"), std::string::npos);
  EXPECT_EQ(client.read(), "ok");
}

// For ThreadSanitizer: the last worker may still be in notify() when run() has returned.
TEST(EventLoop, IsDestroyedOnlyAfterItsWorkers) {
  for (int i = 0; i < 40; ++i) {
    auto loop = std::make_unique<RunningLoop>(
        [](const std::string&, bool) {
          return EventLoop::Reply{"ok", true};
        },
        long_timeouts());
    EXPECT_EQ(say(loop->port(), "a\r\n\r\n", seconds(30)), "ok");
    loop.reset();
  }
}

}  // namespace
}  // namespace backfile
