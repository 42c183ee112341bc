// The operations at their edges: nothing, everything, the highest positions. What they mean is drawn
// in pattern_test.cc.
#include "query/matching/algebra/intervals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <vector>

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint32_t highest = std::numeric_limits<std::uint32_t>::max();

using Units = std::vector<Intervals>;

TEST(Intervals, AreMinimalWithoutThoseThatHoldAnother) {
  EXPECT_THAT(minimal({}), IsEmpty());
  EXPECT_THAT(minimal({{3, 3}, {1, 1}, {3, 3}}), ElementsAre(Interval{1, 1}, Interval{3, 3}));
  EXPECT_THAT(minimal({{1, 5}, {1, 3}, {2, 3}}), ElementsAre(Interval{2, 3}));
  EXPECT_THAT(minimal({{1, 4}, {2, 5}}), ElementsAre(Interval{1, 4}, Interval{2, 5}));
  EXPECT_THAT(minimal({{1, 9}, {2, 4}, {6, 8}}), ElementsAre(Interval{2, 4}, Interval{6, 8}));
  EXPECT_THAT(minimal({{1, 4}, {2, 4}, {4, 4}}), ElementsAre(Interval{4, 4}));
}

TEST(Intervals, OfNoUnitsAreNone) {
  EXPECT_THAT(any_of({}), IsEmpty());
  EXPECT_THAT(in_a_row({}), IsEmpty());
  EXPECT_THAT(in_a_window({}, highest), IsEmpty());
}

TEST(Intervals, AreNoneWhereAUnitHasNone) {
  const Intervals none, word = {{1, 1}, {2, 2}};
  EXPECT_EQ(any_of(Units{none, word}), word);
  EXPECT_THAT(in_a_row(Units{word, none}), IsEmpty());
  EXPECT_THAT(in_a_row(Units{none, word}), IsEmpty());
  EXPECT_THAT(near(word, none, {}), IsEmpty());
  EXPECT_THAT(near(none, word, {}), IsEmpty());
  EXPECT_THAT(in_a_window(Units{word, none}, highest), IsEmpty());
  EXPECT_THAT(at_least(1, none), IsEmpty());
  EXPECT_THAT(unbroken(none, std::vector{1U}), IsEmpty());
  EXPECT_THAT(within(none, Intervals{{0, 9}}), IsEmpty());
}

TEST(Intervals, OfOneUnitAreItsOwn) {
  const Intervals unit = {{0, 2}, {1, 4}, {7, 7}};
  EXPECT_EQ(any_of(Units{unit}), unit);
  EXPECT_EQ(in_a_row(Units{unit}), unit);
  EXPECT_EQ(in_a_window(Units{unit}, 0), unit);
  EXPECT_EQ(at_least(1, unit), unit);
  EXPECT_EQ(within(unit, Intervals{{0, highest}}), unit);
  EXPECT_EQ(unbroken(unit, {}), unit);
}

TEST(Intervals, ReachTheHighestPosition) {
  const Intervals low = {{0, 0}}, high = {{highest, highest}}, both = {{0, 0}, {highest, highest}};
  const auto whole = ElementsAre(Interval{0, highest});
  EXPECT_THAT(near(low, high, {}), whole);
  EXPECT_THAT(near(low, high, {highest - 1}), IsEmpty());
  EXPECT_THAT(near(both, both, {}), whole);
  EXPECT_THAT(in_a_row(Units{high, low}), IsEmpty()) << "behind the last comes not the first";
  EXPECT_THAT(in_a_window(Units{low, high}, highest), whole);
  EXPECT_THAT(in_a_window(Units{low, high}, highest - 1), whole);
  EXPECT_THAT(in_a_window(Units{low, high}, highest - 2), IsEmpty());
  EXPECT_THAT(at_least(2, both), whole);
  EXPECT_THAT(within(near(low, high, {}), Intervals{{0, highest}}), whole);
  EXPECT_THAT(unbroken(near(low, high, {}), std::vector{highest}), IsEmpty());
  // Of compounds.
  const Intervals begin = {{0, 1}}, end = {{highest - 1, highest}};
  EXPECT_THAT(in_a_window(Units{begin, end}, highest), whole);
  EXPECT_THAT(in_a_window(Units{begin, end}, highest - 3), whole);
  EXPECT_THAT(in_a_window(Units{begin, end}, highest - 4), IsEmpty());
}

TEST(Intervals, CrossABreakBehindTheirFirstPosition) {
  const std::vector<std::uint32_t> breaks = {0, 4, 8};
  EXPECT_THAT(unbroken({{0, 3}, {1, 4}, {3, 5}, {4, 7}, {5, 8}, {8, 20}}, breaks),
              ElementsAre(Interval{0, 3}, Interval{4, 7}, Interval{8, 20}));
}

TEST(Intervals, LieWithinOnePartOfARegion) {
  const Intervals parts = {{2, 4}, {5, 8}};
  EXPECT_THAT(within({{1, 2}, {2, 4}, {4, 5}, {5, 8}, {8, 9}}, parts),
              ElementsAre(Interval{2, 4}, Interval{5, 8}));
  EXPECT_THAT(within({{2, 3}}, {}), IsEmpty());
}

}  // namespace
}  // namespace backfile
