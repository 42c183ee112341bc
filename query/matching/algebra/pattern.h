// A unit prepared to be evaluated on many articles: does it match, where, and what is to be marked?
//
// Counting, marking and explaining use the same pattern, so that what is counted is what is marked.
// intervals.h has the operations. Not thread-safe: a pattern keeps the results for its last article.
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

// An article as a pattern sees it. Fields, and paragraphs within them, open with a position that is
// not a word; a sentence begins with its first word. `paragraphs` includes every break of `fields`,
// and `sentences` every break of `paragraphs`.
struct Places {
  std::span<const Intervals> sets;  // by Leaf::set
  Breaks fields, paragraphs, sentences;
  std::span<const std::vector<Interval>> regions;  // by Inside::region
};

class Pattern {
 public:
  // Throws a logic error if a unit does not have the units below it that unit.h asks for.
  explicit Pattern(const Unit& whole);

  // What the unit denotes in the article. Valid until the next call. Throws a logic error
  // if the article lacks a set or a region that a unit names.
  const Intervals& find(const Places& places);

  // The intervals of leaves that make up what the last find() returned, ascending, each once. Words
  // that merely stand between them are not included.
  std::vector<Interval> marks() const;

 private:
  // A unit; the steps of those below it are adjacent and come after it.
  struct Step {
    UnitKind is;
    std::size_t first = 0, count = 0;
  };

  std::vector<Step> steps_;         // the first is the root
  std::vector<Intervals> denoted_;  // by step
};

}  // namespace backfile
