// Many analyze, one writes.
#include "indexer/index_writer.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/failure.h"
#include "indexer/ordered_queue.h"
#include "indexer/schema.h"
#include "indexer/text/analyzer.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// Terms that Xapian gathers in memory before it writes them out. Measured: fewer keep its tables in
// the processor's cache, too few rewrite the same blocks again and again.
constexpr std::uint64_t terms_per_flush = 400'000;

// Documents that may wait for the writer, by analyzing thread.
constexpr std::size_t waiting_per_job = 32;

// What an analyzing thread makes of one article.
struct Analyzed {
  Xapian::Document document;
  std::uint64_t terms = 0;
  std::uint64_t text_bytes = 0;
  std::string key, language, path;
  std::optional<std::string> refused;
  std::exception_ptr failure;  // the environment's: ends the build
};

std::uint64_t text_bytes(const Article& article) {
  std::uint64_t bytes = article.title.size() + article.subtitle.size();
  for (const std::string& paragraph : article.body) bytes += paragraph.size();
  for (const std::string& caption : article.captions) bytes += caption.size();
  return bytes;
}

Analyzed analyze(const Spool& spool, std::size_t entry, Analyzer& analyzer) {
  const Article article = spool.load(entry).article;
  Analyzed analyzed;
  analyzed.document = to_document(article, analyzer);
  analyzed.terms = analyzed.document.termlist_count();
  analyzed.text_bytes = text_bytes(article);
  analyzed.key = article_key(article.id);
  analyzed.language = article.language;
  analyzed.path = article.path;
  analyzed.refused = refusal(analyzed.document);
  return analyzed;
}

// The analyzing threads. Ends them when it goes, whatever is still in the queue.
class Analysts {
 public:
  Analysts(const Spool& spool, unsigned jobs) : spool_(spool), queue_(jobs * waiting_per_job) {
    for (unsigned job = 0; job < jobs; ++job) threads_.emplace_back([this] { work(); });
  }
  ~Analysts() { queue_.stop(); }
  Analysts(const Analysts&) = delete;
  Analysts& operator=(const Analysts&) = delete;

  Analyzed next() {
    Analyzed analyzed = queue_.take();
    if (analyzed.failure) std::rethrow_exception(analyzed.failure);
    return analyzed;
  }

 private:
  void work() {
    Analyzer analyzer;
    for (std::size_t entry = next_++; entry < spool_.size(); entry = next_++) {
      Analyzed analyzed;
      try {
        analyzed = analyze(spool_, entry, analyzer);
      } catch (...) {
        analyzed.failure = std::current_exception();
      }
      if (!queue_.put(entry, std::move(analyzed))) return;
    }
  }

  const Spool& spool_;
  OrderedQueue<Analyzed> queue_;
  std::atomic<std::size_t> next_ = 0;
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

Written write_database(const Spool& spool, const fs::path& raw, unsigned jobs,
                       const std::function<void(const Rejected&)>& rejected,
                       const std::function<void(std::uint64_t)>& progress) {
  constexpr int throw_away = Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
  Xapian::WritableDatabase database(
      raw.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS | throw_away);
  Written written;
  std::unordered_set<std::string> keys;
  std::uint64_t terms = 0;
  Analysts analysts(spool, jobs);
  for (std::size_t entry = 0; entry < spool.size(); ++entry) {
    progress(entry);
    Analyzed article = analysts.next();
    if (!article.refused && !keys.insert(article.key).second) {
      article.refused = "its id has the key of another article's";
    }
    if (article.refused) {
      rejected({article.path, spool.id(entry), *article.refused});
      continue;
    }
    database.add_document(article.document);
    written.articles += 1;
    written.text_bytes += article.text_bytes;
    written.languages[article.language] += 1;
    terms += article.terms;
    if (terms >= terms_per_flush) {
      database.commit();
      terms = 0;
    }
  }
  database.commit();
  return written;
}

void compact_database(const fs::path& raw, const fs::path& compact,
                      const std::function<void()>& progress) {
  CompactionProgress compactor(progress);
  Xapian::Database(raw.string()).compact(compact.string(), 0, 0, compactor);
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
