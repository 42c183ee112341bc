// Each operation passes over its operands once. That is enough because the best partner before an
// interval is the one that ends last: among minimal intervals, it also begins last.
#include "query/matching/algebra/intervals.h"

#include <algorithm>

namespace backfile {
namespace {

// Pairs each of `later` with the nearest of `earlier` before it.
void add_pairs(const Intervals& earlier, const Intervals& later, const Nearness& nearness,
               Intervals& pairs) {
  auto behind = earlier.begin();  // the first that doesn't end before `end`
  for (const Interval& end : later) {
    while (behind != earlier.end() && behind->last < end.first) ++behind;
    if (behind == earlier.begin()) continue;
    const Interval& nearest = *std::prev(behind);
    if (end.first - nearest.last > nearness.distance) continue;
    pairs.push_back({nearest.first, end.last});
  }
}

Intervals two_in_a_row(const Intervals& left, const Intervals& right) {
  Intervals row;
  auto next = right.begin();
  for (const Interval& interval : left) {
    while (next != right.end() && next->first <= interval.last) ++next;
    if (next == right.end()) break;
    if (next->first == interval.last + 1) row.push_back({interval.first, next->last});
  }
  return row;
}

// next[i] is the first interval that begins after the i-th ends, or unit.size() if there is none.
std::vector<std::size_t> next_without_overlap(const Intervals& unit) {
  std::vector<std::size_t> next(unit.size() + 1, unit.size());
  std::size_t behind = 0;
  for (std::size_t i = 0; i < unit.size(); ++i) {
    while (behind < unit.size() && unit[behind].first <= unit[i].last) ++behind;
    next[i] = behind;
  }
  return next;
}

}  // namespace

Intervals minimal(Intervals any) {
  // Of those that begin together, the longest comes first and the shortest stays.
  std::ranges::sort(any, [](const Interval& left, const Interval& right) {
    return left.first != right.first ? left.first < right.first : left.last > right.last;
  });
  Intervals kept;
  for (const Interval& interval : any) {
    while (!kept.empty() && kept.back().last >= interval.last) kept.pop_back();
    kept.push_back(interval);
  }
  return kept;
}

Intervals any_of(std::span<const Intervals> units) {
  if (units.size() == 1) return units.front();
  Intervals all;
  for (const Intervals& unit : units) all.insert(all.end(), unit.begin(), unit.end());
  return minimal(std::move(all));
}

Intervals in_a_row(std::span<const Intervals> units) {
  if (units.empty()) return {};
  Intervals row = units.front();
  for (const Intervals& unit : units.subspan(1)) row = two_in_a_row(row, unit);
  return row;
}

Intervals near(const Intervals& a, const Intervals& b, const Nearness& nearness) {
  Intervals pairs;
  add_pairs(a, b, nearness, pairs);
  if (!nearness.ordered) add_pairs(b, a, nearness, pairs);
  return minimal(std::move(pairs));
}

// Takes `times` - 1 steps from every interval by repeated doubling: a book can have a million places
// of a word, and a query can ask for a thousand of them.
Intervals at_least(std::size_t times, const Intervals& unit) {
  std::vector<std::size_t> jump = next_without_overlap(unit), reached(unit.size());
  for (std::size_t i = 0; i < unit.size(); ++i) reached[i] = i;
  for (std::size_t steps = times - 1; steps > 0; steps /= 2) {
    if (steps % 2 == 1) {
      for (std::size_t& place : reached) place = jump[place];
    }
    std::vector<std::size_t> twice(jump.size());
    for (std::size_t i = 0; i < jump.size(); ++i) twice[i] = jump[jump[i]];
    jump = std::move(twice);
  }
  Intervals runs;
  for (std::size_t i = 0; i < unit.size(); ++i) {
    if (reached[i] < unit.size()) runs.push_back({unit[i].first, unit[reached[i]].last});
  }
  return minimal(std::move(runs));
}

Intervals unbroken(Intervals unit, Breaks breaks) {
  auto next = breaks.begin();
  std::erase_if(unit, [&](const Interval& interval) {
    while (next != breaks.end() && *next <= interval.first) ++next;
    return next != breaks.end() && *next <= interval.last;
  });
  return unit;
}

Intervals within(const Intervals& unit, std::span<const Interval> regions) {
  Intervals inside;
  auto region = regions.begin();
  for (const Interval& interval : unit) {
    while (region != regions.end() && region->last < interval.last) ++region;
    if (region == regions.end()) break;
    if (region->first <= interval.first) inside.push_back(interval);
  }
  return inside;
}

}  // namespace backfile
