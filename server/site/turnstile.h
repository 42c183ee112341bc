// Lets a few searches run at a time, a few more wait, and sends the rest away at once.
//
// More searches at a time than cores only slow each other down. Who must wait too long, or finds
// too many waiting, is told to come back (503), so that there is always a thread left for what
// costs nothing. Used by site.h. Safe on any thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <utility>

namespace backfile {

struct TurnstileLimits {
  std::size_t inside = 4;
  std::size_t waiting = 32;
  std::chrono::milliseconds patience{2000};
};

class Turnstile {
 public:
  explicit Turnstile(const TurnstileLimits& limits) : limits_(limits) {}

  // Held while inside.
  class Pass {
   public:
    explicit Pass(Turnstile& turnstile) : turnstile_(&turnstile) {}
    Pass(Pass&& other) noexcept : turnstile_(std::exchange(other.turnstile_, nullptr)) {}
    Pass& operator=(Pass&&) = delete;
    ~Pass() {
      if (turnstile_ != nullptr) turnstile_->leave();
    }

   private:
    Turnstile* turnstile_;
  };

  // Waits if need be; nothing if it is too crowded.
  std::optional<Pass> enter();

  // Whether enter() would send the next one away at once.
  bool is_crowded() const;

 private:
  void leave();

  const TurnstileLimits limits_;
  mutable std::mutex mutex_;
  std::condition_variable someone_left_;
  std::size_t inside_ = 0;
  std::size_t waiting_ = 0;
};

}  // namespace backfile
