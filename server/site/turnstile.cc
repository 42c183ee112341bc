// See turnstile.h.
#include "server/site/turnstile.h"

namespace backfile {

std::optional<Turnstile::Pass> Turnstile::enter() {
  std::unique_lock lock(mutex_);
  if (inside_ >= limits_.inside) {
    if (waiting_ >= limits_.waiting) return std::nullopt;
    ++waiting_;
    const bool free =
        someone_left_.wait_for(lock, limits_.patience, [this] { return inside_ < limits_.inside; });
    --waiting_;
    if (!free) return std::nullopt;
  }
  ++inside_;
  return Pass(*this);
}

bool Turnstile::is_crowded() const {
  const std::lock_guard lock(mutex_);
  return inside_ >= limits_.inside && waiting_ >= limits_.waiting;
}

void Turnstile::leave() {
  {
    const std::lock_guard lock(mutex_);
    --inside_;
  }
  someone_left_.notify_one();
}

}  // namespace backfile
