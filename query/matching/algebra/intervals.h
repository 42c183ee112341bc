// Intervals of positions in one article and the operations on them: the algebra of matching.
//
// What a part of a query denotes in an article is a set of minimal intervals (Clarke, Cormack and
// Burkowski, "An algebra for structured text search", The Computer Journal 38, 1995): no interval
// contains another, so both ends ascend strictly and each operation is a single pass over its
// operands. Positions count words and the markers that open fields and paragraphs. unit.h combines
// the operations into what a query asks. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace backfile {

// From the first to the last position, both included.
struct Interval {
  std::uint32_t first = 0, last = 0;

  friend auto operator<=>(const Interval&, const Interval&) = default;
};

// Minimal: `first` and `last` ascend strictly. Every function here expects and returns that.
using Intervals = std::vector<Interval>;

// Where fields, paragraphs or sentences begin, ascending. An interval crosses a break that lies
// after its first position and not after its last.
using Breaks = std::span<const std::uint32_t>;

// Takes any intervals in any order and drops those that contain another.
Intervals minimal(Intervals any);

// OR: the intervals of every unit.
Intervals any_of(std::span<const Intervals> units);

// A phrase: an interval of each unit in their order, each right after the one before.
Intervals in_a_row(std::span<const Intervals> units);

struct Nearness {
  // From the last position of the earlier to the first of the later: neighbours are 1 apart.
  std::uint32_t distance = std::numeric_limits<std::uint32_t>::max();
  bool ordered = false;  // `a` is the earlier
};

// An interval of each, not overlapping, together with everything between them.
Intervals near(const Intervals& a, const Intervals& b, const Nearness& nearness);

// An interval of each unit in any order, none overlapping, with at most `slack` positions between
// them in total. For words, the cost of a place is at most quadratic in the number of units. Where
// intervals are longer than one position it can be exponential, so the query language must limit
// how many units such a window has.
Intervals in_a_window(std::span<const Intervals> units, std::uint32_t slack);

// From the first to the last of `times` intervals that do not overlap; `times` is at least 1.
Intervals at_least(std::size_t times, const Intervals& unit);

// Those that cross no break. Whatever contains an interval that crosses one crosses it too, so the
// minimal intervals of an operation can be filtered afterwards.
Intervals unbroken(Intervals unit, Breaks breaks);

// Those that lie entirely in one of the regions, which ascend and do not overlap.
Intervals within(const Intervals& unit, std::span<const Interval> regions);

}  // namespace backfile
