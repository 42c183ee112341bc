// Tasks are ranges of docids with about the same number of words; a task writes a run, or several
// where its postings are more than a batch may hold.
#include "indexer/build/inversion/inversion.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "indexer/base/disk.h"
#include "indexer/base/workers.h"
#include "indexer/build/inversion/posting_batch.h"
#include "indexer/build/inversion/record_terms.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

struct Task {
  std::uint32_t begin = 0, end = 0;  // docids
};

// What a thread may use for its batches.
struct Share {
  unsigned threads = 1;
  std::size_t postings = 0;     // of a batch
  std::size_t other_bytes = 0;  // of the terms that are not known, and of what is remembered
};

Share share_of(const KnownTerms& known, const InversionOptions& options) {
  constexpr std::size_t bytes_of_posting = 12, bytes_of_known = 8;
  constexpr std::size_t fewest_postings = std::size_t{1} << 14;
  const std::size_t counters = bytes_of_known * known.size();
  const std::size_t whole = options.memory - std::min(options.memory, known.bytes());
  const auto rest_of = [&](unsigned threads) {
    const std::size_t each = whole / threads;
    return each - std::min(each, counters);
  };
  // Half for postings, half for all others.
  const auto postings_of = [&](unsigned threads) {
    return rest_of(threads) / 2 / bytes_of_posting;
  };
  Share share = {.threads = std::max(1U, options.jobs)};
  while (share.threads > 1 && postings_of(share.threads) < fewest_postings) --share.threads;
  share.postings = std::clamp(postings_of(share.threads), fewest_postings,
                              std::max(fewest_postings, options.postings));
  share.other_bytes = std::max(rest_of(share.threads) / 2, fewest_postings * bytes_of_posting);
  return share;
}

std::vector<Task> cut(const ForwardIndex& index, const Share& share) {
  // About as many postings as words, and enough tasks for all threads.
  constexpr std::uint64_t fewest_words = 100'000, tasks_per_thread = 4;
  const std::uint64_t even = index.positions() / (share.threads * tasks_per_thread);
  const std::uint64_t words =
      std::min<std::uint64_t>(share.postings * 3 / 4, std::max(even, fewest_words));
  std::vector<Task> tasks;
  std::uint64_t gathered = 0;
  for (std::uint32_t docid = 1; docid <= index.size(); ++docid) {
    if (tasks.empty() || gathered >= words) {
      tasks.push_back({docid, docid});
      gathered = 0;
    }
    tasks.back().end = docid + 1;
    gathered += index.record(docid).codes.size() + 1;
  }
  return tasks;
}

// What all threads have in common.
struct Shared {
  const ForwardIndex& index;
  const KnownTerms& known;
  const FiltersFrom& filters;
  const fs::path& directory;
  const Share share;
  std::vector<std::uint32_t>& lengths;
  TwinTerms& twins;
  std::atomic<std::uint64_t> done = 0;
  std::mutex mutex = {};                        // of what follows
  std::map<std::uint32_t, fs::path> runs = {};  // by their first docid
};

class Inverter {
 public:
  Inverter(Shared& shared, const std::atomic<bool>& stopped)
      : shared_(shared),
        stopped_(stopped),
        article_(shared.index, shared.known),
        batch_(shared.known) {}

  void invert(const Task& task) {
    const NextFilters next_filters = shared_.filters(task.begin);
    for (std::uint32_t docid = task.begin; docid < task.end && !stopped_; ++docid) {
      article_.read(docid, next_filters());
      batch_.add(docid, article_.terms());
      shared_.lengths[docid - 1] = article_.length();
      ++shared_.done;
      if (is_full()) write();
    }
    if (batch_.articles() > 0) write();
  }

 private:
  bool is_full() const {
    return batch_.postings() >= shared_.share.postings ||
           batch_.articles() == PostingBatch::most_articles || remembers_too_much();
  }

  bool remembers_too_much() const { return article_.bytes() >= shared_.share.other_bytes; }

  void write() {
    const std::uint32_t first = batch_.first_docid();
    const fs::path run = shared_.directory / ("run-" + std::to_string(first));
    batch_.write(run, article_.numbers(), shared_.twins);
    if (remembers_too_much()) article_.forget();
    const std::lock_guard lock(shared_.mutex);
    shared_.runs.emplace(first, run);
  }

  Shared& shared_;
  const std::atomic<bool>& stopped_;
  RecordTerms article_;
  PostingBatch batch_;
};

}  // namespace

Inversion invert(const ForwardIndex& index, const KnownTerms& known, const FiltersFrom& filters,
                 const fs::path& directory, const InversionOptions& options,
                 const std::function<void(std::uint64_t)>& progress) {
  make_directories(directory);
  Inversion inversion;
  inversion.lengths.resize(index.size());
  const auto twins = std::make_shared<TwinTerms>(known);
  inversion.twins = twins;
  Shared shared = {.index = index,
                   .known = known,
                   .filters = filters,
                   .directory = directory,
                   .share = share_of(known, options),
                   .lengths = inversion.lengths,
                   .twins = *twins};
  const std::vector<Task> tasks = cut(index, shared.share);
  Workers workers(shared.share.threads, tasks.size(), [&](const std::atomic<bool>& stopped) {
    const auto inverter = std::make_shared<Inverter>(shared, stopped);
    return [&tasks, inverter](std::size_t task) { inverter->invert(tasks[task]); };
  });
  workers.wait([&] { progress(shared.done); });
  for (auto& [first, run] : shared.runs) inversion.runs.push_back(std::move(run));
  return inversion;
}

}  // namespace backfile
