// Units in any order within a window. Where no place belongs to two of them, a window slides along
// and counts; else the places are put together one by one, and no dead end is entered twice.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "query/matching/algebra/intervals.h"

namespace backfile {
namespace {

// An interval of a unit. Units that denote the same are interchangeable, and count as one that is
// wanted several times.
struct Place {
  Interval interval;
  std::size_t unit = 0;
};

class Window {
 public:
  Window(std::span<const Intervals> units, std::uint32_t slack) : slack_(slack) {
    std::map<Intervals, std::size_t> known;
    for (const Intervals& unit : units) {
      const auto [at, is_new] = known.try_emplace(unit, wanted_.size());
      if (is_new) {
        wanted_.push_back(0);
        for (const Interval& interval : unit) places_.push_back({interval, at->second});
      }
      ++wanted_[at->second];
    }
    std::ranges::sort(places_, {}, &Place::interval);
  }

  Intervals find() { return words_of_their_own() ? by_counting() : by_search(); }

 private:
  // Every place is one position, and of one unit.
  bool words_of_their_own() const {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Interval& interval = places_[i].interval;
      if (interval.first != interval.last) return false;
      if (i > 0 && places_[i - 1].interval.first == interval.first) return false;
    }
    return true;
  }

  Intervals by_counting() const {
    std::size_t words = 0;
    for (const std::size_t count : wanted_) words += count;
    std::size_t missing = words;
    std::vector<std::size_t> seen(wanted_.size());
    Intervals found;
    std::size_t begin = 0;
    for (const Place& place : places_) {
      if (seen[place.unit]++ < wanted_[place.unit]) --missing;
      while (missing == 0) {
        const Place& first = places_[begin++];
        if (seen[first.unit]-- > wanted_[first.unit]) continue;
        const Interval window{first.interval.first, place.interval.last};
        if (window.last - window.first < words + slack_) found.push_back(window);
        ++missing;
      }
    }
    return minimal(std::move(found));
  }

  Intervals by_search() {
    Intervals found;
    for (std::size_t start = 0; start < places_.size(); ++start) {
      start_ = start;
      end_ = none;
      best_left_.clear();
      std::vector<std::size_t> left = wanted_;
      extend(start, left, slack_);
      if (end_ != none) found.push_back({places_[start].interval.first, end_});
    }
    return minimal(std::move(found));
  }

  // Takes the place, and goes on with each that may follow it.
  void extend(std::size_t taken, std::vector<std::size_t>& left, std::uint32_t slack) {
    const Place& place = places_[taken];
    if (left[place.unit] == 0 || place.interval.last >= end_) return;
    --left[place.unit];
    if (std::ranges::all_of(left, [](std::size_t count) { return count == 0; })) {
      end_ = place.interval.last;
    } else if (is_better_than_before(taken, left, slack)) {
      for (std::size_t next = taken + 1; next < places_.size(); ++next) {
        const std::uint32_t first = places_[next].interval.first;
        if (first <= place.interval.last) continue;
        const std::uint32_t gap = first - place.interval.last - 1;
        if (gap > slack) break;
        extend(next, left, slack - gap);
      }
    }
    ++left[place.unit];
  }

  // Whether the same place with the same units left was never reached with as much slack.
  bool is_better_than_before(std::size_t taken, const std::vector<std::size_t>& left,
                             std::uint32_t slack) {
    std::uint64_t state = taken - start_;
    for (std::size_t unit = 0; unit < left.size(); ++unit) {
      state = state * (wanted_[unit] + 1) + left[unit];
    }
    const auto [at, is_new] = best_left_.try_emplace(state, slack);
    if (!is_new && at->second >= slack) return false;
    at->second = slack;
    return true;
  }

  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t slack_;
  std::vector<Place> places_;        // by interval
  std::vector<std::size_t> wanted_;  // how often each unit is
  std::size_t start_ = 0;            // of a search: the place where the window begins
  std::uint32_t end_ = none;         // the earliest end found so far
  std::unordered_map<std::uint64_t, std::uint32_t> best_left_;  // state -> most slack left
};

}  // namespace

Intervals in_a_window(std::span<const Intervals> units, std::uint32_t slack) {
  if (units.empty()) return {};
  return Window(units, slack).find();
}

}  // namespace backfile
