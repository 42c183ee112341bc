// The recipe, in build() at the end: what is done in which order, and why in that one. A stage
// before publishing that fails leaves nothing behind; whatever fails after it undoes nothing.
#include "indexer/build/builder.h"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <thread>
#include <utility>

#include "indexer/base/disk.h"
#include "indexer/base/failure.h"
#include "indexer/base/workers.h"
#include "indexer/boilerplate/boilerplate_file.h"
#include "indexer/build/direct_database.h"
#include "indexer/build/glass/direct_writing.h"
#include "indexer/build/index_writer.h"
#include "indexer/index/generation.h"
#include "indexer/index/schema.h"
#include "indexer/ingest/ingest.h"
#include "indexer/ingest/rejection_log.h"
#include "indexer/ingest/spool.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// INDEX/building for as long as the build lasts. Publishing moves it away; all else removes it.
class Workplace {
 public:
  explicit Workplace(const fs::path& index) : path_(begin_generation(index)) {}
  ~Workplace() {
    std::error_code ignored;  // the next build removes what this one cannot
    fs::remove_all(path_, ignored);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// What the process has used so far.
struct Resources {
  double processor_seconds = 0;
  std::uint64_t peak_memory = 0;  // bytes
};

Resources resources() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return {seconds(used.ru_utime) + seconds(used.ru_stime),
          static_cast<std::uint64_t>(used.ru_maxrss) * 1024};
}

// Runs stages, tells of progress and notes what each took.
class Stages {
 public:
  Stages(const BuildOptions& options, BuildReport& report) : options_(options), report_(report) {}

  template <typename Work>
  void run(std::string_view name, const Work& work) {
    name_ = name;
    tell(0, 0);
    const auto start = std::chrono::steady_clock::now();
    const double before = resources().processor_seconds;
    work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const Resources now = resources();
    report_.stages.push_back({std::string(name), took.count(), now.processor_seconds - before});
    report_.peak_memory = now.peak_memory;
  }

  void tell(std::uint64_t done, std::uint64_t total) const {
    if (options_.progress) options_.progress({name_, done, total, articles});
  }

  std::uint64_t articles = 0;

