// Postings into a database of Xapian: directly, on one and on two threads, and through its API.
//
// Terms by Zipf's law, on average a hundred in each document, known beforehand both by term and by
// document: only writing is measured. The API is not told to wait for the disk; direct writing does.
// The counters give postings and bytes of their table a second.
#include <benchmark/benchmark.h>
#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "indexer/build/glass/glass_writer.h"

namespace backfile::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t terms_of_each = 100;
constexpr std::uint32_t api_flush = 10'000;  // documents

// Of the first ten terms each is in every document, of the next ten in every second, and so on.
struct Postings {
  explicit Postings(std::uint32_t documents) : by_document(documents) {
    const std::uint32_t wanted = documents * terms_of_each;
    for (std::uint32_t made = 0; made < wanted;) {
      const auto number = static_cast<std::uint32_t>(by_term.size());
      const std::uint32_t step = number / 10 + 1;
      std::vector<std::uint32_t>& docids = by_term.emplace_back();
      for (std::uint32_t i = number * 7919 % step; i < documents; i += step) {
        docids.push_back(i + 1);
        by_document[i].push_back(number);
      }
      made += static_cast<std::uint32_t>(docids.size());
      all += docids.size();
    }
  }
  std::vector<std::vector<std::uint32_t>> by_term, by_document;
  std::uint64_t all = 0;
};

const Postings& postings_of(std::uint32_t documents) {
  static std::uint32_t held = 0;
  static Postings postings(0);
  if (held != documents) postings = Postings(documents);
  held = documents;
  return postings;
}

// In the order of their numbers.
std::string term_of(std::uint32_t number) {
  return "term" + std::to_string(10'000'000 + number);
}

std::uint32_t wdf_of(std::uint32_t docid) {
  return 1 + docid % 3;
}

// Where nothing is.
fs::path fresh_directory() {
  const fs::path directory = fs::temp_directory_path() / "backfile-glass-bench";
  fs::remove_all(directory);
  return directory;
}

template <class Postlist>
void add_terms(const Postings& postings, std::size_t begin, std::size_t end, Postlist& postlist) {
  for (std::size_t i = begin; i < end; ++i) {
    std::uint64_t occurrences = 0;
    for (const std::uint32_t docid : postings.by_term[i]) occurrences += wdf_of(docid);
    postlist.begin_term(term_of(static_cast<std::uint32_t>(i)),
                        static_cast<std::uint32_t>(postings.by_term[i].size()), occurrences);
    for (const std::uint32_t docid : postings.by_term[i]) {
      postlist.add_posting(docid, wdf_of(docid));
    }
  }
}

// Ranges of terms of about as many postings each, two at a time.
void add_ranges(const Postings& postings, const fs::path& directory, GlassWriter& writer) {
  constexpr std::uint64_t range_size = 1'000'000;
  std::vector<std::size_t> begins = {0};
  std::uint64_t size = 0;
  for (std::size_t i = 0; i < postings.by_term.size(); ++i) {
    size += postings.by_term[i].size();
    if (size < range_size) continue;
    begins.push_back(i + 1);
    size = 0;
  }
  begins.push_back(postings.by_term.size());
  PostlistRange first(directory), second(directory);
  for (std::size_t i = 0; i + 1 < begins.size(); i += 2) {
    std::thread other([&] {
      if (i + 2 < begins.size()) add_terms(postings, begins[i + 1], begins[i + 2], second);
    });
    add_terms(postings, begins[i], begins[i + 1], first);
    other.join();
    writer.add(first);
    writer.add(second);
  }
}

void write_directly(const Postings& postings, const fs::path& directory, bool threads) {
  GlassWriter writer(directory, {.deflate = false});
  for (std::uint32_t i = 0; i < postings.by_document.size(); ++i) {
    const auto terms = static_cast<std::uint32_t>(postings.by_document[i].size());
    writer.add_document(i + 1, terms * wdf_of(i + 1), {});
  }
  if (threads) {
    add_ranges(postings, directory, writer);
  } else {
    add_terms(postings, 0, postings.by_term.size(), writer);
  }
  writer.finish({});
}

void write_by_api(const Postings& postings, const fs::path& directory) {
  Xapian::WritableDatabase database(
      directory.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
  for (std::uint32_t i = 0; i < postings.by_document.size(); ++i) {
    Xapian::Document document;
    for (const std::uint32_t term : postings.by_document[i]) {
      document.add_term(term_of(term), wdf_of(i + 1));
    }
    database.add_document(document);
    if (i % api_flush == api_flush - 1) database.commit();
  }
  database.commit();
}

template <class Write>
void measure(benchmark::State& state, Write write) {
  const Postings& postings = postings_of(static_cast<std::uint32_t>(state.range(0)));
  std::uintmax_t bytes = 0;
  for (auto _ : state) {
    const fs::path directory = fresh_directory();
    write(postings, directory);
    bytes = fs::file_size(directory / "postlist.glass");
  }
  fs::remove_all(fresh_directory());
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(postings.all));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  state.counters["postings"] = static_cast<double>(postings.all);
  state.counters["bytes/posting"] = static_cast<double>(bytes) / static_cast<double>(postings.all);
}

void direct(benchmark::State& state) {
  measure(state, [](const auto& postings, const auto& directory) {
    write_directly(postings, directory, false);
  });
}
void direct_on_two_threads(benchmark::State& state) {
  measure(state, [](const auto& postings, const auto& directory) {
    write_directly(postings, directory, true);
  });
}
void through_the_api(benchmark::State& state) {
  measure(state, write_by_api);
}
BENCHMARK(direct)->Arg(20'000)->Arg(200'000)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(direct_on_two_threads)
    ->Arg(20'000)
    ->Arg(200'000)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(through_the_api)->Arg(20'000)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace backfile::bench
