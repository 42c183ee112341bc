// Filters from any article on.
#include "indexer/build/inversion/filters_run.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/index/schema.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

Article numbered(int number) {
  Article article;
  article.id = std::to_string(number);
  article.title = "Title";
  article.author = {"Ann Smith"};
  article.tags = std::vector<std::string>(static_cast<std::size_t>(number % 3), "tag" + article.id);
  return article;
}

// Runs of so many articles each, numbered from 0 on.
std::vector<FinishedFilters> write_runs(const TemporaryDirectory& directory,
                                        std::initializer_list<std::uint32_t> sizes) {
  std::vector<FinishedFilters> runs;
  int number = 0;
  for (const std::uint32_t size : sizes) {
    runs.push_back({directory / std::to_string(runs.size()), size});
    FiltersRun run(runs.back().path);
    for (std::uint32_t i = 0; i < size; ++i) run.add(numbered(number++));
    run.finish();
  }
  return runs;
}

TEST(FiltersRun, GivesFiltersFromAnyArticleOn) {
  const TemporaryDirectory directory;
  const std::vector<FinishedFilters> runs = write_runs(directory, {0, 7, 0, 0, 3, 9, 0});
  const FiltersFrom filters = filters_of(runs);
  for (std::uint32_t first = 1; first <= 19; ++first) {
    const NextFilters next = filters(first);
    for (std::uint32_t docid = first; docid <= 19; ++docid) {
      const Article article = numbered(static_cast<int>(docid - 1));
      ASSERT_EQ(next(), filter_terms(article)) << first << ' ' << docid;
    }
  }
}

}  // namespace
}  // namespace backfile
