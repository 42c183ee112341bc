// Intervals of positions in one article, and what can be said of them: the algebra of matching.
//
// What a part of a query denotes in an article is a set of minimal intervals (Clarke, Cormack and
// Burkowski, "An algebra for structured text search", The Computer Journal 38, 1995): no interval
// holds another, so that both ends ascend strictly and each operation is one walk along its
// operands. Positions count words and the marks that open fields and paragraphs. unit.h puts the
// operations together to what a query asks. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace backfile {

// From the first to the last position, both within.
struct Interval {
  std::uint32_t first = 0, last = 0;

  friend auto operator<=>(const Interval&, const Interval&) = default;
};

// Minimal: `first` and `last` ascend strictly. Every function here expects and gives that.
using Intervals = std::vector<Interval>;

// Where fields, paragraphs or sentences begin, ascending. An interval crosses a break that lies
// after its first position and not after its last.
using Breaks = std::span<const std::uint32_t>;

// Any intervals in any order, without those that hold another.
Intervals minimal(Intervals any);

// OR: the intervals of every unit.
Intervals any_of(std::span<const Intervals> units);

// A phrase: an interval of each unit, one behind the other without a gap.
Intervals in_a_row(std::span<const Intervals> units);

struct Nearness {
  // From the last position of the earlier to the first of the later: neighbours are 1 apart.
  std::uint32_t distance = std::numeric_limits<std::uint32_t>::max();
  bool ordered = false;  // `a` is the earlier
};

// An interval of each that do not overlap, with all between them.
Intervals near(const Intervals& a, const Intervals& b, const Nearness& nearness);

// An interval of each unit in any order, none of which overlap, at most `slack` positions between
// them all together. For each place it takes at most the square of the number of units in steps
// where these are words; where intervals are longer than one position, it may take as many as there
// are sets of units, so that the query language should allow few.
Intervals in_a_window(std::span<const Intervals> units, std::uint32_t slack);

// From the first to the last of `times` intervals that do not overlap; `times` is 1 or more.
Intervals at_least(std::size_t times, const Intervals& unit);

// Those that cross no break. It makes no difference whether this is asked of the pairs, windows
// and rows before or after the minimal ones are taken: what holds an interval that crosses, crosses.
Intervals unbroken(Intervals unit, Breaks breaks);

// Those that lie in one of the regions, which ascend and do not overlap.
Intervals within(const Intervals& unit, std::span<const Interval> regions);

}  // namespace backfile
