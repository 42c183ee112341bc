// From articles to records and to a lexicon, in bytes of text a second, one thread.
//
//   records_bench [--benchmark_...] FILE...     of what `backfile read` prints; a sample each
//
// Each figure carries what was found (units, forms) as proof that the same work was done. The
// records go to a file of the system's folder for temporary files.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "bench/read_articles.h"
#include "indexer/forward/article_text.h"
#include "indexer/forward/building/forward_run.h"
#include "indexer/forward/building/join_runs.h"
#include "indexer/forward/forward_index.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/units.h"

namespace {

using namespace backfile;
namespace fs = std::filesystem;

struct Sample {
  std::string name;
  std::vector<Article> articles;
  std::size_t bytes = 0;
};

Sample read_sample(const std::string& file) {
  Sample sample{fs::path(file).stem().string(), {}, 0};
  bench::read_articles({file}, [&](const Article& article) {
    for (const auto& part : text_of(article)) sample.bytes += part.text.size();
    sample.articles.push_back(article);
  });
  return sample;
}

void report(benchmark::State& state, const Sample& sample, std::size_t found) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(sample.bytes));
  state.counters["found"] = static_cast<double>(found);
}

// Runs `count` over every text; it returns how many things it found.
template <class Count>
void measure_texts(benchmark::State& state, const Sample& sample, Count count) {
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const Article& article : sample.articles) {
      for (const auto& part : text_of(article)) found += count(part.text, article.language);
    }
    benchmark::DoNotOptimize(found);
  }
  report(state, sample, found);
}

void units(benchmark::State& state, const Sample& sample) {
  UnitReader reader;
  measure_texts(state, sample, [&](std::string_view text, const std::string& language) {
    return reader.read(text, language).size();
  });
}

void analyzer(benchmark::State& state, const Sample& sample) {
  Analyzer analyzer;
  measure_texts(state, sample, [&](std::string_view text, const std::string& language) {
    return analyzer.analyze(text, language).size();
  });
}

class Directory {
 public:
  Directory() { fs::create_directories(path); }
  ~Directory() { fs::remove_all(path); }

  const fs::path path = fs::temp_directory_path() / ("records-bench-" + std::to_string(::getpid()));
};

void write_run(const Sample& sample, const fs::path& path) {
  ForwardRun run(path);
  for (const Article& article : sample.articles) run.add(article, {{}, "bench"});
  run.finish();
}

// One run from nothing, as a build has them.
void records(benchmark::State& state, const Sample& sample) {
  const Directory directory;
  for (auto _ : state) write_run(sample, directory.path / "run");
  report(state, sample, sample.articles.size());
}

// The lexicon with its forms, and all records with their last numbers.
void join(benchmark::State& state, const Sample& sample) {
  const Directory directory;
  for (auto _ : state) {
    state.PauseTiming();
    write_run(sample, directory.path / "run");
    state.ResumeTiming();
    const fs::path runs[] = {directory.path / "run"};
    join_runs(runs, directory.path, "bench", [] {});
  }
  const ForwardIndex index(directory.path);
  report(state, sample, index.lexicon().end_form() - first_form);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  std::vector<Sample> samples;
  for (int i = 1; i < argc; ++i) samples.push_back(read_sample(argv[i]));
  const std::pair<const char*, void (*)(benchmark::State&, const Sample&)> suites[] = {
      {"analyzer", analyzer}, {"units", units}, {"records", records}, {"join", join}};
  for (const auto& [name, run] : suites) {
    for (const Sample& sample : samples) {
      benchmark::RegisterBenchmark((std::string(name) + "/" + sample.name).c_str(), run,
                                   std::cref(sample))
          ->Unit(benchmark::kMillisecond);
    }
  }
  benchmark::RunSpecifiedBenchmarks();
}
