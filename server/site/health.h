// Whether the archive answers at all, for those who send visitors here or elsewhere.
//
// A load balancer that is told of a failure takes the whole archive off, so a question that fails is
// not reported as such: it only makes the archive suspect. Whether it fails for all is then found out
// by asking what any archive can answer. site.h tells of failures and shows the verdict at /healthz
// and /readyz. Safe on any thread.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <utility>

#include "query/search/searcher.h"

namespace backfile {

class Health {
 public:
  // Whether the archive answers. Called by one thread at a time; must not throw.
  using Probe = std::function<bool()>;
  explicit Health(Probe probe) : probe_(std::move(probe)) {}

  void note_failure();  // of a request, which the archive was at fault for
  std::uint64_t failures() const { return failures_; }

  // Asks the archive if it is suspect; costs nothing otherwise.
  bool is_failing();
  // Asks it as well if it was not asked within the last second.
  bool is_failing_now();

 private:
  void look();

  const Probe probe_;
  std::atomic<std::uint64_t> failures_ = 0;
  std::atomic<bool> suspect_ = false;
  std::atomic<bool> failing_ = false;
  std::mutex looking_;
  std::chrono::steady_clock::time_point looked_{};  // guarded by it
};

// A probe: asks for the newest article and for the words of its headline; where that fails, the
// same of the oldest, since one of them may be what is damaged. For one thread at a time.
class ArchiveProbe {
 public:
  bool answers(Searcher& searcher);

 private:
  // Found once for each generation, as that takes a look at all articles.
  struct Sample {
    std::string generation, key, headline;
  };
  static void ask(Searcher& searcher, Sort end, Sample& sample);

  Sample newest_, oldest_;
};

}  // namespace backfile
