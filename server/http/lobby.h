// Where connections wait: one thread watches all of them, workers meet whole requests only.
//
// cpp-httplib gives each connection a thread for life, so that as many slow visitors as there are
// threads stop it. Here a visitor who sends slowly, reads slowly or says nothing costs a place in a
// list, and every wait has an end. Uses connection.h and crew.h; http_server.h knows the answers.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/http/connection.h"
#include "server/http/crew.h"

namespace backfile {

struct LobbyLimits {
  std::size_t workers = 48;
  std::size_t connections = 512;  // beyond: whoever has been idle longest must go
  std::size_t head_bytes = 32768;
  std::size_t unsent_bytes = 64 << 20;           // of all slow readers together
  std::size_t requests = 1000;                   // of one connection
  std::chrono::milliseconds idle{30'000};        // between requests
  std::chrono::milliseconds head{5'000};         // from the first byte of a request to its last
  std::chrono::milliseconds undisturbed{1'000};  // of these: nobody is sent home to make room
  std::chrono::milliseconds sending{20'000};
  std::chrono::milliseconds hanging_up{1'000};
  std::chrono::milliseconds stopping{3'000};  // for what is under way when stop() is called
};

class Lobby {
 public:
  struct Reply {
    std::string bytes;
    bool close = false;
  };
  // Called by workers, many at once; must not throw. `last`: the connection closes afterwards.
  using Answer = std::function<Reply(const std::string& head, bool last)>;

  // `listener` listens and does not block; it stays the caller's. Failure if the system denies a
  // descriptor.
  Lobby(int listener, Answer answer, const LobbyLimits& limits = {});
  Lobby(const Lobby&) = delete;
  Lobby& operator=(const Lobby&) = delete;

  // Serves on the calling thread until stop(). Failure{unwritable} if the listener dies, once the
  // requests under way are answered.
  void run();

  // From any thread. Requests under way are answered first.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  using Guest = std::shared_ptr<Connection>;

  void wait_for_events();
  void welcome();
  bool is_full();
  std::vector<Guest>::iterator dispensable();
  void attend(Guest guest);
  void seat(Guest guest);
  void hand_over(Guest guest, std::string head);
  void take_back_answered();
  void send_home_the_late();
  bool all_gone();

  // An eventfd: stop() and the workers ring it, which ends a wait for events.
  struct Bell {
    Bell();
    ~Bell();
    Bell(const Bell&) = delete;
    Bell& operator=(const Bell&) = delete;
    void ring() const;
    void quieten() const;
    const int descriptor;
  };

  const int listener_;
  const Bell bell_;
  const Answer answer_;
  const LobbyLimits limits_;
  std::atomic<bool> stopping_{false};

  int listener_error_ = 0;  // of which the listener has died
  std::vector<Guest> waiting_;
  Clock::time_point welcomes_again_{};  // after there was no room for anybody

  std::mutex mutex_;
  std::vector<Guest> answered_;
  std::size_t with_workers_ = 0;

  Crew crew_;  // last, so that it goes first: its workers use all of the above
};

}  // namespace backfile
