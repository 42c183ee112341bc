// Admission control: a few searches run at a time, a few more queue, the rest are refused at once.
//
// Running more searches than there are cores only slows all of them down. A request that waits too
// long, or finds the queue full, is answered 503, so that a worker is always free for requests that
// cost nothing, such as assets and health checks. Used by site.h. Safe on any thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <utility>

namespace backfile {

struct AdmissionLimits {
  std::size_t running = 4;
  std::size_t queued = 32;
  std::chrono::milliseconds queue_timeout{2000};
};

class AdmissionControl {
 public:
  explicit AdmissionControl(const AdmissionLimits& limits) : limits_(limits) {}
  AdmissionControl(const AdmissionControl&) = delete;
  AdmissionControl& operator=(const AdmissionControl&) = delete;

  // The right to run, given back by its destructor. Must not outlive the AdmissionControl.
  class Permit {
   public:
    Permit(Permit&& other) noexcept : control_(std::exchange(other.control_, nullptr)) {}
    Permit& operator=(Permit&&) = delete;
    ~Permit() {
      if (control_ != nullptr) control_->release();
    }

   private:
    friend class AdmissionControl;
    explicit Permit(AdmissionControl& control) : control_(&control) {}

    AdmissionControl* control_;
  };

  // Blocks while the request is queued; no permit if the queue is full or the wait took too long.
  std::optional<Permit> acquire();

  // Whether acquire() would refuse the next request at once.
  bool is_saturated() const;

 private:
  void release();

  const AdmissionLimits limits_;
  mutable std::mutex mutex_;
  std::condition_variable released_;
  std::size_t running_ = 0;
  std::size_t queued_ = 0;
};

}  // namespace backfile
