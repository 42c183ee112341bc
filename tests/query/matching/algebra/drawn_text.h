// A text drawn in characters, and intervals drawn below it, so that a case is seen at a glance.
//
//   | a b.c a / d c      `|` opens a field, `/` a paragraph; a word is a letter; every other column
//     =======            is a position; a word after `.` begins a sentence
//     [-]                the second line is region 0, the third region 1; an interval is [-] or, of
//     ^ ^                one position, o; what is marked is ^^^ or ^
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/matching/algebra/intervals.h"
#include "query/matching/algebra/pattern.h"

namespace backfile {

class DrawnText {
 public:
  // Lines of `=` belong to the text; what follows them is left alone.
  explicit DrawnText(std::string_view drawing);

  // The lines that were read, each with its end.
  const std::string& drawing() const { return drawing_; }

  // Where one of the spellings stands: "a", "a,b" (either), "ab" (joined), "a,bc". Minimal.
  Intervals places_of(std::string_view spellings) const;

  // Valid as long as this text and the sets are.
  Places places(std::span<const Intervals> sets) const;

 private:
  void read_words(std::string_view line);

  std::string drawing_, words_;
  std::vector<std::uint32_t> fields_, paragraphs_, sentences_;
  std::vector<std::vector<Interval>> regions_;
};

// In as few lines as they fit without touching, the first as far up as it can stand.
std::string drawn_intervals(std::span<const Interval> intervals);
std::string drawn_marks(std::span<const Interval> marks);

}  // namespace backfile
