// Words in a given order are found by chains of nearest places, followed forwards and backwards.
// Words in any order are assigned to the places inside a window that slides over the text.
#include "query/matching/match_finder_near.h"

#include <algorithm>
#include <limits>
#include <utility>

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

// Assigns each word to a place of its own in one window (bipartite matching by Kuhn's augmenting
// paths).
class Assignment {
 public:
  Assignment(std::span<const Positions> words, std::uint32_t first, std::uint32_t last)
      : words_(words),
        first_(first),
        place_of_(words.size(), none),
        word_at_(last - first + 1, none),
        seen_(last - first + 1) {}

  bool complete() {
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
      seen_.assign(seen_.size(), false);
      if (!place(word)) return false;
    }
    return true;
  }

  // Whether the assignment can stay complete with this word at this position. It must be complete.
  bool allows(std::uint32_t word, std::uint32_t position) {
    const std::uint32_t wanted = position - first_, before = place_of_[word];
    const std::uint32_t other = word_at_[wanted];
    if (other == word || other == none) return true;
    word_at_[before] = none;
    put(word, wanted);
    seen_.assign(seen_.size(), false);
    seen_[wanted] = true;
    if (place(other)) return true;
    put(other, wanted);
    put(word, before);
    return false;
  }

 private:
  bool place(std::uint32_t word) {
    const Positions& places = words_[word];
    for (auto p = std::ranges::lower_bound(places, first_); p != places.end(); ++p) {
      const std::uint32_t slot = *p - first_;
      if (slot >= word_at_.size()) break;
      if (seen_[slot]) continue;
      seen_[slot] = true;
      if (word_at_[slot] == none || place(word_at_[slot])) {
        put(word, slot);
        return true;
      }
    }
    return false;
  }

  void put(std::uint32_t word, std::uint32_t slot) {
    word_at_[slot] = word;
    place_of_[word] = slot;
  }

  std::span<const Positions> words_;
  std::uint32_t first_;
  std::vector<std::uint32_t> place_of_;  // word -> slot of the window
  std::vector<std::uint32_t> word_at_;   // and back
  std::vector<bool> seen_;
};

// Every place of every word, by position.
std::vector<Participant> all_places(std::span<const Positions> words) {
  std::vector<Participant> all;
  for (std::uint32_t word = 0; word < words.size(); ++word) {
    for (const std::uint32_t position : words[word]) all.push_back({position, word, 0, 0});
  }
  std::ranges::sort(all, {}, [](const Participant& p) { return std::pair(p.position, p.word); });
  return all;
}

}  // namespace

std::vector<Participant> near_in_order(std::span<const Positions> words, std::uint32_t slack) {
  if (words.empty()) return {};
  const std::uint64_t longest = words.size() - 1 + std::uint64_t{slack};
  const std::vector<Positions> ends = earliest_ends(words);
  const std::vector<Positions> starts = latest_starts(words);
  std::vector<Participant> result;
  for (std::uint32_t word = 0; word < words.size(); ++word) {
    for (std::size_t k = 0; k < words[word].size(); ++k) {
      const std::uint32_t first = starts[word][k], last = ends[word][k];
      if (first == none || last == none || last - first > longest) continue;
      result.push_back({words[word][k], word, first, last});
    }
  }
  std::ranges::sort(result, {}, [](const Participant& p) { return std::pair(p.position, p.word); });
  return result;
}

// Slides over the windows that begin at a place of any word.
std::vector<Participant> near_in_any_order(std::span<const Positions> words, std::uint32_t slack) {
  if (words.empty()) return {};
  const std::uint64_t longest = words.size() - 1 + std::uint64_t{slack};
  std::vector<Participant> all = all_places(words);
  std::vector<bool> takes_part(all.size());
  std::size_t end = 0, known = 0;
  for (std::size_t begin = 0; begin < all.size(); ++begin) {
    while (end < all.size() && all[end].position - all[begin].position <= longest) ++end;
    if (end == known || end - begin < words.size()) continue;  // part of a window that was complete
    const std::uint32_t first = all[begin].position, last = all[end - 1].position;
    Assignment assignment(words, first, last);
    if (!assignment.complete()) continue;
    known = end;
    for (std::size_t k = begin; k < end; ++k) {
      if (takes_part[k] || !assignment.allows(all[k].word, all[k].position)) continue;
      takes_part[k] = true;
      all[k].first = first;
      all[k].last = last;
    }
  }
  std::vector<Participant> result;
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (takes_part[k]) result.push_back(all[k]);
  }
  return result;
}

}  // namespace backfile
