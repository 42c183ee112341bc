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
    thread_ = std::thread([this] {
      try {
        lobby_->run();
      } catch (const Failure& failure) {
        failure_ = failure;
      }
    });
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
  // What run() ended with, once the listener was taken away from it.
  std::optional<Failure> failure_without_listener() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    return failure_;
  }

 private:
  int listener_;
  std::optional<Failure> failure_;
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

const std::string question = "a\r\n\r\n";

// Visitors who have had an answer and keep their connections, the one idle for longest first.
class Regulars {
 public:
  Regulars(int port, int count) {
    for (int i = 0; i < count; ++i) {
      visitors_.push_back(std::make_unique<RawVisitor>(port));
      EXPECT_TRUE(is_served(visitors_.size() - 1));
    }
  }
  bool is_served(std::size_t number) {
    visitors_[number]->send(question);
    return visitors_[number]->read_some() == "ok";
  }

 private:
  std::vector<std::unique_ptr<RawVisitor>> visitors_;
};

Lobby::Reply ok(const std::string&, bool) {
  return {"ok", false};
}

LobbyLimits room_for(std::size_t connections) {
  LobbyLimits limits = patient();
  limits.connections = connections;
  limits.head = seconds(5);  // less than they may be idle: a newcomer's time is up before
  return limits;
}

TEST(Lobby, SendsNobodyHomeWhileNobodyElseComes) {
  RunningLobby lobby(ok, room_for(4));
  Regulars regulars(lobby.port(), 4);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_TRUE(regulars.is_served(i));
}

TEST(Lobby, SendsWhoHasBeenIdleLongestHomeForANewcomer) {
  RunningLobby lobby(ok, room_for(4));
  Regulars regulars(lobby.port(), 4);
  EXPECT_TRUE(regulars.is_served(0)) << "now the second has been idle for longest";
  RawVisitor newcomer(lobby.port());
  std::this_thread::sleep_for(milliseconds(50));  // says nothing at first
  RawVisitor next(lobby.port());
  std::this_thread::sleep_for(milliseconds(50));
  for (RawVisitor* visitor : {&newcomer, &next}) {
    visitor->send(question);
    EXPECT_EQ(visitor->read_some(), "ok");
  }
  EXPECT_FALSE(regulars.is_served(1));
  EXPECT_FALSE(regulars.is_served(2));
  EXPECT_TRUE(regulars.is_served(3));
  EXPECT_TRUE(regulars.is_served(0));
}

TEST(Lobby, SendsNobodyHomeWhoIsBeingAnswered) {
  Gate gate;
  RunningLobby lobby(
      [&](const std::string&, bool) {
        gate.wait();
        return Lobby::Reply{"ok", true};
      },
      room_for(2));
  RawVisitor first(lobby.port()), second(lobby.port());
  first.send(question);
  second.send(question);
  gate.until_waiting(2);
  RawVisitor newcomer(lobby.port());
  newcomer.send(question);
  EXPECT_EQ(newcomer.read_some(milliseconds(200)), "") << "there is no room yet";
  gate.open();
  for (RawVisitor* visitor : {&first, &second, &newcomer}) EXPECT_EQ(visitor->read_some(), "ok");
}

TEST(Lobby, SendsNobodyHomeWhoseRequestIsComingIn) {
  RunningLobby lobby(ok, room_for(2));
  RawVisitor slow(lobby.port());
  slow.send("a\r\n");
  Regulars regulars(lobby.port(), 1);
  RawVisitor newcomer(lobby.port());
  newcomer.send(question);
  EXPECT_EQ(newcomer.read_some(), "ok");
  slow.send("\r\n");
  EXPECT_EQ(slow.read_some(), "ok");
  EXPECT_FALSE(regulars.is_served(0));
}

TEST(Lobby, IsNotHeldByRequestsThatDoNotComeToAnEnd) {
  LobbyLimits limits = room_for(2);
  limits.head = seconds(60);
  limits.undisturbed = milliseconds(100);
  RunningLobby lobby(ok, limits);
  RawVisitor first(lobby.port()), second(lobby.port());
  first.send("a\r\n");
  std::this_thread::sleep_for(milliseconds(20));
  second.send("a\r\n");
  RawVisitor newcomer(lobby.port());
  newcomer.send(question);
  EXPECT_EQ(newcomer.read_some(seconds(30)), "ok");
  second.send("\r\n");
  EXPECT_EQ(second.read_some(), "ok") << "the first was slower";
}

TEST(Lobby, AnswersWhatIsUnderWayBeforeItTellsThatItsListenerIsDead) {
  Gate gate;
  RunningLobby lobby(
      [&](const std::string&, bool) {
        gate.wait();
        return Lobby::Reply{"ok", false};
      },
      patient());
  RawVisitor visitor(lobby.port());
  visitor.send(question);
  gate.until_waiting(1);
  std::thread opening([&] {
    std::this_thread::sleep_for(milliseconds(100));
    gate.open();
  });
  const auto failure = lobby.failure_without_listener();
  opening.join();
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->code(), Exit::unwritable);
  EXPECT_NE(std::string(failure->what()).find("start the server again"), std::string::npos);
  EXPECT_EQ(visitor.read(), "ok");
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
