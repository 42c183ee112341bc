// Neighbouring buckets are merged until there are eight, always the two that cost least.
#include "indexer/forward/code_filter.h"

#include <cmath>
#include <cstddef>
#include <vector>

namespace backfile {
namespace {

constexpr std::size_t most_buckets = 8;

struct Bucket {
  std::array<std::uint16_t, 4> nibbles = {};  // by place, a bit for each nibble
  double cost = 0;                            // share of words that it lets pass, about
};

// How often a word's code is one of the 256 that begin with this byte, by Zipf's law.
const std::array<double, 256>& page_weights() {
  static const std::array<double, 256> weights = [] {
    std::array<double, 256> made{};
    made[0] = 6;  // the 256 most frequent words, as the logarithm has it
    for (std::size_t page = 1; page < 256; ++page) {
      made[page] = std::log1p(1.0 / static_cast<double>(page));
    }
    constexpr std::size_t rare = first_rare_code >> 8;
    for (std::size_t page = rare; page < 256; ++page) made[page] = 0.5 / (256 - rare);
    return made;
  }();
  return weights;
}

double cost_of(const Bucket& bucket) {
  double pages = 0;
  for (unsigned high = 0; high < 16; ++high) {
    if ((bucket.nibbles[3] >> high & 1) == 0) continue;
    for (unsigned low = 0; low < 16; ++low) {
      if ((bucket.nibbles[2] >> low & 1) != 0) pages += page_weights()[high << 4 | low];
    }
  }
  const auto count = [&](std::size_t place) {
    return static_cast<double>(__builtin_popcount(bucket.nibbles[place]));
  };
  return pages * count(0) * count(1) / 256;
}

Bucket bucket_of(WordCode code) {
  Bucket bucket;
  for (std::size_t place = 0; place < 4; ++place) {
    bucket.nibbles[place] = static_cast<std::uint16_t>(1U << (code >> 4 * place & 15));
  }
  bucket.cost = cost_of(bucket);
  return bucket;
}

Bucket merged(const Bucket& left, const Bucket& right) {
  Bucket both;
  for (std::size_t place = 0; place < 4; ++place) {
    both.nibbles[place] = left.nibbles[place] | right.nibbles[place];
  }
  both.cost = cost_of(both);
  return both;
}

double growth(const Bucket& left, const Bucket& right) {
  return merged(left, right).cost - left.cost - right.cost;
}

}  // namespace

CodeFilter make_filter(std::span<const WordCode> codes) {
  std::vector<Bucket> buckets;
  for (const WordCode code : codes) buckets.push_back(bucket_of(code));
  std::vector<double> growths;  // of merging a bucket with the next
  for (std::size_t i = 0; i + 1 < buckets.size(); ++i) {
    growths.push_back(growth(buckets[i], buckets[i + 1]));
  }
  while (buckets.size() > most_buckets) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < growths.size(); ++i) {
      if (growths[i] < growths[best]) best = i;
    }
    const auto place = static_cast<std::ptrdiff_t>(best);
    buckets[best] = merged(buckets[best], buckets[best + 1]);
    buckets.erase(buckets.begin() + place + 1);
    growths.erase(growths.begin() + place);
    if (best > 0) growths[best - 1] = growth(buckets[best - 1], buckets[best]);
    if (best < growths.size()) growths[best] = growth(buckets[best], buckets[best + 1]);
  }
  CodeFilter filter;
  for (std::size_t bucket = 0; bucket < buckets.size(); ++bucket) {
    for (std::size_t place = 0; place < 4; ++place) {
      for (unsigned nibble = 0; nibble < 16; ++nibble) {
        if ((buckets[bucket].nibbles[place] >> nibble & 1) == 0) continue;
        filter.tables[place][nibble] |= static_cast<std::uint8_t>(1U << bucket);
      }
    }
  }
  return filter;
}

}  // namespace backfile
