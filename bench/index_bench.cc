// Articles into an index: the whole build by number of jobs, and making documents alone.
//
// The counters give articles a second and the size of the index over that of the text.
#include <benchmark/benchmark.h>

#include <vector>

#include "bench/archive_generator.h"
#include "bench/made_up_index.h"
#include "indexer/index/schema.h"

namespace backfile::bench {
namespace {

constexpr std::size_t archive_size = 8'000;

void build_index(benchmark::State& state) {
  static const MadeUpIndex made(archive_size);
  BuildReport report;
  for (auto _ : state) report = made.build(static_cast<unsigned>(state.range(0)));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(report.articles));
  state.counters["articles"] = static_cast<double>(report.articles);
  state.counters["index/text"] =
      static_cast<double>(report.index_bytes) / static_cast<double>(report.text_bytes);
}
BENCHMARK(build_index)
    ->ArgName("jobs")
    ->Arg(1)
    ->Arg(2)
    ->Arg(4)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void make_documents(benchmark::State& state) {
  std::vector<Article> articles;
  ArchiveGenerator generator({.articles = 500});
  for (Article article; generator.next(article);) articles.push_back(article);
  Analyzer analyzer;
  std::uint64_t terms = 0;
  for (auto _ : state) {
    terms = 0;
    for (const Article& article : articles) {
      terms += to_document(article, analyzer).termlist_count();
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(articles.size()));
  state.counters["terms"] = static_cast<double>(terms);
}
BENCHMARK(make_documents)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace backfile::bench
