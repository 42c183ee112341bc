// Many write parts of one index, which are then joined.
#include "indexer/build/index_writer.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "indexer/base/disk.h"
#include "indexer/base/failure.h"
#include "indexer/base/lists.h"
#include "indexer/base/workers.h"
#include "indexer/forward/building/forward_run.h"
#include "indexer/forward/building/join_runs.h"
#include "indexer/forward/forward_index.h"
#include "indexer/index/building/catalogue_run.h"
#include "indexer/index/building/columns_run.h"
#include "indexer/index/building/join_catalogue.h"
#include "indexer/index/building/join_columns.h"
#include "indexer/index/catalogue.h"
#include "indexer/index/columns.h"
#include "indexer/index/generation.h"
#include "indexer/index/schema.h"
#include "indexer/ingest/ingest.h"
#include "indexer/readers/common/reader.h"
#include "indexer/text/analyzer.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// Terms that Xapian gathers in memory before it writes them out, some thousand articles' worth.
// Measured (bench/runs): twice as many cost as much time and more memory; without any limit, half
// as much time again and six times the memory, as the lists no longer fit the processor's cache.
constexpr std::uint64_t terms_per_flush = 200'000;

// Parts open at once while they are joined: six files each, where 1,024 is a usual limit.
constexpr std::size_t most_joined = 64;

// Articles next to each other in the spool, as a database of their own.
struct Part {
  std::size_t begin = 0, end = 0;
  fs::path directory;  // and the name of its run of records
  Written written = {};
  std::vector<Rejected> rejected = {};
};

// "part-003": in the order of their names.
fs::path numbered(const fs::path& raw, const std::string& what, std::size_t number) {
  const std::string digits = std::to_string(number);
  return raw /
         (what + '-' + std::string(3 - std::min<std::size_t>(3, digits.size()), '0') + digits);
}

std::vector<Part> cut(std::size_t articles, const fs::path& raw) {
  const std::size_t size = part_size(articles);
  std::vector<Part> parts;
  for (std::size_t begin = 0; begin < articles; begin += size) {
    parts.push_back({begin, std::min(begin + size, articles), numbered(raw, "part", parts.size())});
  }
  return parts;
}

std::uint64_t text_bytes(const Article& article) {
  std::uint64_t bytes = article.title.size() + article.subtitle.size();
  for (const std::string& paragraph : article.body) bytes += paragraph.size();
  for (const std::string& caption : article.captions) bytes += caption.size();
  return bytes;
}

// The database of a part, made by Xapian.
class PartDatabase {
 public:
  // Not synced: only the compaction that comes next reads it. Without lists of the terms of an
  // article: its record says which words it has.
  explicit PartDatabase(const fs::path& directory)
      : database_(directory.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                                          Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST) {}

  // Why it was not added.
  std::optional<std::string> add(const Article& article) {
    const Xapian::Document document = to_document(article, analyzer_);
    if (auto refused = refusal(document)) return refused;
    database_.add_document(document);
    terms_ += document.termlist_count();
    if (terms_ >= terms_per_flush) finish();
    return std::nullopt;
  }
  void finish() {
    database_.commit();
    terms_ = 0;
  }

 private:
  Xapian::WritableDatabase database_;
  Analyzer analyzer_;
  std::uint64_t terms_ = 0;  // that are not written yet
};

// Writes one part, unless and until `stopped`.
class PartWriter {
 public:
  PartWriter(const Spool& spool, const Boilerplate& boilerplate, DatabaseBuilder builder,
             const std::atomic<bool>& stopped, std::atomic<std::uint64_t>& done)
      : spool_(spool),
        boilerplate_(boilerplate),
        builder_(builder),
        stopped_(stopped),
        done_(done) {}

  void write(Part& part) {
    std::optional<PartDatabase> database;
    std::optional<FiltersRun> filters;
    if (builder_ == DatabaseBuilder::api) {
      database.emplace(part.directory);
    } else {
      filters.emplace(part.directory);
    }
    ForwardRun run(part.directory);
    ColumnsRun columns(part.directory);
    CatalogueRun catalogue(part.directory);
    for (std::size_t entry = part.begin; entry < part.end && !stopped_; ++entry, ++done_) {
      Article article = spool_.load(entry).article;
      const RecordOrigin origin = {content_hash(article), std::string(readers_fingerprint)};
      const Boilerplate::Removed removed = boilerplate_.clean(article);
      part.written.removed += removed;
      if (auto refused = database ? database->add(article) : std::nullopt) {
        part.rejected.push_back(rejection_of(article, std::move(*refused)));
        continue;
      }
      if (filters) filters->add(article);
      run.add(article, origin);
      columns.add(article);
      catalogue.add(article);
      std::vector<Rejected> notes = spool_.notes(entry);
      report_removed(article, removed, notes);
      append(part.rejected, notes);
      count(part, article);
    }
    if (database) database->finish();
    if (filters) filters->finish();
    run.finish();
    columns.finish();
    catalogue.finish();
  }

 private:
  static void count(Part& part, const Article& article) {
    part.written.articles += 1;
    part.written.text_bytes += text_bytes(article);
    part.written.languages[article.language] += 1;
  }

  const Spool& spool_;
  const Boilerplate& boilerplate_;
  const DatabaseBuilder builder_;
  const std::atomic<bool>& stopped_;
  std::atomic<std::uint64_t>& done_;
};

