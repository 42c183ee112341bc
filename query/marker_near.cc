#include "query/marker_near.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

namespace backfile {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

// For each place of each word, the earliest end of a chain through all later words.
std::vector<Positions> earliest_ends(std::span<const Positions> words) {
  std::vector<Positions> ends(words.begin(), words.end());
  for (std::size_t i = words.size() - 1; i-- > 0;) {
    for (std::size_t k = 0; k < words[i].size(); ++k) {
      const auto next = std::ranges::upper_bound(words[i + 1], words[i][k]);
      ends[i][k] = next == words[i + 1].end()
                       ? none
                       : ends[i + 1][static_cast<std::size_t>(next - words[i + 1].begin())];
    }
  }
  return ends;
}

// For each place of each word, the latest start of a chain through all earlier words.
std::vector<Positions> latest_starts(std::span<const Positions> words) {
  std::vector<Positions> starts(words.begin(), words.end());
  for (std::size_t i = 1; i < words.size(); ++i) {
    for (std::size_t k = 0; k < words[i].size(); ++k) {
      const auto next = std::ranges::lower_bound(words[i - 1], words[i][k]);
      starts[i][k] = next == words[i - 1].begin()
                         ? none
                         : starts[i - 1][static_cast<std::size_t>(next - words[i - 1].begin()) - 1];
    }
  }
  return starts;
}

// Words to different places, as far as it goes (Kuhn's augmenting paths).
class Assignment {
 public:
  Assignment(std::span<const Positions> words, std::uint32_t first, std::uint32_t last)
      : words_(words), first_(first), taken_by_(last - first + 1), seen_(last - first + 1) {}

  bool complete() {
    for (std::size_t word = 0; word < words_.size(); ++word) {
      seen_.assign(seen_.size(), false);
      if (!place(word)) return false;
    }
    return true;
  }

 private:
  bool place(std::size_t word) {
    const Positions& places = words_[word];
    for (auto p = std::ranges::lower_bound(places, first_); p != places.end(); ++p) {
      const std::size_t slot = *p - first_;
      if (slot >= taken_by_.size()) break;
      if (seen_[slot]) continue;
      seen_[slot] = true;
      if (!taken_by_[slot] || place(*taken_by_[slot])) {
        taken_by_[slot] = word;
        return true;
      }
    }
    return false;
  }

  std::span<const Positions> words_;
  std::uint32_t first_;
  std::vector<std::optional<std::size_t>> taken_by_;
  std::vector<bool> seen_;
};

Positions all_positions(std::span<const Positions> words) {
  Positions all;
  for (const Positions& places : words) all.insert(all.end(), places.begin(), places.end());
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

std::vector<Participant> near_in_order(std::span<const Positions> words, std::uint32_t slack) {
  if (words.empty()) return {};
  const std::uint64_t longest = words.size() - 1 + std::uint64_t{slack};
  const std::vector<Positions> ends = earliest_ends(words);
  const std::vector<Positions> starts = latest_starts(words);
  std::map<std::uint32_t, Participant> taking_part;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t k = 0; k < words[i].size(); ++k) {
      const std::uint32_t first = starts[i][k], last = ends[i][k];
      if (first == none || last == none || last - first > longest) continue;
      taking_part.try_emplace(words[i][k], Participant{words[i][k], first, last});
    }
  }
  std::vector<Participant> result;
  for (const auto& [position, participant] : taking_part) result.push_back(participant);
  return result;
}

// Slides over the windows that begin at a place of any word. Where all words find different places
// in a window, every place in it takes part: a word can move to any free place of its own.
std::vector<Participant> near_in_any_order(std::span<const Positions> words, std::uint32_t slack) {
  if (words.empty()) return {};
  const std::uint64_t longest = words.size() - 1 + std::uint64_t{slack};
  const Positions all = all_positions(words);
  std::vector<Participant> result;
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < all.size(); ++begin) {
    while (end < all.size() && all[end] - all[begin] <= longest) ++end;
    const std::uint32_t first = all[begin], last = all[end - 1];
    if (end - begin < words.size()) continue;
    if (!result.empty() && result.back().position == last) continue;  // all known already
    if (!Assignment(words, first, last).complete()) continue;
    for (std::size_t k = begin; k < end; ++k) {
      if (result.empty() || all[k] > result.back().position) {
        result.push_back({all[k], first, last});
      }
    }
  }
  return result;
}

}  // namespace backfile
