// Random choices that are the same on every machine for the same seed.
//
// std::mt19937_64 is specified to the bit, the standard's distributions are not: hence these.
// For one thread.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace backfile::bench {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  // 0 <= x < 1.
  double fraction() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
  // 0 <= n < bound; bound > 0. The bias of the plain product is below 2^-32 for what is asked here.
  std::size_t below(std::size_t bound) {
    return static_cast<std::size_t>(fraction() * static_cast<double>(bound));
  }
  // least <= n <= most.
  std::size_t between(std::size_t least, std::size_t most) {
    return least + below(most - least + 1);
  }
  bool chance(double probability) { return fraction() < probability; }

 private:
  std::mt19937_64 engine_;
};

// Draws numbers 0..n-1 with given weights in constant time (alias method: M. D. Vose, "A linear
// algorithm for generating random numbers with a given distribution", IEEE TSE 17(9), 1991).
class Weighted {
 public:
  explicit Weighted(std::span<const double> weights);
  std::size_t draw(Random& random) const;

 private:
  std::vector<double> keep_;
  std::vector<std::size_t> alias_;
};

// Zipf's law: the weight of rank r (from 0) is 1 / (r + shift)^exponent (Mandelbrot's form).
std::vector<double> zipf_weights(std::size_t ranks, double exponent, double shift);

}  // namespace backfile::bench
