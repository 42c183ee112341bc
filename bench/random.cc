// See random.h.
#include "bench/random.h"

namespace backfile::bench {

Weighted::Weighted(std::span<const double> weights)
    : keep_(weights.size()), alias_(weights.size()) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  std::vector<std::size_t> small, large;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    keep_[i] = weights[i] * static_cast<double>(weights.size()) / sum;
    alias_[i] = i;
    (keep_[i] < 1 ? small : large).push_back(i);
  }
  while (!small.empty() && !large.empty()) {
    const std::size_t poor = small.back(), rich = large.back();
    small.pop_back();
    alias_[poor] = rich;
    keep_[rich] -= 1 - keep_[poor];
    if (keep_[rich] < 1) {
      large.pop_back();
      small.push_back(rich);
    }
  }
  // What is left differs from 1 by rounding only.
  for (const std::size_t i : small) keep_[i] = 1;
  for (const std::size_t i : large) keep_[i] = 1;
}

std::size_t Weighted::draw(Random& random) const {
  const std::size_t column = random.below(keep_.size());
  return random.fraction() < keep_[column] ? column : alias_[column];
}

std::vector<double> zipf_weights(std::size_t ranks, double exponent, double shift) {
  std::vector<double> weights(ranks);
  for (std::size_t rank = 0; rank < ranks; ++rank)
    weights[rank] = 1 / std::pow(static_cast<double>(rank) + shift, exponent);
  return weights;
}

}  // namespace backfile::bench
