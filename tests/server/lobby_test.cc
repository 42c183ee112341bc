// The lobby alone, with answers made up here.
#include "server/http/lobby.h"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/server/running_service.h"

namespace backfile {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class RunningLobby {
 public:
  RunningLobby(Lobby::Answer answer, const LobbyLimits& limits)
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
    lobby_ = std::make_unique<Lobby>(listener_, std::move(answer), limits);
    thread_ = std::thread([this] { lobby_->run(); });
  }
  ~RunningLobby() {
    stop();
    lobby_.reset();
    ::close(listener_);
  }
  void stop() {
    if (!thread_.joinable()) return;
    lobby_->stop();
    thread_.join();
  }
  int port() const { return port_; }

 private:
  int listener_;
  int port_ = 0;
  std::unique_ptr<Lobby> lobby_;
  std::thread thread_;
};

LobbyLimits patient() {
  LobbyLimits limits;
  limits.workers = 4;
  limits.idle = limits.head = limits.sending = seconds(60);
  return limits;
}

// A gate that a test opens.
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

TEST(Lobby, HandsOverWholeHeadsOnly) {
  RunningLobby lobby(
      [](const std::string& head, bool) {
        return Lobby::Reply{"<" + head + ">", true};
      },
      patient());
  RawVisitor visitor(lobby.port());
  for (const char c : std::string("GET / HTTP/1.1\r\nHost: a\r\n\r\n")) {
    ASSERT_TRUE(visitor.send(std::string_view(&c, 1)));
    std::this_thread::sleep_for(milliseconds(1));
  }
  EXPECT_EQ(visitor.read(), "<GET / HTTP/1.1\r\nHost: a\r\n\r\n>");
}

TEST(Lobby, KeepsAConnectionForItsNumberOfRequests) {
  LobbyLimits limits = patient();
  limits.requests = 3;
  RunningLobby lobby(
      [](const std::string&, bool last) {
        return Lobby::Reply{last ? "last." : "more,", false};
      },
      limits);
  RawVisitor visitor(lobby.port());
  visitor.send("a\r\n\r\nb\r\n\r\nc\r\n\r\nd\r\n\r\n");
  EXPECT_EQ(visitor.read(), "more,more,last.");
}

TEST(Lobby, KeepsNobodyWaitingForThoseWhoDoNotRead) {
  const std::string flood(24 << 20, 'x');  // more than the kernel buffers
  RunningLobby lobby(
      [&](const std::string& head, bool) {
        return head.starts_with("flood") ? Lobby::Reply{flood, true} : Lobby::Reply{"here", true};
      },
      patient());
  std::vector<std::unique_ptr<RawVisitor>> visitors;
  for (int i = 0; i < 12; ++i) {
    visitors.push_back(std::make_unique<RawVisitor>(lobby.port(), 2048));
    ASSERT_TRUE(visitors.back()->send("flood\r\n\r\n"));
  }
  EXPECT_EQ(say(lobby.port(), "hello\r\n\r\n", seconds(30)), "here");
}

TEST(Lobby, SendsLargeAnswersWholeToThoseWhoReadSlowly) {
  const std::string large(24 << 20, 'x');
  RunningLobby lobby(
      [&](const std::string&, bool) {
        return Lobby::Reply{large, true};
      },
      patient());
  RawVisitor visitor(lobby.port(), 65536);
  visitor.send("a\r\n\r\n");
  EXPECT_EQ(visitor.read(seconds(30)).size(), large.size());
}

TEST(Lobby, FinishesWhatRunsWhenItIsStopped) {
  Gate gate;
  RunningLobby lobby(
      [&](const std::string&, bool) {
        gate.wait();
        return Lobby::Reply{"finished", false};
      },
      patient());
  std::vector<std::unique_ptr<RawVisitor>> visitors;
  for (int i = 0; i < 4; ++i) {
    visitors.push_back(std::make_unique<RawVisitor>(lobby.port()));
    visitors.back()->send("a\r\n\r\n");
  }
  gate.until_waiting(4);
  RawVisitor idle(lobby.port());
  std::thread stopping([&] { lobby.stop(); });
  EXPECT_EQ(idle.read(seconds(30)), "") << "idle connections are closed at once";
  gate.open();
  for (const auto& visitor : visitors) EXPECT_EQ(visitor->read(seconds(30)), "finished");
  stopping.join();
}

TEST(Lobby, AnswersMoreVisitorsThanWorkers) {
  std::atomic<int> answered = 0;
  RunningLobby lobby(
      [&](const std::string&, bool) {
        ++answered;
        return Lobby::Reply{"ok", true};
      },
      patient());
  std::vector<std::thread> visitors;
  for (int i = 0; i < 50; ++i)
    visitors.emplace_back([&] { EXPECT_EQ(say(lobby.port(), "a\r\n\r\n", seconds(30)), "ok"); });
  for (std::thread& visitor : visitors) visitor.join();
  EXPECT_EQ(answered, 50);
}

// For ThreadSanitizer: the last worker may still be at the bell when run() has returned.
TEST(Lobby, GoesOnlyAfterItsWorkers) {
  for (int i = 0; i < 40; ++i) {
    auto lobby = std::make_unique<RunningLobby>(
        [](const std::string&, bool) {
          return Lobby::Reply{"ok", true};
        },
        patient());
    EXPECT_EQ(say(lobby->port(), "a\r\n\r\n", seconds(30)), "ok");
    lobby.reset();
  }
}

}  // namespace
}  // namespace backfile
