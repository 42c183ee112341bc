// Works out what each unit denotes from the leaves up, and what is to be marked from the root down:
// the intervals below that make up each interval.
#include "query/matching/algebra/pattern.h"

#include <algorithm>
#include <stdexcept>

namespace backfile {
namespace {

Breaks breaks_of(Scope scope, const Places& places) {
  switch (scope) {
    case Scope::sentence:
      return places.sentences;
    case Scope::paragraph:
      return places.paragraphs;
    case Scope::field:
      break;
  }
  return places.fields;
}

// Whether a unit of this kind can have so many units below it.
struct IsWellFormed {
  std::size_t below;

  bool operator()(const Leaf&) const { return below == 0; }
  bool operator()(const AnyUnit&) const { return true; }
  bool operator()(const ExactPhrase&) const { return true; }
  bool operator()(const Pair&) const { return below == 2; }
  bool operator()(const Window&) const { return true; }
  bool operator()(const Repeated& repeated) const { return below == 1 && repeated.times > 0; }
  bool operator()(const Inside&) const { return below == 1; }
};

template <class Entry>
const Entry& entry(std::span<const Entry> entries, std::size_t number) {
  if (number >= entries.size()) throw std::out_of_range("a pattern names what an article lacks");
  return entries[number];
}

// What a unit denotes, given what the units below it denote.
struct Denotation {
  const Places& places;
  std::span<const Intervals> below;

  Intervals operator()(const Leaf& leaf) const { return entry(places.sets, leaf.set); }
  Intervals operator()(const AnyUnit&) const { return any_of(below); }
  Intervals operator()(const ExactPhrase&) const {
    return unbroken(in_a_row(below), places.paragraphs);
  }
  Intervals operator()(const Pair& pair) const {
    return unbroken(near(below[0], below[1], {pair.distance, pair.ordered}),
                    breaks_of(pair.scope, places));
  }
  Intervals operator()(const Window& window) const {
    return unbroken(in_a_window(below, window.slack), places.fields);
  }
  Intervals operator()(const Repeated& repeated) const {
    return at_least(repeated.times, below[0]);
  }
  Intervals operator()(const Inside& inside) const {
    return within(below[0], entry(places.regions, inside.region));
  }
};

Intervals::const_iterator first_from(const Intervals& intervals, std::uint32_t first) {
  return std::ranges::lower_bound(intervals, first, {}, &Interval::first);
}

// Adds to taken[i] the intervals of the i-th unit below that are part of `whole`.
struct Composition {
  const Interval& whole;
  std::span<const Intervals> below;
  std::span<Intervals> taken;

  void operator()(const Leaf&) const {}
  void operator()(const AnyUnit&) const { take_equal(); }
  void operator()(const Inside&) const { take_equal(); }
  void operator()(const Repeated&) const { take_inside(); }
  void operator()(const Window&) const { take_inside(); }

  void operator()(const ExactPhrase&) const {
    std::uint32_t first = whole.first;
    for (std::size_t i = 0; i < below.size(); ++i) {
      const Interval& piece = *first_from(below[i], first);
      taken[i].push_back(piece);
      first = piece.last + 1;
    }
  }

  // One unit begins the whole and the other ends it, possibly both ways round.
  void operator()(const Pair& pair) const {
    take_ends(0, 1, pair);
    if (!pair.ordered) take_ends(1, 0, pair);
  }

  void take_equal() const {
    for (std::size_t i = 0; i < below.size(); ++i) {
      const auto at = first_from(below[i], whole.first);
      if (at != below[i].end() && *at == whole) taken[i].push_back(whole);
    }
  }

  // Successive wholes ascend and may overlap: what an earlier one took is not taken again.
  void take_inside() const {
    for (std::size_t i = 0; i < below.size(); ++i) {
      const std::uint32_t untaken = taken[i].empty() ? 0 : taken[i].back().first + 1;
      auto at = first_from(below[i], std::max(whole.first, untaken));
      for (; at != below[i].end() && at->last <= whole.last; ++at) taken[i].push_back(*at);
    }
  }

  void take_ends(std::size_t earlier, std::size_t later, const Pair& pair) const {
    const auto begin = first_from(below[earlier], whole.first);
    const auto end = std::ranges::lower_bound(below[later], whole.last, {}, &Interval::last);
    if (begin == below[earlier].end() || begin->first != whole.first) return;
    if (end == below[later].end() || end->last != whole.last) return;
    if (begin->last >= end->first || end->first - begin->last > pair.distance) return;
    taken[earlier].push_back(*begin);
    taken[later].push_back(*end);
  }
};

void keep_each_once(Intervals& intervals) {
  std::ranges::sort(intervals);
  intervals.erase(std::unique(intervals.begin(), intervals.end()), intervals.end());
}

}  // namespace

// Breadth first, so that the units below each one are adjacent.
Pattern::Pattern(const Unit& whole) {
  std::vector<const Unit*> units = {&whole};
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::vector<Unit>& below = units[i]->below;
    if (!std::visit(IsWellFormed{below.size()}, units[i]->is)) {
      throw std::invalid_argument("a unit has too few or too many units below it");
    }
    steps_.push_back({units[i]->is, units.size(), below.size()});
    for (const Unit& unit : below) units.push_back(&unit);
  }
  denoted_.resize(steps_.size());
}

const Intervals& Pattern::find(const Places& places) {
  for (std::size_t i = steps_.size(); i-- > 0;) {
    const Step& step = steps_[i];
    const auto below = std::span<const Intervals>(denoted_).subspan(step.first, step.count);
    denoted_[i] = std::visit(Denotation{places, below}, step.is);
  }
  return denoted_.front();
}

std::vector<Interval> Pattern::marks() const {
  std::vector<Intervals> taken(steps_.size());
  taken.front() = denoted_.front();
  std::vector<Interval> marked;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const Step& step = steps_[i];
    keep_each_once(taken[i]);
    if (std::holds_alternative<Leaf>(step.is)) {
      marked.insert(marked.end(), taken[i].begin(), taken[i].end());
      continue;
    }
    const auto below = std::span<const Intervals>(denoted_).subspan(step.first, step.count);
    const auto taken_below = std::span(taken).subspan(step.first, step.count);
    for (const Interval& interval : taken[i]) {
      std::visit(Composition{interval, below, taken_below}, step.is);
    }
  }
  keep_each_once(marked);
  return marked;
}

}  // namespace backfile
