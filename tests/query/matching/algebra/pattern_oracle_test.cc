// Random patterns over random texts: the engine and the oracle find and mark the very same.
//
// A difference is printed as a drawn case, the shortest of all that were met.
// ALGEBRA_SEED and ALGEBRA_TEXTS ask for others and for more.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "query/matching/algebra/pattern.h"
#include "tests/query/matching/algebra/algebra_oracle.h"
#include "tests/query/matching/algebra/drawn_text.h"
#include "tests/query/matching/algebra/pattern_notation.h"
#include "tests/sanitizers.h"

namespace backfile {
namespace {

class RandomPatterns {
 public:
  explicit RandomPatterns(std::uint32_t seed) : random_(seed) {}

  // Up to 40 positions and two regions. The fewer letters, the more the sets overlap.
  std::string text() {
    letters_ = 2 + below(6);
    const std::uint32_t markers = 3 + below(20), sentences = 2 + below(20), length = below(41);
    most_units_ = length <= 12 ? 6 : 4;
    std::string drawing;
    for (std::uint32_t i = 0; i < length; ++i) {
      const bool is_marker = (i == 0 && below(4) > 0) || below(markers) == 0;
      drawing += is_marker ? "|//"[below(3)] : letter();
      drawing += !is_marker && below(sentences) == 0 ? '.' : ' ';
    }
    for (int region = 0; region < 2; ++region) drawing += "\n" + regions(length);
    sets_.clear();
    for (std::uint32_t i = 0; i < 5; ++i) sets_.push_back(spellings());
    return drawing + "\n";
  }

  std::string pattern() { return pattern(1 + below(4)); }

 private:
  std::string pattern(std::uint32_t depth) {
    if (depth == 0 || below(4) == 0) return sets_[below(5)];
    switch (below(8)) {
      case 0:
        return "(or" + units(below(4), depth) + ")";
      case 1:
      case 2:
        return "(row" + units(1 + below(3), depth) + ")";
      case 3:
      case 4:
        return (below(2) == 0 ? "(w/" : "(pre/") + (below(5) == 0 ? "" : number(8)) +
               std::vector<std::string>{"", "", "p", "s"}[below(4)] + units(2, depth) + ")";
      case 5:
        return "(~" + number(6) + units(1 + below(most_units_), depth) + ")";
      case 6:
        return "(atleast" + std::to_string(1 + below(4)) + units(1, depth) + ")";
      default:
        return "(in" + number(2) + units(1, depth) + ")";
    }
  }

  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }
  std::string number(std::uint32_t bound) { return std::to_string(below(bound)); }
  char letter() { return "abcdefg"[below(letters_)]; }

  std::string regions(std::uint32_t length) {
    std::string line = "=";  // a line of spaces would not be one of regions
    bool inside = true;
    for (std::uint32_t i = 1; i < length; ++i) {
      const bool was_inside = inside;
      if (below(6) == 0) inside = !inside;
      // Two parts may stand side by side.
      line += inside && was_inside && below(12) > 0 ? '=' : ' ';
      line += inside ? '=' : ' ';
    }
    return line.substr(0, line.rfind('=') + 1);
  }

  std::string spellings() {
    std::string all;
    do {
      if (!all.empty()) all += ',';
      all += letter();
      if (below(3) == 0) all += letter();
    } while (below(3) == 0);
    return all;
  }

  std::string units(std::uint32_t count, std::uint32_t depth) {
    std::string all;
    for (; count > 0; --count) all += " " + pattern(depth - 1);
    return all;
  }

  std::mt19937 random_;
  std::uint32_t letters_ = 2;
  std::uint32_t most_units_ = 4;  // of a window: the oracle tries all that they may be
  std::vector<std::string> sets_;
};

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

struct Comparison {
  std::uint64_t trees = 0, that_find = 0, that_cross_words = 0;
  std::uint64_t differences = 0;
  std::string shortest;

  void compare(const std::string& drawing, const std::string& notation) {
    const DrawnText text(drawing);
    const WrittenPattern written = pattern_of(notation);
    std::vector<Intervals> sets;
    for (const std::string& spellings : written.sets) sets.push_back(text.places_of(spellings));
    const Places places = text.places(sets);
    const OracleFindings expected = find_by_trying(written.whole, places);
    Pattern pattern(written.whole);
    const Intervals found = pattern.find(places);
    const std::vector<Interval> marks = pattern.marks();
    ++trees;
    if (!expected.found.empty()) ++that_find;
    if (expected.marks.size() > expected.found.size()) ++that_cross_words;
    if (found == expected.found && marks == expected.marks) return;
    ++differences;
    const std::string shown = notation + "\n" + drawing + "expected\n" +
                              drawn_intervals(expected.found) + drawn_marks(expected.marks) +
                              "found\n" + drawn_intervals(found) + drawn_marks(marks);
    if (shortest.empty() || shown.size() < shortest.size()) shortest = shown;
  }
};

TEST(Pattern, FindsAndMarksWhatTheOracleDoes) {
  constexpr std::uint64_t patterns = 10;  // for each text
  const std::uint64_t texts =
      number_from("ALGEBRA_TEXTS", sanitizer_shadows_memory ? 2'000 : 20'000);
  RandomPatterns random(static_cast<std::uint32_t>(number_from("ALGEBRA_SEED", 1)));
  Comparison comparison;
  for (std::uint64_t i = 0; i < texts; ++i) {
    const std::string text = random.text();
    for (std::uint64_t k = 0; k < patterns; ++k) comparison.compare(text, random.pattern());
  }
  EXPECT_EQ(comparison.differences, 0U) << comparison.shortest;
  // Trees that find nothing prove little, and those that find single words hardly more.
  EXPECT_GT(comparison.that_find, comparison.trees / 4);
  EXPECT_GT(comparison.that_cross_words, comparison.trees / 10);
  std::cout << comparison.trees << " patterns, of which " << comparison.that_find
            << " find something and " << comparison.that_cross_words << " several words\n";
}

}  // namespace
}  // namespace backfile
