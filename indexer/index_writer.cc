// Many write parts of one index; compaction joins them.
#include "indexer/index_writer.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/disk.h"
#include "indexer/failure.h"
#include "indexer/schema.h"
#include "indexer/text/analyzer.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// Terms that Xapian gathers in memory before it writes them out, some thousand articles' worth.
// Measured (bench/runs): twice as many cost as much time and more memory; without any limit, half
// as much time again and six times the memory, as the lists no longer fit the processor's cache.
constexpr std::uint64_t terms_per_flush = 200'000;

// An index is cut the same way whatever the number of jobs, so that its bytes do not depend on it.
// Enough parts to keep the jobs busy; as few as that, as every part has its own piece of each list
// of postings, even once joined: parts of 2,000 articles cost 6 % more room, of 4,000 2 %.
constexpr std::size_t smallest_part = 2'000;
constexpr std::size_t most_parts = 16;

// Articles next to each other in the spool, as a database of their own.
struct Part {
  std::size_t begin = 0, end = 0;
  fs::path directory;
  Written written = {};
  std::vector<Rejected> rejected = {};
};

// "part-03": in the order of their names.
std::vector<Part> cut(std::size_t articles, const fs::path& raw) {
  const std::size_t size = std::max(smallest_part, (articles + most_parts - 1) / most_parts);
  std::vector<Part> parts;
  for (std::size_t begin = 0; begin < articles; begin += size) {
    std::string number = std::to_string(parts.size());
    number.insert(0, 2 - std::min<std::size_t>(2, number.size()), '0');
    parts.push_back({begin, std::min(begin + size, articles), raw / ("part-" + number)});
  }
  return parts;
}

// Entries whose id has the same key as that of an entry before them.
std::unordered_set<std::size_t> clashes(const Spool& spool) {
  std::unordered_set<std::string> keys;
  std::unordered_set<std::size_t> entries;
  for (std::size_t entry = 0; entry < spool.size(); ++entry) {
    if (!keys.insert(article_key(spool.id(entry))).second) entries.insert(entry);
  }
  return entries;
}

std::uint64_t text_bytes(const Article& article) {
  std::uint64_t bytes = article.title.size() + article.subtitle.size();
  for (const std::string& paragraph : article.body) bytes += paragraph.size();
  for (const std::string& caption : article.captions) bytes += caption.size();
  return bytes;
}

// The writing threads. Ends them when it goes, whatever is left to do.
class PartWriters {
 public:
  PartWriters(const Spool& spool, const Furniture& furniture, std::vector<Part>& parts,
              unsigned jobs)
      : spool_(spool), furniture_(furniture), parts_(parts), clashes_(clashes(spool)) {
    const std::size_t threads = std::min<std::size_t>(jobs, parts.size());
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
  }
  ~PartWriters() { stopped_ = true; }
  PartWriters(const PartWriters&) = delete;
  PartWriters& operator=(const PartWriters&) = delete;

