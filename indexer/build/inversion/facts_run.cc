// Front to back, from one run to the next.
#include "indexer/build/inversion/facts_run.h"

#include <utility>

#include "indexer/forward/article_text.h"
#include "indexer/index/schema.h"

namespace backfile {
namespace {

std::filesystem::path with(const std::filesystem::path& run, const char* ending) {
  return run.string() + ending;
}

// From some article on.
class FiltersReader {
 public:
  FiltersReader(std::span<const FinishedFacts> runs, std::uint32_t docid) : rest_(runs) {
    std::uint32_t before = docid - 1;
    while (!rest_.empty() && before >= rest_.front().articles) {
      before -= rest_.front().articles;
      rest_ = rest_.subspan(1);
    }
    open();
    for (; before > 0; --before) next();
  }

  std::vector<std::string> next() {
    while (reader_.at_end() && rest_.size() > 1) {
      rest_ = rest_.subspan(1);
      open();
    }
    std::vector<std::string> terms(reader_.take_number());
    for (std::string& term : terms) term = reader_.take();
    return terms;
  }

 private:
  void open() {
    if (!rest_.empty()) reader_ = RunReader(with(rest_.front().path, ".filters"));
  }

  std::span<const FinishedFacts> rest_;  // of the runs, from the one that is read
  RunReader reader_ = RunReader({});
};

}  // namespace

FactsRun::FactsRun(const std::filesystem::path& path)
    : data_(with(path, ".data")), filters_(with(path, ".filters")) {
}

void FactsRun::add(const Article& article) {
  data_.add(encode_article(without_text(article)));
  const std::vector<std::string> terms = filter_terms(article);
  filters_.add_number(terms.size());
  for (const std::string& term : terms) filters_.add(term);
}

void FactsRun::finish() {
  data_.finish();
  filters_.finish();
}

FiltersFrom filters_of(std::span<const FinishedFacts> runs) {
  return [runs](std::uint32_t docid) -> NextFilters {
    return [reader = FiltersReader(runs, docid)]() mutable { return reader.next(); };
  };
}

FactsData::FactsData(std::span<const FinishedFacts> runs) {
  for (const FinishedFacts& run : runs) readers_.emplace_back(with(run.path, ".data"));
}

std::string_view FactsData::next() {
  while (reader_ + 1 < readers_.size() && readers_[reader_].at_end()) {
    readers_[reader_] = RunReader({});  // its buffer is free
    ++reader_;
  }
  return readers_.at(reader_).take();
}

}  // namespace backfile
