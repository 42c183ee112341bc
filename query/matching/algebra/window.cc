// Units in any order within a window, in a single pass over the article. A place may belong to
// several units; the two algorithms here differ in how they decide which of them gets it.
#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "query/matching/algebra/intervals.h"

namespace backfile {
namespace {

// Assigns a position of its own to each unit so that the earliest of them is as late as possible.
// Each new position replaces the earliest one that it can, either directly or along a chain of units
// that hand over what they hold (the greedy algorithm on a transversal matroid). The cost of a
// position is at most quadratic in the number of units.
class LatestMatching {
 public:
  explicit LatestMatching(std::size_t units) : held_(units) {}

  // Positions come in ascending order. `takers` are the units that have a place there, at least one.
  void add(std::int64_t position, const std::vector<std::size_t>& takers) {
    giver_.assign(held_.size(), unreached);
    for (const std::size_t unit : takers) giver_[unit] = newcomer;
    reached_ = takers;
    std::size_t loser = takers.front();
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      const std::size_t unit = reached_[i];
      if (held_[unit].position < held_[loser].position) loser = unit;
      for (const std::size_t other : held_[unit].takers) {
        if (giver_[other] != unreached) continue;
        giver_[other] = unit;
        reached_.push_back(other);
      }
    }
    for (; giver_[loser] != newcomer; loser = giver_[loser]) {
      std::swap(held_[loser], held_[giver_[loser]]);
    }
    held_[loser].position = position;
    held_[loser].takers = takers;
  }

  // -1 until every unit has a position.
  std::int64_t earliest() const {
    return std::ranges::min_element(held_, {}, &Held::position)->position;
  }

 private:
  struct Held {
    std::int64_t position = -1;
    std::vector<std::size_t> takers;
  };
  static constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t newcomer = unreached - 1;

  std::vector<Held> held_;            // by unit
  std::vector<std::size_t> giver_;    // by unit: whose position it would take over
  std::vector<std::size_t> reached_;  // units, in breadth-first order
};

// Each interval is one position.
Intervals window_of_words(std::span<const Intervals> units, std::uint32_t slack) {
  Intervals found;
  LatestMatching matching(units.size());
  std::vector<std::size_t> next(units.size());  // by unit: its first place still ahead
  std::vector<std::size_t> takers;
  constexpr std::int64_t end = std::numeric_limits<std::int64_t>::max();
  while (true) {
    std::int64_t position = end;
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
      if (next[unit] == units[unit].size()) continue;
      position = std::min(position, std::int64_t{units[unit][next[unit]].first});
    }
    if (position == end) return minimal(std::move(found));
    takers.clear();
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
      if (next[unit] == units[unit].size() || units[unit][next[unit]].first != position) continue;
      takers.push_back(unit);
      ++next[unit];
    }
    matching.add(position, takers);
    const std::int64_t first = matching.earliest();
    const auto length = static_cast<std::uint64_t>(position - first + 1);
    if (first < 0 || length > units.size() + slack) continue;
    found.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(position)});
  }
}

// An interval longer than one position, as compounds and phrases have, may displace several others,
// so that no exchange of one for one will do. Instead, for each set of units, this keeps the chains
// of intervals that those units can form: the ones that begin last or have the smallest gaps, as long
// as the gaps stay within the slack.
class ChainsOfUnits {
 public:
  ChainsOfUnits(std::span<const Intervals> units, std::uint32_t slack) : slack_(slack) {
    std::map<Intervals, std::size_t> kinds;  // units that denote the same are of one kind
    for (const Intervals& unit : units) {
      const auto [at, is_new] = kinds.try_emplace(unit, wanted_.size());
      if (is_new) {
        wanted_.push_back(0);
        for (const Interval& interval : unit) places_.push_back({interval, at->second});
      }
      ++wanted_[at->second];
    }
    std::ranges::sort(places_);
  }

  Intervals find() {
    for (const Place& place : places_) {
      while (!ending_.empty() && ending_.begin()->first < place.interval.first) {
        for (const auto& [taken, chains] : ending_.begin()->second) {
          for (const Chain& chain : chains) keep(ended_, taken, chain);
        }
        ending_.erase(ending_.begin());
      }
      extend(std::vector<std::size_t>(wanted_.size()), {place.interval.first, 0}, place);
      for (auto& [taken, chains] : ended_) {
        std::erase_if(chains, [&](const Chain& chain) {
          return place.interval.first - chain.first > chain.covered + slack_;
        });
        for (const Chain& chain : chains) extend(taken, chain, place);
      }
      std::erase_if(ended_, [](const auto& set) { return set.second.empty(); });
    }
    return minimal(std::move(found_));
  }

 private:
  struct Place {
    Interval interval;
    std::size_t kind = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };

  struct Chain {
    std::uint32_t first = 0;
    std::uint64_t covered = 0;  // positions in its intervals
  };
  using Chains = std::map<std::vector<std::size_t>, std::vector<Chain>>;  // by units of each kind

  // A chain is superfluous beside one of the same units that begins no earlier with no larger gaps.
  static void keep(Chains& chains, const std::vector<std::size_t>& taken, const Chain& chain) {
    const auto as_good = [](const Chain& one, const Chain& other) {
      return one.first >= other.first && one.first + one.covered >= other.first + other.covered;
    };
    std::vector<Chain>& kept = chains[taken];
    if (std::ranges::any_of(kept, [&](const Chain& one) { return as_good(one, chain); })) return;
    std::erase_if(kept, [&](const Chain& one) { return as_good(chain, one); });
    kept.push_back(chain);
  }

  void extend(std::vector<std::size_t> taken, Chain chain, const Place& place) {
    if (taken[place.kind] == wanted_[place.kind]) return;
    ++taken[place.kind];
    chain.covered += place.interval.last - place.interval.first + 1;
    if (taken == wanted_) {
      found_.push_back({chain.first, place.interval.last});
    } else {
      keep(ending_[place.interval.last], taken, chain);
    }
  }

  std::uint32_t slack_;
  std::vector<Place> places_;
  std::vector<std::size_t> wanted_;         // by kind: how many units are of it
  Chains ended_;                            // before the current place
  std::map<std::uint32_t, Chains> ending_;  // the others, by their last position
  Intervals found_;
};

bool is_of_words(const Intervals& unit) {
  return std::ranges::all_of(unit, [](const Interval& one) { return one.first == one.last; });
}

}  // namespace

Intervals in_a_window(std::span<const Intervals> units, std::uint32_t slack) {
  if (units.empty() || std::ranges::any_of(units, &Intervals::empty)) return {};
  if (std::ranges::all_of(units, is_of_words)) return window_of_words(units, slack);
  return ChainsOfUnits(units, slack).find();
}

}  // namespace backfile
