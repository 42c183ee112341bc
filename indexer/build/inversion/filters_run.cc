// Front to back, from one run to the next.
#include "indexer/build/inversion/filters_run.h"

#include <string>
#include <vector>

#include "indexer/index/schema.h"

namespace backfile {
namespace {

std::filesystem::path file_of(const std::filesystem::path& run) {
  return run.string() + ".filters";
}

// From some article on.
class FiltersReader {
 public:
  FiltersReader(std::span<const FinishedFilters> runs, std::uint32_t docid) : rest_(runs) {
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
    if (!rest_.empty()) reader_ = RunReader(file_of(rest_.front().path));
  }

  std::span<const FinishedFilters> rest_;  // of the runs, from the one that is read
  RunReader reader_ = RunReader({});
};

}  // namespace

FiltersRun::FiltersRun(const std::filesystem::path& path) : out_(file_of(path)) {
}

void FiltersRun::add(const Article& article) {
  const std::vector<std::string> terms = filter_terms(article);
  out_.add_number(terms.size());
  for (const std::string& term : terms) out_.add(term);
}

FiltersFrom filters_of(std::span<const FinishedFilters> runs) {
  return [runs](std::uint32_t docid) -> NextFilters {
    return [reader = FiltersReader(runs, docid)]() mutable { return reader.next(); };
  };
}

}  // namespace backfile
