// Stems and words that are one: the same articles with the same wdfs, so that postings of one do for
// both.
//
// They may be if the stem has one form, and no other form folds alike (index/stem_terms.h, by which
// searches find the word). They are unless a batch shows otherwise: a title counts for more in a
// stem than in a word, and a compound may become the word and not the stem. Batches compare by several
// threads; what is one is known when all have. Terms are given by rank (known_terms.h). 4 bytes and a
// bit for each known term.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <vector>

#include "indexer/build/inversion/known_terms.h"

namespace backfile {

class TwinTerms {
 public:
  explicit TwinTerms(const KnownTerms& known);

  static constexpr std::uint32_t none = 0xFFFFFFFF;
  // The rank of the word that a stem may be one with, and the other way round; or none.
  std::uint32_t of(std::uint32_t rank) const { return twins_[rank]; }

  // Some batch has shown that they differ. By any thread.
  void part(std::uint32_t rank) { apart_[lower(rank)].store(1, std::memory_order_relaxed); }
  // Whether the stem of that rank needs no postings of its own, as its word's are the same.
  bool is_spare_stem(std::uint32_t rank) const {
    return known_.is_stem(rank) && of(rank) != none &&
           apart_[lower(rank)].load(std::memory_order_relaxed) == 0;
  }

 private:
  std::uint32_t lower(std::uint32_t rank) const { return std::min(rank, twins_[rank]); }

  const KnownTerms& known_;
  std::vector<std::uint32_t> twins_;
  std::vector<std::atomic<std::uint8_t>> apart_;
};

}  // namespace backfile
