// A counting semaphore with a bounded queue and a timeout, which std::counting_semaphore lacks.
#include "server/site/admission_control.h"

namespace backfile {

std::optional<AdmissionControl::Permit> AdmissionControl::acquire() {
  std::unique_lock lock(mutex_);
  if (running_ >= limits_.running) {
    if (queued_ >= limits_.queued) return std::nullopt;
    ++queued_;
    const bool is_free = released_.wait_for(lock, limits_.queue_timeout,
                                            [this] { return running_ < limits_.running; });
    --queued_;
    if (!is_free) return std::nullopt;
  }
  ++running_;
  return Permit(*this);
}

bool AdmissionControl::is_saturated() const {
  const std::lock_guard lock(mutex_);
  return running_ >= limits_.running && queued_ >= limits_.queued;
}

void AdmissionControl::release() {
  {
    const std::lock_guard lock(mutex_);
    --running_;
  }
  released_.notify_one();
}

}  // namespace backfile
