// A unit made ready to be asked of many articles: does it hold, where, and what is to be marked?
//
// Counting, marking and explaining ask the same pattern, so that what is counted is what is marked.
// intervals.h has the operations. For one thread: a pattern keeps the room for its results.
//
//   Pattern pattern(unit);
//   if (!pattern.find(places).empty()) mark(pattern.marks());
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "query/matching/algebra/intervals.h"
#include "query/matching/algebra/unit.h"

namespace backfile {

// What an article gives to a pattern. Fields, and paragraphs in them, open with a position that is
// no word; a sentence begins with its first word. A break between fields is also one between
// paragraphs, and that one between sentences.
struct Places {
  std::span<const Intervals> sets;  // by Leaf::set
  Breaks fields, paragraphs, sentences;
  std::span<const std::vector<Interval>> regions;  // by Inside::region
};

class Pattern {
 public:
  explicit Pattern(const Unit& whole);

  // What the whole denotes in an article. Valid until the next call.
  const Intervals& find(const Places& places);

  // Of the article last given to find(): the intervals of leaves that make up what was found,
  // ascending, each once. Words that merely stand between them are not among them.
  std::vector<Interval> marks() const;

 private:
  // A unit; those below it stand side by side, behind it.
  struct Step {
    UnitKind is;
    std::size_t first = 0, count = 0;
  };

  std::vector<Step> steps_;         // the first is the whole
  std::vector<Intervals> denoted_;  // by step
};

}  // namespace backfile
