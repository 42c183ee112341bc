// Asks the record for all patterns at once, then gathers what each word has.
#include "query/matching/records/article_words.h"

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

std::vector<Preference> preferences_of(const std::vector<RankedWord>& words) {
  std::vector<Preference> preferences;
  for (const RankedWord& word : words) {
    preferences.insert(preferences.end(), word.preferences.begin(), word.preferences.end());
  }
  return preferences;
}

std::vector<MatchPattern> patterns_of(const std::vector<RankedWord>& words) {
  std::vector<MatchPattern> patterns;
  for (const std::size_t word : chosen(words)) {
    patterns.insert(patterns.end(), words[word].patterns.begin(), words[word].patterns.end());
  }
  for (const Preference& preference : preferences_of(words)) {
    patterns.push_back(preference.pattern);
  }
  return patterns;
}

}  // namespace

ArticleWords::ArticleWords(const ForwardIndex& forward, Analyzer& analyzer,
                           const std::vector<RankedWord>& words)
    : preferences_(preferences_of(words)),
      average_length_(static_cast<double>(forward.positions()) / std::max(1U, forward.size())),
      patterns_(forward, patterns_of(words), analyzer) {
  std::size_t end = 0;
  for (const std::size_t word : chosen(words)) {
    placed_.push_back({word, words[word].idf, {}});
    ends_.push_back(end += words[word].patterns.size());
  }
}

bool ArticleWords::rank(const std::vector<RankedWord>& words) {
  return words.size() > 1 || std::ranges::any_of(words, [](const RankedWord& word) {
           return !word.preferences.empty();
         });
}

void ArticleWords::read(std::uint32_t docid) {
  patterns_.read(docid);
  std::size_t pattern = 0;
  for (std::size_t i = 0; i < placed_.size(); ++i) {
    std::vector<WordPlace>& places = placed_[i].places;
    places.clear();
    for (; pattern < ends_[i]; ++pattern) add_places(patterns_.found(pattern), places);
    std::ranges::sort(places, {}, &WordPlace::first);
    const auto same_first = [](const WordPlace& a, const WordPlace& b) {
      return a.first == b.first;
    };
    places.erase(std::unique(places.begin(), places.end(), same_first), places.end());
  }
}

double ArticleWords::gained(const RankingSettings& settings) const {
  const std::size_t first = ends_.empty() ? 0 : ends_.back();
  const auto length = static_cast<double>(patterns_.article().record().codes.size());
  const double penalty = settings.length_penalty * (length / average_length_ - 1);
  const double half = settings.saturation * (1 + penalty);  // so many times give half of the most
  double sum = 0;
  for (std::size_t i = 0; i < preferences_.size(); ++i) {
    const auto times = static_cast<double>(this->times(first + i));
    if (times == 0) continue;
    const bool by_count = preferences_[i].by_count;
    sum += preferences_[i].most * (by_count ? times / (times + half) : 1);
  }
  return sum;
}

// Capitals say nothing in a sentence that is all in capitals.
std::size_t ArticleWords::times(std::size_t pattern) const {
  const Intervals& found = patterns_.found(pattern);
  if (!patterns_.asked()[pattern].words.front().capitals_only) return found.size();
  return static_cast<std::size_t>(std::ranges::count_if(
      found, [&](const Interval& place) { return !patterns_.article().is_shouted(place.first); }));
}

void ArticleWords::add_places(const Intervals& found, std::vector<WordPlace>& places) const {
  const Breaks fields = patterns_.article().fields();
  std::size_t before = 0;  // fields that have begun
  for (const Interval& interval : std::span(found).first(std::min(found.size(), most_places))) {
    while (before < fields.size() && fields[before] <= interval.first) ++before;
    const auto gap = static_cast<std::uint32_t>(before) * field_gap;
    places.push_back({interval.first + gap, interval.last + gap});
  }
}

}  // namespace backfile
