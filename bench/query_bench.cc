// Questions to an index as visitors ask them, from parsing to snippets.
//
// The index is made of an archive of 5,000 made-up articles, or is the one that BACKFILE_INDEX
// names, if it was made of the generator's (seed 1): the words asked for are those of its first
// article. The counters say how many articles were found and shown, as proof of the same work.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <vector>

#include "bench/archive_generator.h"
#include "bench/made_up_index.h"
#include "query/search/searcher.h"

namespace backfile::bench {
namespace {

struct Question {
  const char* name;
  Request request;
};

Request asking(const char* query) {
  Request request;
  request.query = query;
  return request;
}

std::vector<Question> questions() {
  Request newest = asking("year"), page_50 = asking("year"), filtered = asking("year");
  Request any = asking("year said many"), facets = asking("year");
  newest.sort = Sort::newest;
  page_50.offset = 980;
  filtered.filters[FieldId::section] = {"Science"};
  filtered.from = "2010";
  filtered.to = "2012";
  any.match = Match::any;
  facets.facets = {"section", "author", "year"};
  Request some = asking("frurdtrack stierdmung"), topic = some;
  some.match = Match::any;
  topic.match = Match::topic;
  // Without passages, which cost as much as they are worth: other articles have other ones.
  Request bare = asking("year"), any_bare = any;
  bare.snippets = any_bare.snippets = false;
  Request recent = bare, any_recent = any_bare;
  recent.ranking.recency_half_life = any_recent.ranking.recency_half_life = 700;
  return {{"frequent_word", asking("year")},
          {"middling_word", asking("frurdtrack")},
          {"two_words", asking("frurdtrack year")},
          {"phrase_of_names", asking("\"Shoack Sheftgous\"")},
          {"phrase_of_frequent_words", asking("\"she said\"")},
          {"relaxed", asking("frurdtrack stierdmung joolters whompfoards pandkovant")},
          {"any_of_frequent_words", any},
          {"any_of_middling_words", some},
          {"topic_of_middling_words", topic},
          {"frequent_word_bare", bare},
          {"frequent_word_bare_with_recency", recent},
          {"any_of_frequent_words_bare", any_bare},
          {"any_of_frequent_words_bare_with_recency", any_recent},
          {"filtered", filtered},
          {"newest_first", newest},
          {"page_50", page_50},
          {"facets", facets}};
}

void ask(benchmark::State& state, Searcher& searcher, const Request& request) {
  Answer answer;
  for (auto _ : state) answer = searcher.search(request);
  state.counters["found"] = static_cast<double>(answer.total);
  state.counters["shown"] = static_cast<double>(answer.hits.size());
}

}  // namespace
}  // namespace backfile::bench

int main(int argc, char** argv) {
  using namespace backfile;
  benchmark::Initialize(&argc, argv);
  const char* named = std::getenv("BACKFILE_INDEX");
  std::optional<bench::MadeUpIndex> made;
  if (named == nullptr) made.emplace(5'000);
  Searcher searcher(open_archive(made ? made->index() : std::filesystem::path(named)));
  for (const auto& [name, request] : bench::questions()) {
    benchmark::RegisterBenchmark(name, [&searcher, asked = request](benchmark::State& state) {
      bench::ask(state, searcher, asked);
    })->Unit(benchmark::kMillisecond);
  }
  benchmark::RunSpecifiedBenchmarks();
}
