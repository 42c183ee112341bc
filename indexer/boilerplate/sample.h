// A sample of some thousand articles from every source to learn from: enough to see what many
// share, and small enough for memory whatever the size of the archive.
//
// Articles are drawn by a hash of their names and contents, so that the sample is the same in
// whatever order they come. learner.h fills and reads it. For one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/boilerplate/blocks.h"
#include "indexer/boilerplate/regions.h"

namespace backfile {

struct SampledArticle {
  std::uint64_t rank = 0;    // the hash it was drawn by
  std::uint64_t number = 0;  // by which the caller finds it again
  std::uint64_t author = 0;  // hashes; 0 where there is none
  std::uint64_t title = 0, title_start = 0, title_end = 0, subtitle = 0;
  std::vector<Block> blocks = {};
  std::vector<RegionLine> regions = {};
};

class BoilerplateSample {
 public:
  // Of one source, and of all: some 60 MB at most.
  static constexpr std::size_t most_of_source = 2'048;
  static constexpr std::size_t most = 32'768;

  explicit BoilerplateSample(std::size_t most_articles = most) : most_articles_(most_articles) {}

  void add(const Article& article, std::uint64_t number);

  // By source, each in the order of ranks.
  std::map<std::string, std::vector<SampledArticle>> articles() const;

 private:
  void thin_out();

  std::size_t most_articles_;
  std::size_t size_ = 0;
  std::uint64_t below_ = UINT64_MAX;  // ranks that are kept; halved until the sample fits
  std::map<std::string, std::vector<SampledArticle>> sources_;  // heaps, the highest rank on top
};

}  // namespace backfile
