// Measures the inversion of a forward index: from records to sorted postings, and to Xapian's tables.
//
//   backfile read SOURCE... > articles.jsonl
//   inversion_speed articles.jsonl [THREADS]
//
// Prints seconds of wall and of processor time, and MB of text a second of wall. Filters are made
// beforehand, as a build has them.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bench/read_articles.h"
#include "indexer/base/failure.h"
#include "indexer/build/glass/glass_writer.h"
#include "indexer/build/inversion/inversion.h"
#include "indexer/build/inversion/merged_postings.h"
#include "indexer/forward/building/forward_run.h"
#include "indexer/forward/building/join_runs.h"
#include "indexer/index/schema.h"

namespace {

using namespace backfile;
namespace fs = std::filesystem;

struct Archive {
  std::vector<std::vector<std::string>> filters;  // by docid, from 1 on
  double text_bytes = 0;
};

// The forward index in `directory`.
Archive store(const std::string& file, const fs::path& directory) {
  Archive archive;
  ForwardRun run(directory / "run");
  bench::read_articles({file}, [&](const Article& article) {
    run.add(article, {{}, "bench"});
    archive.filters.push_back(filter_terms(article));
    for (const auto& part : text_of(article)) {
      archive.text_bytes += static_cast<double>(part.text.size());
    }
  });
  run.finish();
  const fs::path runs[] = {directory / "run"};
  join_runs(runs, directory, "bench", [] {});
  return archive;
}

class Stopwatch {
 public:
  explicit Stopwatch(double text_bytes) : text_bytes_(text_bytes) {}

  void measure(const char* stage, const std::function<void()>& work) const {
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf("%-28s %7.3f s, %7.3f s of processors, %6.0f MB/s\n", stage, took.count(),
                static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC,
                text_bytes_ / 1e6 / took.count());
  }

 private:
  double text_bytes_;
};

void measure(const Archive& archive, const fs::path& directory, unsigned threads) {
  const ForwardIndex index(directory);
  const Stopwatch stopwatch(archive.text_bytes);
  std::printf("%u articles, %.1f MB of text, %zu forms, %llu words; %u threads\n", index.size(),
              archive.text_bytes / 1e6, index.lexicon().size(),
              static_cast<unsigned long long>(index.positions()), threads);
  std::optional<KnownTerms> known;
  Inversion inversion;
  stopwatch.measure("terms of all forms", [&] { known.emplace(index.lexicon()); });
  stopwatch.measure("records to runs", [&] {
    const FiltersFrom filters = [&](std::uint32_t docid) {
      return [&, next = docid - 1]() mutable { return archive.filters[next++]; };
    };
    inversion = invert(index, *known, filters, directory / "inversion", {.jobs = threads},
                       [](std::uint64_t) {});
  });
  std::printf("%zu runs\n", inversion.runs.size());
  std::uint64_t terms = 0, postings = 0;
  stopwatch.measure("runs merged", [&] {
    MergedPostings merged(*known, inversion);
    while (merged.next_term()) {
      ++terms;
      for (Posting posting; merged.next(posting);) ++postings;
    }
  });
  stopwatch.measure("runs merged into tables", [&] {
    MergedPostings merged(*known, inversion);
    GlassWriter writer(directory / "database", {.sync = false});
    for (std::uint32_t docid = 1; docid <= index.size(); ++docid) {
      writer.add_document(docid, inversion.lengths[docid - 1], "");
    }
    while (merged.next_term()) {
      writer.begin_term(merged.term(), merged.documents(), merged.occurrences());
      for (Posting posting; merged.next(posting);) writer.add_posting(posting.docid, posting.wdf);
    }
    writer.leave_out(merged.left_out());
    writer.finish({1});
  });
  std::printf("%llu terms, %llu postings\n", static_cast<unsigned long long>(terms),
              static_cast<unsigned long long>(postings));
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 2 || argc > 3) {
    std::fprintf(stderr, "inversion_speed articles.jsonl [THREADS]\n");
    return 2;
  }
  const fs::path directory = fs::temp_directory_path() / "inversion_speed";
  fs::remove_all(directory);
  fs::create_directories(directory);
  const Archive archive = store(argv[1], directory);
  measure(archive, directory, argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 1);
  fs::remove_all(directory);
  return 0;
} catch (const std::exception& failure) {
  std::fprintf(stderr, "%s\n", failure.what());
  return 1;
}