// Calls the build's progress function now and then during compaction.
class CompactionProgress : public Xapian::Compactor {
 public:
  explicit CompactionProgress(const std::function<void()>& progress) : progress_(progress) {}
  void set_status(const std::string&, const std::string&) override { progress_(); }

 private:
  const std::function<void()>& progress_;
};

void compact(std::span<const fs::path> parts, const fs::path& joined,
             Xapian::Compactor& compactor) {
  Xapian::Database all;
  for (const fs::path& part : parts) all.add_database(Xapian::Database(part.string()));
  all.compact(joined.string(), 0, 0, compactor);
}

// Joins groups of parts until few enough are left to be joined at once. Deletes what it has joined.
std::vector<fs::path> join_neighbours(const std::vector<fs::path>& parts, const fs::path& raw,
                                      unsigned jobs, const std::function<void()>& progress) {
  std::vector<fs::path> groups((parts.size() + most_joined - 1) / most_joined);
  Workers workers(jobs, groups.size(), [&](const std::atomic<bool>&) {
    return [&](std::size_t group) {
      const std::size_t begin = group * most_joined;
      const std::span members =
          std::span(parts).subspan(begin, std::min(most_joined, parts.size() - begin));
      Xapian::Compactor silent;
      groups[group] = numbered(raw, "group", group);
      compact(members, groups[group], silent);
      for (const fs::path& part : members) fs::remove_all(part);
    };
  });
  workers.wait(progress);
  return groups;
}

}  // namespace

std::size_t part_size(std::size_t articles) {
  // Every part has its own piece of each list of postings, even once joined: measured on 21,578
  // stories, two parts take 15.7 MB, five 17.3, eleven 19.3.
  constexpr std::size_t smallest = 2'000, few = 2, most = 256;
  const double times = std::sqrt(static_cast<double>(articles) / (smallest * few));
  const auto grown = static_cast<std::size_t>(std::ceil(smallest * std::max(1.0, times)));
  return std::max(grown, (articles + most - 1) / most);
}

std::optional<std::string> refusal(const Xapian::Document& document) {
  constexpr std::size_t longest = 245;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const std::string text = *term;
    const auto nuls = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
    if (text.size() + nuls > longest) return "a word or value is too long to be indexed";
  }
  return std::nullopt;
}

Written write_parts(const Spool& spool, const Boilerplate& boilerplate, const fs::path& raw,
                    const WritingOptions& options,
                    const std::function<void(const Rejected&)>& rejected,
                    const std::function<void(std::uint64_t)>& progress) {
  make_directories(raw);
  std::vector<Part> parts = cut(spool.size(), raw);
  std::atomic<std::uint64_t> done = 0;
  Workers workers(options.jobs, parts.size(), [&](const std::atomic<bool>& stopped) {
    const auto writer =
        std::make_shared<PartWriter>(spool, boilerplate, options.builder, stopped, done);
    return [&parts, writer](std::size_t part) { writer->write(parts[part]); };
  });
  workers.wait([&] { progress(done); });
  Written all;
  for (const Part& part : parts) {
    all.articles += part.written.articles;
    all.text_bytes += part.written.text_bytes;
    all.removed += part.written.removed;
    all.filters.push_back({part.directory, static_cast<std::uint32_t>(part.written.articles)});
    for (const auto& [language, articles] : part.written.languages) {
      all.languages[language] += articles;
    }
    for (const Rejected& lost : part.rejected) rejected(lost);
  }
  return all;
}

void join_parts(const fs::path& raw, const fs::path& joined, unsigned jobs,
                const std::function<void()>& progress) {
  std::vector<fs::path> parts;
  for (const fs::directory_entry& entry : fs::directory_iterator(raw)) {
    if (entry.is_directory()) parts.push_back(entry);
  }
  std::sort(parts.begin(), parts.end());
  if (parts.size() > most_joined) parts = join_neighbours(parts, raw, jobs, progress);
  CompactionProgress compactor(progress);
  compact(parts, joined, compactor);
}

void join_runs_of_parts(const fs::path& raw, const fs::path& generation, unsigned jobs,
                        const std::function<void()>& progress) {
  std::vector<fs::path> runs;
  for (const fs::directory_entry& entry : fs::directory_iterator(raw)) {
    if (entry.path().extension() == ".records") runs.push_back(fs::path(entry).replace_extension());
  }
  std::sort(runs.begin(), runs.end());
  const fs::path forward = forward_of(generation);
  make_directories(forward);
  join_runs(runs, forward, analyzer_fingerprint(), progress, {.jobs = jobs});
  const Lexicon lexicon(forward);
  join_columns(runs, generation, lexicon, progress);
  join_catalogue(runs, generation, lexicon, progress);
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

void check_forward(const fs::path& generation, std::uint64_t articles,
                   const std::function<void()>& progress) {
  const ForwardIndex index(forward_of(generation));
  index.verify(progress);
  Columns(generation, index).verify();
  Catalogue(generation, index).verify(progress);
  if (index.size() == articles) return;
  throw Failure(Exit::corrupt, "the new forward index has " + std::to_string(index.size()) +
                                   " of " + std::to_string(articles) +
                                   " articles; check disk and memory and run the command again");
}

}  // namespace backfile
