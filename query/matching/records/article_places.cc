// Asks the record for all patterns at once, then gathers those of each word.
#include "query/matching/records/article_places.h"

#include <algorithm>

namespace backfile {
namespace {

constexpr std::size_t most_places = 1'000;  // of a word in one article, the first ones
constexpr std::uint32_t field_gap = 1'000;  // no two words of different fields stand close

// The words whose closeness counts.
std::vector<std::size_t> chosen(const std::vector<RankedWord>& words) {
  const auto says_something = [](const RankedWord& word) { return !word.stop_word; };
  const bool all = std::ranges::count_if(words, says_something) < 2;
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (all || says_something(words[i])) chosen.push_back(i);
  }
  return chosen;
}

std::vector<MatchPattern> patterns_of(const std::vector<RankedWord>& words) {
  std::vector<MatchPattern> patterns;
  for (const std::size_t word : chosen(words)) {
    patterns.insert(patterns.end(), words[word].patterns.begin(), words[word].patterns.end());
  }
  return patterns;
}

}  // namespace

ArticlePlaces::ArticlePlaces(const ForwardIndex& forward, Analyzer& analyzer,
                             const std::vector<RankedWord>& words)
    : patterns_(forward, patterns_of(words), analyzer) {
  std::size_t end = 0;
  for (const std::size_t word : chosen(words)) {
    blank_.push_back({word, words[word].idf, {}});
    ends_.push_back(end += words[word].patterns.size());
  }
}

std::vector<PlacedWord> ArticlePlaces::of(std::uint32_t docid) {
  patterns_.read(docid);
  std::vector<PlacedWord> placed = blank_;
  std::size_t pattern = 0;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    std::vector<WordPlace>& places = placed[i].places;
    for (; pattern < ends_[i]; ++pattern) add_places(patterns_.found(pattern), places);
    std::ranges::sort(places, {}, &WordPlace::first);
    const auto same_first = [](const WordPlace& a, const WordPlace& b) {
      return a.first == b.first;
    };
    places.erase(std::unique(places.begin(), places.end(), same_first), places.end());
  }
  return placed;
}

void ArticlePlaces::add_places(const Intervals& found, std::vector<WordPlace>& places) const {
  const Breaks fields = patterns_.article().fields();
  std::size_t before = 0;  // fields that have begun
  for (const Interval& interval : std::span(found).first(std::min(found.size(), most_places))) {
    while (before < fields.size() && fields[before] <= interval.first) ++before;
    const auto gap = static_cast<std::uint32_t>(before) * field_gap;
    places.push_back({interval.first + gap, interval.last + gap});
  }
}

}  // namespace backfile
