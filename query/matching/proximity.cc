// A sum over pairs of words, each pair saturating like a word of BM25.
#include "query/matching/proximity.h"

#include <algorithm>

namespace backfile {
namespace {

// Words further apart than this in the query have nothing to do with each other.
constexpr std::size_t farthest_in_query = 8;

// How often an article has one word beside the other; a distant pair counts as a fraction of one.
struct Encounters {
  double near = 0;     // each place of the first by its distance from the nearest of the second
  double ordered = 0;  // places of the first with the second behind it, no further than typed
};

double by_distance(std::uint32_t from, std::uint32_t to) {
  const double distance = static_cast<double>(to) - from;
  return 1 / (distance * distance);
}

Encounters encounters(const std::vector<WordPlace>& first, const std::vector<WordPlace>& second,
                      std::size_t typed_distance) {
  Encounters met;
  auto behind = second.begin();
  for (const WordPlace& place : first) {
    while (behind != second.end() && behind->first <= place.last) ++behind;
    double nearest = 0;
    if (behind != second.end()) {
      nearest = by_distance(place.last, behind->first);
      if (behind->first - place.last <= typed_distance) met.ordered += 1;
    }
    auto before = behind;
    // A place that overlaps this one is not another word.
    while (before != second.begin() && std::prev(before)->last >= place.first) --before;
    if (before != second.begin()) {
      nearest = std::max(nearest, by_distance(std::prev(before)->last, place.first));
    }
    met.near += nearest;
  }
  return met;
}

double saturated(double sum) {
  return sum / (sum + 1);
}

}  // namespace

double proximity(std::span<const PlacedWord> words, const RankingSettings& settings) {
  double sum = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t j = i + 1; j < words.size(); ++j) {
      const std::size_t apart = words[j].typed - words[i].typed;
      if (apart > farthest_in_query) break;
      const Encounters met = encounters(words[i].places, words[j].places, apart);
      const double idf = (words[i].idf + words[j].idf) / 2;
      sum += idf / static_cast<double>(apart) *
             (settings.nearness * saturated(met.near) + settings.order * saturated(met.ordered));
    }
  }
  return (settings.saturation + 1) * sum;
}

}  // namespace backfile
