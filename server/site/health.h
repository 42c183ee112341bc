// Whether the archive answers at all, for load balancers and monitoring.
//
// A load balancer that sees a failure takes the whole archive out of service, so one failed search
// only makes the archive suspect. A probe, a search that any archive can answer, then finds out
// whether all of them fail. site.h notes failures and reports the result at /healthz and /readyz.
// Safe on any thread.
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
  // True if the archive answers. Called by one thread at a time; must not throw.
  using Probe = std::function<bool()>;
  explicit Health(Probe probe) : probe_(std::move(probe)) {}

  void note_failure();  // of a request, for a reason that lies in the archive
  std::uint64_t failures() const { return failures_; }

  // Probes the archive if it is suspect; costs nothing otherwise.
  bool is_failing();
  // Also probes it if the last probe is more than a second old.
  bool is_failing_now();

 private:
  void probe_now();

  const Probe probe_;
  std::atomic<std::uint64_t> failures_ = 0;
  std::atomic<bool> suspect_ = false;
  std::atomic<bool> failing_ = false;
  std::mutex probing_;
  std::chrono::steady_clock::time_point probed_{};  // guarded by probing_
};

// The probe: fetches the newest article and searches for the words of its headline. If that fails
// it tries the oldest, since just one article may be damaged. One thread at a time.
class ArchiveProbe {
 public:
  bool answers(Searcher& searcher);

 private:
  // Looked up once per generation, because that search reads the dates of all articles.
  struct Sample {
    std::string generation, key, headline;
  };
  static void ask(Searcher& searcher, Sort end, Sample& sample);

  Sample newest_, oldest_;
};

}  // namespace backfile
