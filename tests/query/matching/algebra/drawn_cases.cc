#include "tests/query/matching/algebra/drawn_cases.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "query/matching/algebra/pattern.h"
#include "tests/query/matching/algebra/algebra_oracle.h"
#include "tests/query/matching/algebra/drawn_text.h"
#include "tests/query/matching/algebra/pattern_notation.h"

namespace backfile {

void check_drawn(std::initializer_list<DrawnCase> cases) {
  for (const DrawnCase& c : cases) {
    const std::string_view expected = std::string_view(c.drawing).substr(1);
    const DrawnText text(expected);
    const WrittenPattern written = pattern_of(c.pattern);
    std::vector<Intervals> sets;
    for (const std::string& spellings : written.sets) sets.push_back(text.places_of(spellings));
    const Places places = text.places(sets);

    Pattern pattern(written.whole);
    std::string found = drawn_intervals(pattern.find(places));
    found += drawn_marks(pattern.marks());
    EXPECT_EQ(text.drawing() + found, expected) << c.pattern;

    const OracleFindings tried = find_by_trying(written.whole, places);
    EXPECT_EQ(text.drawing() + drawn_intervals(tried.found) + drawn_marks(tried.marks), expected)
        << "the oracle, of " << c.pattern;
  }
}

}  // namespace backfile
