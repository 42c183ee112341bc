// Measures the forward index on an archive: lossless, bytes a word, rare words, scans, lexicon.
//
//   backfile read SOURCE... > articles.jsonl
//   forward_gate articles.jsonl                      that archive itself
//   forward_gate --generate 100000 articles.jsonl    one in five languages that is learnt from it
//
// Prints tables in Markdown. Times are processor time, the least of five repetitions.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "bench/forward_measures.h"
#include "bench/learned_archive.h"
#include "bench/read_articles.h"
#include "indexer/base/failure.h"
#include "indexer/forward/building/forward_run.h"
#include "indexer/forward/building/join_runs.h"

namespace {

using namespace backfile;
using namespace backfile::bench;
namespace fs = std::filesystem;

// What a build may hold of keys before it closes a run.
constexpr std::size_t run_memory = std::size_t{128} << 20;

struct Options {
  std::size_t generate = 0;
  std::uint64_t seed = 1;
  fs::path directory = fs::temp_directory_path() / "forward_gate";
  std::vector<std::string> files;
};

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const bool last = i + 1 == argc;
    if (argument == "--generate" && !last) {
      options.generate = std::strtoul(argv[++i], nullptr, 10);
    } else if (argument == "--seed" && !last) {
      options.seed = std::strtoul(argv[++i], nullptr, 10);
    } else if (argument == "--directory" && !last) {
      options.directory = argv[++i];
    } else {
      options.files.push_back(argument);
    }
  }
  if (options.files.empty()) {
    throw Failure(Exit::usage,
                  "usage: forward_gate [--generate N] [--seed N] [--directory DIR] FILE.jsonl...");
  }
  return options;
}

void make_articles(const Options& options, const std::function<void(const Article&)>& each) {
  if (options.generate == 0) return read_articles(options.files, each);
  LearnedArchive archive(options.seed);
  read_articles(options.files, [&](const Article& article) { archive.learn(article); });
  archive.check();
  for (std::size_t i = 1; i <= options.generate; ++i) each(archive.next(i));
}

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Built {
  std::uint64_t text_bytes = 0;
  std::size_t runs = 0;
  double run_seconds = 0, join_seconds = 0;
};

// Without the time that the generator takes.
Built build(const Options& options) {
  Built built;
  std::vector<fs::path> runs;
  std::unique_ptr<ForwardRun> run;
  make_articles(options, [&](const Article& article) {
    for (const auto& part : text_of(article)) built.text_bytes += part.text.size();
    const double begun = cpu_seconds();
    if (!run) {
      runs.push_back(options.directory / ("run-" + std::to_string(runs.size())));
      run = std::make_unique<ForwardRun>(runs.back());
    }
    run->add(article, {{}, "bench"});
    if (run->memory() > run_memory) {
      run->finish();
      run.reset();
    }
    built.run_seconds += cpu_seconds() - begun;
  });
  if (run) run->finish();
  const double begun = cpu_seconds();
  join_runs(runs, options.directory, "bench", [] {});
  built.join_seconds = cpu_seconds() - begun;
  built.runs = runs.size();
  return built;
}

void report(const Built& built, const ForwardIndex& index) {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const double megabytes = static_cast<double>(built.text_bytes) / 1e6;
  std::printf("%u articles, %.1f MB of text, %zu forms, %zu runs of at most %zu MB.\n",
              index.size(), megabytes, index.lexicon().size(), built.runs, run_memory >> 20);
  std::printf("Runs %.1f MB/s, joined %.1f MB/s, at most %.0f MB resident.\n",
              megabytes / built.run_seconds, megabytes / built.join_seconds,
              static_cast<double>(usage.ru_maxrss) / 1e3);
  const double begun = cpu_seconds();
  index.verify([] {});
  std::printf("Every article came back byte for byte; verified at %.0f MB/s.\n\n",
              megabytes / (cpu_seconds() - begun));
  print_files(index, built.text_bytes);
  print_languages(index);
  print_lexicon(index);
  print_scans(index);
  print_rebuilding(index);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Options options = read_options(argc, argv);
    fs::create_directories(options.directory);
    const Built built = build(options);
    report(built, ForwardIndex(options.directory));
  } catch (...) {
    const Failure failure = current_failure();
    std::fprintf(stderr, "%s\n", failure.what());
    return static_cast<int>(failure.code());
  }
}
