// The recipe: what is done in which order, and what is undone when it fails.
#include "indexer/build/builder.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "indexer/base/disk.h"
#include "indexer/base/failure.h"
#include "indexer/boilerplate/boilerplate_file.h"
#include "indexer/build/index_writer.h"
#include "indexer/index/generation.h"
#include "indexer/index/schema.h"
#include "indexer/ingest/ingest.h"
#include "indexer/ingest/rejection_log.h"
#include "indexer/ingest/spool.h"
#include "indexer/readers/input/encoding.h"

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

// Runs stages, tells of progress and notes how long each took.
class Stages {
 public:
  Stages(const BuildOptions& options, BuildReport& report) : options_(options), report_(report) {}

  template <typename Work>
  void run(std::string_view name, const Work& work) {
    name_ = name;
    tell(0, 0);
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    report_.seconds.emplace_back(name, took.count());
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

}  // namespace

BuildReport build(const BuildOptions& options) {
  const Listing listing = list_articles(options.sources, options.names);
  const fs::path index = options.index;
  const IndexLock lock(index);
  if (options.begun) options.begun();
  const Workplace workplace(index);
  const fs::path raw = workplace.path() / "raw";
  const fs::path articles = workplace.path() / "articles";

  BuildReport report;
  report.passed_over = listing.passed_over;
  report.before = generation_before(index);
  RejectionLog rejections(workplace.path() / "rejected.jsonl");
  Stages stages(options, report);
  const auto reject = [&](const Rejected& rejected) { rejections.add(rejected); };

  {
    Spool spool(workplace.path());
    Ingest ingest(spool, reject, options.boilerplate);
    const auto tell = [&](std::uint64_t done, std::uint64_t total) {
      stages.articles = spool.size();
      stages.tell(done, total);
    };
    stages.run("reading", [&] { ingest.read(listing.files, tell); });
    stages.run("cleaning", [&] { ingest.clean(tell); });
    report.left_out = ingest.left_out();
    stages.run("ordering", [&] {
      // Versions that differ in boilerplate alone say the same.
      report.repeated = spool.deduplicate(
          [&](Article& article) { ingest.boilerplate().boilerplate.clean(article); }, reject,
          [&] { stages.tell(0, 0); });
    });

    // Beyond this point every article is there once, in the order of the index.
    if (spool.size() == 0) throw nothing_readable(options, rejections);
    stages.run("indexing", [&] {
      const Written written =
          write_parts(spool, ingest.boilerplate().boilerplate, raw, jobs_of(options), reject,
                      [&](std::uint64_t done) { tell(done, spool.size()); });
      report.articles = written.articles;
      report.text_bytes = written.text_bytes;
      report.languages = written.languages;
      report.boilerplate = ingest.boilerplate().removed = written.removed;
      report.boilerplate_rules = ingest.boilerplate().boilerplate.rules().size();
      if (written.removed.words > 0)
        report.left_out[std::string(shared_by_many)] += written.removed.words;
    });
    write_boilerplate(workplace.path(), ingest.boilerplate());
  }
  if (report.articles == 0) throw nothing_readable(options, rejections);
  rejections.close();
  report.rejections = rejections.counts();

  stages.articles = report.articles;
  stages.run("compacting", [&] {
    join_parts(raw, articles, jobs_of(options), [&] { stages.tell(0, 0); });
    remove_tree(raw);
  });
  stages.run("checking", [&] { check_database(articles, report.articles); });

  // Beyond this point the new index is whole; nobody reads it yet.
  stages.run("publishing", [&] {
    Manifest manifest = describe(options, report);
    publish(index, manifest);
    report.generation = manifest.generation;
  });

  // Beyond this point the new index is in use: whatever fails now does not undo that.
  const fs::path generation = index / "generations" / report.generation;
  report.rejected_list = generation / "rejected.jsonl";
  try {
    report.index_bytes = bytes_below(generation);
    prune(index, options.keep, report.before ? report.before->name : std::string());
    if (report.before && fs::exists(index / "generations" / report.before->name)) {
      report.rollback_command = rollback_command(index, report.before->name);
    }
  } catch (...) {
    report.warnings.push_back("an old generation could not be removed: " +
                              std::string(current_failure().what()));
  }
  return report;
}

}  // namespace backfile
