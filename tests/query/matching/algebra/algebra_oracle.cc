#include "tests/query/matching/algebra/algebra_oracle.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <variant>

namespace backfile {
namespace {

// An interval that a unit denotes, with the intervals of leaves that are marked for it.
struct Found {
  Interval whole;
  std::vector<Interval> marks;
};
using AllFound = std::vector<Found>;
using Chosen = std::vector<const Found*>;  // one of each unit, by unit

bool contains(const Interval& outer, const Interval& inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

bool overlap(const Interval& a, const Interval& b) {
  return a.first <= b.last && b.first <= a.last;
}

std::int64_t length(const Interval& interval) {
  return std::int64_t{interval.last} - interval.first + 1;
}

bool crosses(const Interval& interval, Breaks breaks) {
  return std::any_of(breaks.begin(), breaks.end(), [&](std::uint32_t position) {
    return interval.first < position && position <= interval.last;
  });
}

Interval hull(const Chosen& chosen) {
  Interval whole = chosen.front()->whole;
  for (const Found* one : chosen) {
    whole.first = std::min(whole.first, one->whole.first);
    whole.last = std::max(whole.last, one->whole.last);
  }
  return whole;
}

// Every way to choose an interval of each unit so that no two overlap.
void try_all(const std::vector<AllFound>& units, Chosen& chosen,
             const std::function<void(const Chosen&)>& take) {
  if (chosen.size() == units.size()) {
    if (!chosen.empty()) take(chosen);
    return;
  }
  for (const Found& next : units[chosen.size()]) {
    const bool is_free = std::none_of(chosen.begin(), chosen.end(), [&](const Found* other) {
      return overlap(other->whole, next.whole);
    });
    if (!is_free) continue;
    chosen.push_back(&next);
    try_all(units, chosen, take);
    chosen.pop_back();
  }
}

AllFound combinations(const std::vector<AllFound>& units,
                      const std::function<bool(const Chosen&, const Interval&)>& holds) {
  AllFound all;
  Chosen none;
  try_all(units, none, [&](const Chosen& chosen) {
    const Interval whole = hull(chosen);
    if (!holds(chosen, whole)) return;
    all.push_back({whole, {}});
    std::vector<Interval>& marks = all.back().marks;
    for (const Found* one : chosen) marks.insert(marks.end(), one->marks.begin(), one->marks.end());
  });
  return all;
}

// Equal intervals as one, with the marks of all; none that holds another.
AllFound minimal_ones(const AllFound& all) {
  std::map<Interval, std::vector<Interval>> merged;
  for (const Found& one : all) {
    std::vector<Interval>& marks = merged[one.whole];
    marks.insert(marks.end(), one.marks.begin(), one.marks.end());
  }
  AllFound kept;
  for (auto& [whole, marks] : merged) {
    const bool holds_another =
        std::any_of(merged.begin(), merged.end(), [&, &outer = whole](const auto& other) {
          return other.first != outer && contains(outer, other.first);
        });
    if (holds_another) continue;
    std::sort(marks.begin(), marks.end());
    marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
    kept.push_back({whole, marks});
  }
  return kept;
}

// A window, or a word many times, marks whatever it holds of what was asked for.
AllFound with_all_within(AllFound all, const std::vector<AllFound>& units) {
  all = minimal_ones(all);
  for (Found& found : all) {
    for (const AllFound& unit : units) {
      for (const Found& one : unit) {
        if (contains(found.whole, one.whole))
          found.marks.insert(found.marks.end(), one.marks.begin(), one.marks.end());
      }
    }
  }
  return all;
}

struct Trial {
  const Places& places;
  const std::vector<AllFound>& below;

  AllFound operator()(const Leaf& leaf) const {
    AllFound all;
    for (const Interval& interval : places.sets[leaf.set]) all.push_back({interval, {interval}});
    return all;
  }

  AllFound operator()(const AnyUnit&) const {
    AllFound all;
    for (const AllFound& unit : below) all.insert(all.end(), unit.begin(), unit.end());
    return all;
  }

  AllFound operator()(const ExactPhrase&) const {
    return combinations(below, [&](const Chosen& chosen, const Interval& whole) {
      for (std::size_t i = 1; i < chosen.size(); ++i) {
        if (chosen[i]->whole.first != std::uint64_t{chosen[i - 1]->whole.last} + 1) return false;
      }
      return !crosses(whole, places.paragraphs);
    });
  }

  AllFound operator()(const Pair& pair) const {
    const Breaks breaks = pair.scope == Scope::sentence    ? places.sentences
                          : pair.scope == Scope::paragraph ? places.paragraphs
                                                           : places.fields;
    return combinations(below, [&, breaks](const Chosen& chosen, const Interval& whole) {
      const Interval &a = chosen[0]->whole, &b = chosen[1]->whole;
      const bool as_written = a < b;
      const Interval &earlier = as_written ? a : b, &later = as_written ? b : a;
      return (as_written || !pair.ordered) && later.first - earlier.last <= pair.distance &&
             !crosses(whole, breaks);
    });
  }

  AllFound operator()(const Window& window) const {
    const AllFound all = combinations(below, [&](const Chosen& chosen, const Interval& whole) {
      std::int64_t sum = 0;
      for (const Found* one : chosen) sum += length(one->whole);
      return length(whole) - sum <= window.slack && !crosses(whole, places.fields);
    });
    return with_all_within(all, below);
  }

  AllFound operator()(const Repeated& repeated) const {
    const std::vector<AllFound> copies(repeated.times, below[0]);
    const AllFound all = combinations(copies, [](const Chosen& chosen, const Interval&) {
      return std::is_sorted(chosen.begin(), chosen.end(),
                            [](const Found* a, const Found* b) { return a->whole < b->whole; });
    });
    return with_all_within(all, below);
  }

  AllFound operator()(const Inside& inside) const {
    AllFound all;
    for (const Found& found : below[0]) {
      for (const Interval& part : places.regions[inside.region])
        if (contains(part, found.whole)) all.push_back(found);
    }
    return all;
  }
};

AllFound denoted(const Unit& unit, const Places& places) {
  std::vector<AllFound> below;
  for (const Unit& child : unit.below) below.push_back(denoted(child, places));
  return minimal_ones(std::visit(Trial{places, below}, unit.is));
}

}  // namespace

OracleFindings find_by_trying(const Unit& whole, const Places& places) {
  OracleFindings findings;
  for (const Found& found : denoted(whole, places)) {
    findings.found.push_back(found.whole);
    findings.marks.insert(findings.marks.end(), found.marks.begin(), found.marks.end());
  }
  std::sort(findings.marks.begin(), findings.marks.end());
  findings.marks.erase(std::unique(findings.marks.begin(), findings.marks.end()),
                       findings.marks.end());
  return findings;
}

}  // namespace backfile