 private:
  const BuildOptions& options_;
  BuildReport& report_;
  std::string_view name_;
};

unsigned jobs_of(const BuildOptions& options) {
  return options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

Failure nothing_readable(const BuildOptions& options, const RejectionLog& rejections) {
  std::string message = "not one article could be read from " + options.sources.front();
  if (options.sources.size() > 1) message += " and the other sources";
  if (rejections.first())
    message += " (" + rejections.first()->path + ": " + rejections.first()->reason + ")";
  return Failure(Exit::unreadable, message + "; the index was left as it was");
}

Manifest describe(const BuildOptions& options, const BuildReport& report) {
  Manifest manifest;
  manifest.schema = schema_version;
  manifest.analyzer = analyzer_version;
  manifest.stems = Stemmer::fingerprint();
  manifest.program = BACKFILE_VERSION;
  manifest.documents = report.articles;
  for (const auto& [reason, count] : report.rejections.by_reason) manifest.rejected += count;
  manifest.text_bytes = report.text_bytes;
  manifest.languages = report.languages;
  manifest.sources = options.sources;
  manifest.settings = {{"jobs", std::to_string(jobs_of(options))},
                       {"keep", std::to_string(options.keep)},
                       {"xapian", Xapian::version_string()}};
  return manifest;
}

// One build: the stages, each with what it takes from those before and adds to the report.
class Build {
 public:
  explicit Build(const BuildOptions& options)
      : options_(options),
        index_(options.index),
        listing_(list_articles(options.sources, options.names)),
        lock_(index_),
        workplace_(index_),
        rejections_(workplace_.path() / "rejected.jsonl"),
        stages_(options, report_) {
    if (options.begun) options.begun();
    report_.passed_over = listing_.passed_over;
    compare_with(generation_before(index_));
    choose_builder();
  }

  void write_articles();
  void close_rejections();
  void join();
  void check();
  void publish();
  void prune();

  BuildReport report() && { return std::move(report_); }

 private:
  void compare_with(std::optional<GenerationBefore> before);
  void choose_builder();
  void join_directly();
  void order(Spool& spool, ArchiveBoilerplate& boilerplate);
  void index(const Spool& spool, Ingest& ingest);
  using Half = std::function<void(const std::function<void()>& step)>;
  void at_once(const Half& first, const Half& second);
  void tell(std::uint64_t done, std::uint64_t total, std::uint64_t articles) {
    stages_.articles = articles;
    stages_.tell(done, total);
  }

  const BuildOptions& options_;
  const fs::path index_;
  const Listing listing_;
  const IndexLock lock_;
  const Workplace workplace_;
  const fs::path raw_ = workplace_.path() / "raw";
  const fs::path articles_ = database_of(workplace_.path());
  BuildReport report_;
  DatabaseBuilder builder_ = options_.builder;
  std::vector<FinishedFilters> filters_;  // of the parts, for the direct builder
  RejectionLog rejections_;
  Stages stages_;
  const std::function<void(const Rejected&)> reject_ = [this](const Rejected& rejected) {
    rejections_.add(rejected);
  };
};

void Build::compare_with(std::optional<GenerationBefore> before) {
  if (!before) return;
  if (!before->fault.empty()) {
    report_.warnings.push_back(
        "the generation in use could not be read (" + before->fault + "); the new one " +
        (before->name.empty()
             ? "may have fewer articles: no generation on disk says how many it has"
             : "is compared with " + before->name +
                   ", the newest on disk that says how many articles it has"));
  }
  if (!before->name.empty()) report_.before = std::move(before);
}

void Build::choose_builder() {
  if (builder_ != DatabaseBuilder::direct) return;
  const auto fault = direct_writing_fault(workplace_.path() / "trial");
  if (!fault) return;
  builder_ = DatabaseBuilder::api;
  report_.warnings.push_back("the index was built through Xapian, which takes longer, since " +
                             *fault);
}

// The spool and what was learnt live in here alone: their files are gone, and their memory free,
// before the parts are joined.
void Build::write_articles() {
  Spool spool(workplace_.path());
  Ingest ingest(spool, reject_, options_.boilerplate);
  const auto progress = [&](std::uint64_t done, std::uint64_t total) {
    tell(done, total, spool.size());
  };
  stages_.run("reading", [&] { ingest.read(listing_.files, progress, jobs_of(options_)); });
  stages_.run("cleaning", [&] { ingest.clean(progress); });
  report_.left_out = ingest.left_out();
  stages_.run("ordering", [&] { order(spool, ingest.boilerplate()); });
  if (spool.size() == 0) throw nothing_readable(options_, rejections_);
  stages_.run("indexing", [&] { index(spool, ingest); });
  if (report_.articles == 0) throw nothing_readable(options_, rejections_);  // Xapian refused all
  write_boilerplate(workplace_.path(), ingest.boilerplate());
}

// Behind the cleaning, as versions that differ in boilerplate alone say the same.
void Build::order(Spool& spool, ArchiveBoilerplate& boilerplate) {
  report_.repeated =
      spool.deduplicate([&](Article& article) { boilerplate.boilerplate.clean(article); }, reject_,
                        [&] { stages_.tell(0, 0); });
}

void Build::index(const Spool& spool, Ingest& ingest) {
  ArchiveBoilerplate& boilerplate = ingest.boilerplate();
  const Written written =
      write_parts(spool, boilerplate.boilerplate, raw_, {jobs_of(options_), builder_}, reject_,
                  [&](std::uint64_t done) { tell(done, spool.size(), spool.size()); });
  boilerplate.removed = written.removed;
  boilerplate.removed += ingest.removed();
  filters_ = written.filters;
  report_.articles = written.articles;
  report_.text_bytes = written.text_bytes;
  report_.languages = written.languages;
  report_.boilerplate = boilerplate.removed;
  report_.boilerplate_rules =
      boilerplate.boilerplate.rules().size() + boilerplate.scraped.boilerplate().size();
  if (written.removed.words > 0)
    report_.left_out[std::string(shared_by_many)] += written.removed.words;
}

// The two halves of an index, by two threads if there may be as many. Each calls `step` now and
// then, which ends it once the other has failed or the build was stopped.
void Build::at_once(const Half& first, const Half& second) {
  Workers workers(jobs_of(options_), 2, [&](const std::atomic<bool>& stopped) {
    const auto step = [&] {
      if (stopped) throw Failure(Exit::interrupted, "stopped");
    };
    return [&, step](std::size_t half) { half == 0 ? first(step) : second(step); };
  });
  workers.wait([&] { stages_.tell(0, 0); });
}

void Build::close_rejections() {
  rejections_.close();
  report_.rejections = rejections_.counts();
}

void Build::join() {
  stages_.articles = report_.articles;
  if (builder_ == DatabaseBuilder::direct) {
    join_directly();
  } else {
    stages_.run("compacting", [&] {
      at_once([&](const auto& step) { join_parts(raw_, articles_, jobs_of(options_), step); },
              [&](const auto& step) { join_runs_of_parts(raw_, workplace_.path(), 1, step); });
    });
  }
  remove_tree(raw_);
}

void Build::join_directly() {
  stages_.run("joining", [&] {
    join_runs_of_parts(raw_, workplace_.path(), jobs_of(options_), [&] { stages_.tell(0, 0); });
  });
  stages_.run("inverting", [&] {
    write_database(filters_, workplace_.path(), raw_ / "inverted", jobs_of(options_),
                   [&](std::uint64_t done) { stages_.tell(done, report_.articles); });
  });
}

void Build::check() {
  stages_.run("checking", [&] {
    at_once([&](const auto&) { check_database(articles_, report_.articles); },
            [&](const auto& step) { check_forward(workplace_.path(), report_.articles, step); });
  });
}

void Build::publish() {
  stages_.run("publishing", [&] {
    Manifest manifest = describe(options_, report_);
    backfile::publish(index_, manifest);
    report_.generation = manifest.generation;
  });
  report_.rejected_list = index_ / "generations" / report_.generation / "rejected.jsonl";
}

void Build::prune() try {
  report_.index_bytes = bytes_below(index_ / "generations" / report_.generation);
  const std::string before = report_.before ? report_.before->name : std::string();
  backfile::prune(index_, options_.keep, before);
  if (report_.before && fs::exists(index_ / "generations" / before)) {
    report_.rollback_command = rollback_command(index_, before);
  }
} catch (...) {
  report_.warnings.push_back("an old generation could not be removed: " +
                             std::string(current_failure().what()));
}

}  // namespace

BuildReport build(const BuildOptions& options) {
  Build build(options);
  build.write_articles();
  build.close_rejections();  // before they are published: a full disk may show only now
  build.join();
  build.check();

  // Beyond this point the new index is whole; nobody reads it yet.
  build.publish();

  // Beyond this point it is in use, so what fails now is a warning.
  build.prune();
  return std::move(build).report();
}

}  // namespace backfile