  // Returns once every part is written. What a thread or `progress` throws ends the work.
  void wait(const std::function<void(std::uint64_t)>& progress) {
    constexpr auto pause = std::chrono::milliseconds(50);
    std::unique_lock lock(mutex_);
    while (finished_ < parts_.size() && !failure_) {
      changed_.wait_for(lock, pause);
      lock.unlock();
      progress(done_);
      lock.lock();
    }
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void work() {
    Analyzer analyzer;
    for (std::size_t part = next_++; part < parts_.size() && !stopped_; part = next_++) {
      std::exception_ptr failure;
      try {
        write(parts_[part], analyzer);
      } catch (...) {
        failure = std::current_exception();
        stopped_ = true;
      }
      const std::lock_guard lock(mutex_);
      ++finished_;
      if (failure && !failure_) failure_ = failure;
      changed_.notify_one();
    }
  }

  void write(Part& part, Analyzer& analyzer) {
    // Not synced: nobody will ever read it but the compaction that comes next.
    Xapian::WritableDatabase database(part.directory.string(), Xapian::DB_CREATE_OR_OVERWRITE |
                                                                   Xapian::DB_BACKEND_GLASS |
                                                                   Xapian::DB_NO_SYNC);
    std::uint64_t terms = 0;
    for (std::size_t entry = part.begin; entry < part.end && !stopped_; ++entry, ++done_) {
      Article article = spool_.load(entry).article;
      part.written.taken += furniture_.clean(article);
      const Xapian::Document document = to_document(article, analyzer);
      if (const auto refused = refusal_of(entry, document)) {
        part.rejected.push_back({article.path, article.id, *refused});
        continue;
      }
      database.add_document(document);
      part.written.articles += 1;
      part.written.text_bytes += text_bytes(article);
      part.written.languages[article.language] += 1;
      terms += document.termlist_count();
      if (terms < terms_per_flush) continue;
      database.commit();
      terms = 0;
    }
    database.commit();
  }

  std::optional<std::string> refusal_of(std::size_t entry, const Xapian::Document& document) const {
    if (clashes_.contains(entry)) return "its id has the key of another article's";
    return refusal(document);
  }

  const Spool& spool_;
  const Furniture& furniture_;
  std::vector<Part>& parts_;  // each changed by the one thread that took it
  const std::unordered_set<std::size_t> clashes_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<std::uint64_t> done_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;  // of what follows
  std::condition_variable changed_;
  std::size_t finished_ = 0;
  std::exception_ptr failure_;
  std::vector<std::jthread> threads_;  // last: they end before what they use
};

// Tells the build now and then that compaction goes on.
class CompactionProgress : public Xapian::Compactor {
 public:
  explicit CompactionProgress(const std::function<void()>& progress) : progress_(progress) {}
  void set_status(const std::string&, const std::string&) override { progress_(); }

 private:
  const std::function<void()>& progress_;
};

}  // namespace

std::optional<std::string> refusal(const Xapian::Document& document) {
  constexpr std::size_t longest = 245;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const std::string text = *term;
    const auto nuls = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
    if (text.size() + nuls > longest) return "a word or value is too long to be indexed";
  }
  return std::nullopt;
}

Written write_parts(const Spool& spool, const Furniture& furniture, const fs::path& raw,
                    unsigned jobs,
                    const std::function<void(const Rejected&)>& rejected,
                    const std::function<void(std::uint64_t)>& progress) {
  make_directories(raw);
  std::vector<Part> parts = cut(spool.size(), raw);
  PartWriters(spool, furniture, parts, jobs).wait(progress);
  Written all;
  for (const Part& part : parts) {
    all.articles += part.written.articles;
    all.text_bytes += part.written.text_bytes;
    all.taken += part.written.taken;
    for (const auto& [language, articles] : part.written.languages) {
      all.languages[language] += articles;
    }
    for (const Rejected& lost : part.rejected) rejected(lost);
  }
  return all;
}

void join_parts(const fs::path& raw, const fs::path& joined,
                const std::function<void()>& progress) {
  std::vector<fs::path> parts;
  for (const fs::directory_entry& entry : fs::directory_iterator(raw)) parts.push_back(entry);
  std::sort(parts.begin(), parts.end());
  Xapian::Database all;
  for (const fs::path& part : parts) all.add_database(Xapian::Database(part.string()));
  CompactionProgress compactor(progress);
  all.compact(joined.string(), 0, 0, compactor);
}

void check_database(const fs::path& database, std::uint64_t articles) {
  const std::size_t errors = Xapian::Database::check(database.string());
  const std::uint64_t found = Xapian::Database(database.string()).get_doccount();
  if (errors == 0 && found == articles) return;
  throw Failure(Exit::corrupt, "the new index did not pass its check (" + std::to_string(errors) +
                                   " errors, " + std::to_string(found) + " of " +
                                   std::to_string(articles) +
                                   " articles); check disk and memory and run the command again");
}

}  // namespace backfile
