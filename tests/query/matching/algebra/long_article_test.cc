// Articles as long as books: a million places of a word. No time is asserted; what takes a step for
// each pair of places, or memory for each, doesn't come to an end here.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "query/matching/algebra/intervals.h"
#include "query/matching/algebra/pattern.h"
#include "query/matching/algebra/unit.h"
#include "tests/sanitizers.h"

namespace backfile {
namespace {

constexpr std::uint32_t million = sanitizer_shadows_memory ? 100'000 : 1'000'000;

// `count` intervals of `length` positions, `step` apart.
Intervals every(std::uint32_t step, std::uint32_t first, std::uint32_t length = 1,
                std::uint32_t count = million) {
  Intervals places;
  for (std::uint32_t i = 0; i < count; ++i) {
    places.push_back({first + i * step, first + i * step + length - 1});
  }
  return places;
}

// Hundreds of thousands of intervals are not printed.
void expect_ends(const Intervals& found, std::size_t count, Interval first, Interval last) {
  ASSERT_EQ(found.size(), count);
  if (count == 0) return;
  EXPECT_EQ(found.front(), first);
  EXPECT_EQ(found.back(), last);
}

TEST(LongArticle, IsPutInOrderAndUnited) {
  const Intervals even = every(2, 0), odd = every(2, 1);
  const std::uint32_t end = 2 * million;
  expect_ends(minimal({odd.rbegin(), odd.rend()}), million, {1, 1}, {end - 1, end - 1});
  expect_ends(any_of(std::vector{even, odd, even}), end, {0, 0}, {end - 1, end - 1});
  // Each holds all those behind it but the last, which holds none.
  Intervals nested;
  for (std::uint32_t i = 0; i < million; ++i) nested.push_back({i, 2 * million - i});
  expect_ends(minimal(nested), 1, {million - 1, million + 1}, {million - 1, million + 1});
}

TEST(LongArticle, IsSearchedForPhrases) {
  const Intervals even = every(2, 0), odd = every(2, 1);
  const std::uint32_t end = 2 * million;
  expect_ends(in_a_row(std::vector{even, odd, even}), million - 1, {0, 2}, {end - 4, end - 2});
  expect_ends(in_a_row(std::vector{even, even}), 0, {}, {});
}

TEST(LongArticle, IsSearchedForProximity) {
  const Intervals even = every(2, 0), odd = every(2, 1);
  const std::uint32_t end = 2 * million;
  expect_ends(near(even, odd, {}), end - 1, {0, 1}, {end - 2, end - 1});
  expect_ends(near(even, odd, {1'000, true}), million, {0, 1}, {end - 2, end - 1});
  expect_ends(near(even, even, {2, false}), million - 1, {0, 2}, {end - 4, end - 2});
  // All of one word before all of the other.
  const Intervals behind = every(2, end);
  expect_ends(near(even, behind, {}), 1, {end - 2, end}, {end - 2, end});
}

TEST(LongArticle, IsSearchedForWindows) {
  const std::uint32_t end = 500 * million;
  const Intervals a = every(500, 0), b = every(500, 250);
  expect_ends(in_a_window(std::vector{a, b}, 1'000), 2 * million - 1, {0, 250},
              {end - 500, end - 250});
  expect_ends(in_a_window(std::vector{a, b, a}, 498), million - 1, {0, 500},
              {end - 1'000, end - 500});
  expect_ends(in_a_window(std::vector{a, b, a}, 497), 0, {}, {});
}

// Frequent words of which one is found as the other, and compounds.
TEST(LongArticle, IsSearchedForWindowsOfWordsThatSharePlaces) {
  const Intervals all = every(1, 0, 1, 2 * million), even = every(2, 0), pairs = every(2, 0, 2);
  const std::uint32_t end = 2 * million;
  expect_ends(in_a_window(std::vector{all, even}, 1'000), end - 1, {0, 1}, {end - 2, end - 1});
  expect_ends(in_a_window(std::vector{even, even, all}, 1'000), million - 1, {0, 2},
              {end - 4, end - 2});
  expect_ends(in_a_window(std::vector{pairs, even}, 1'000), million - 1, {0, 2},
              {end - 4, end - 2});
  expect_ends(in_a_window(std::vector{pairs, pairs}, 1'000), million - 1, {0, 3},
              {end - 4, end - 1});
}

// Twelve sets of words, no two alike, that share all their places but one: any place could be of any
// of them, and what lacks a twelfth place looks promising up to the eleventh.
TEST(LongArticle, IsSearchedForWindowsOfManyUnitsThatShareAllTheirPlaces) {
  Intervals shared;
  for (std::uint32_t i = 0; i < million / 10; ++i) {
    const std::uint32_t place = i + i / 11 * 20;  // in groups of eleven, twenty apart
    shared.push_back({place, place});
  }
  std::vector<Intervals> units(12, shared);
  for (std::uint32_t i = 0; i < 12; ++i) {
    const std::uint32_t own = shared.back().last + 100 * (i + 1);
    units[i].push_back({own, own});
  }
  const std::size_t count = shared.size();
  expect_ends(in_a_window(units, 19), 0, {}, {});
  expect_ends(in_a_window(units, 20), count - 11, {0, shared[11].last},
              {shared[count - 12].first, shared[count - 1].last});
}

// The same of compounds, where the number of sets of units counts: hence few units.
TEST(LongArticle, IsSearchedForWindowsOfCompoundsThatShareAllTheirPlaces) {
  constexpr std::uint32_t count = million / 100;
  std::vector<Intervals> units(5, every(2, 0, 2, count));
  const std::uint32_t end = 2 * count;
  for (std::uint32_t i = 0; i < 5; ++i) units[i].push_back({end + 100 * i, end + 100 * i});
  // The own place of the first unit follows upon the compounds.
  expect_ends(in_a_window(units, 10), count - 3, {0, 9}, {end - 8, end});
}

TEST(LongArticle, IsSearchedForWindowsOfUnitsOfManyLengths) {
  Intervals any;
  for (std::uint32_t i = 0; i < million; ++i) any.push_back({i * 5, i * 5 + i * 7'919 % 1'000});
  const Intervals lengths = minimal(any), word = every(7, 3);
  // Of two units, a window is proximity.
  EXPECT_TRUE(in_a_window(std::vector{lengths, word}, 1'000) == near(lengths, word, {1'001}));
  EXPECT_TRUE(in_a_window(std::vector{lengths, lengths}, 1'000) == near(lengths, lengths, {1'001}));
}

TEST(LongArticle, CountsAWordByTheThousand) {
  const Intervals word = every(3, 0);
  const std::uint32_t end = 3 * million;
  expect_ends(at_least(1'000, word), million - 999, {0, 2'997}, {end - 3'000, end - 3});
  expect_ends(at_least(million / 2, word), million / 2 + 1, {0, 3 * (million / 2 - 1)},
              {3 * (million / 2), end - 3});
  expect_ends(at_least(million + 1, word), 0, {}, {});
  expect_ends(at_least(SIZE_MAX, word), 0, {}, {});
  // Each overlaps the next 999.
  const Intervals long_ones = every(1, 0, 1'000);
  expect_ends(at_least(2, long_ones), million - 1'000, {0, 1'999},
              {million - 1'001, million + 998});
}

TEST(LongArticle, IsCutAtBreaksAndRegions) {
  const Intervals pairs = every(2, 0, 2);
  const std::uint32_t end = 2 * million;
  std::vector<std::uint32_t> breaks;
  for (std::uint32_t i = 0; i < million; ++i) breaks.push_back(i * 4 + 1);
  expect_ends(unbroken(pairs, breaks), million / 2, {2, 3}, {end - 2, end - 1});
  expect_ends(within(pairs, every(4, 0, 2)), million / 2, {0, 1}, {end - 4, end - 3});
}

// A thousand lie in each of a million intervals, but each is marked once.
TEST(LongArticle, IsMarkedOnceForAllThatIsFound) {
  const std::vector<Intervals> sets = {every(2, 1)};
  Pattern pattern({Repeated{1'000}, {{Leaf{0}}}});
  expect_ends(pattern.find({sets, {}, {}, {}, {}}), million - 999, {1, 1'999},
              {2 * million - 1'999, 2 * million - 1});
  EXPECT_EQ(pattern.marks(), sets[0]);
}

}  // namespace
}  // namespace backfile
