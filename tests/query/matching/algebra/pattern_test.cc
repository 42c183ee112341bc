// What units denote and what is marked for them, in drawings: see drawn_cases.h.
#include "query/matching/algebra/pattern.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include "tests/query/matching/algebra/drawn_cases.h"
#include "tests/query/matching/algebra/drawn_text.h"
#include "tests/query/matching/algebra/pattern_notation.h"

namespace backfile {
namespace {

TEST(Pattern, FindsWordsAndCompounds) {
  check_drawn({{"a", R"(
| a b a
  o   o
  ^   ^
)"},
               {"a,b", R"(
| a b x a
  o o   o
  ^ ^   ^
)"},
               {"st,r", R"(
| s t r t s
  [-] o
  ^^^ ^
)"},
               // Of two spellings in one place, the shorter.
               {"s,st", R"(
| s t t
  o
  ^
)"},
               {"e", R"(
| a b
)"},
               {"a", R"(
a b a
o   o
^   ^
)"}});
}

TEST(Pattern, FindsEitherOfSeveral) {
  check_drawn({{"(or a b)", R"(
| a x b
  o   o
  ^   ^
)"},
               {"(or a,b b,c)", R"(
| a b c
  o o o
  ^ ^ ^
)"},
               // The phrase holds its own word, which is less.
               {"(or (row a b) b)", R"(
| a b a
    o
    ^
)"},
               {"(or (row a b) c)", R"(
| c a b c
  o [-] o
  ^ ^ ^ ^
)"},
               {"(or (row a b) (w/1 a b))", R"(
| a b a
  [-]
    [-]
  ^ ^ ^
)"},
               // One place found as a compound and as two words.
               {"(or st (row s t))", R"(
| s t
  [-]
  ^ ^
  ^^^
)"}});
}

TEST(Pattern, FindsPhrases) {
  check_drawn({{"(row a b)", R"(
| a b a x b b a
  [-]
  ^ ^
)"},
               {"(row a a)", R"(
| a a a x a
  [-]
    [-]
  ^ ^ ^
)"},
               {"(row a b a)", R"(
| a b a b a
  [---]
      [---]
  ^ ^ ^ ^ ^
)"},
               {"(row a st b)", R"(
| a s t b a s b
  [-----]
  ^ ^^^ ^
)"},
               {"(row a,b b,c)", R"(
| b b c a
  [-]
    [-]
  ^ ^ ^
)"},
               {"(row a)", R"(
| a x a
  o   o
  ^   ^
)"}});
}

TEST(Pattern, KeepsPhrasesInTheirParagraph) {
  check_drawn({{"(row a b)", R"(
| a / b | a | b
)"},
               {"(row a b)", R"(
| x a.b
    [-]
    ^ ^
)"},
               // What a phrase is made of may not leave the paragraph either.
               {"(row (w/3 a b) c)", R"(
| a / b c / a b c
            [---]
            ^ ^ ^
)"}});
}

TEST(Pattern, CountsRepeatedUnits) {
  check_drawn({{"(atleast2 a)", R"(
| a x a | x a
  [---]
      [-----]
  ^   ^     ^
)"},
               {"(atleast3 a)", R"(
| a a
)"},
               {"(atleast1 a)", R"(
| a a
  o o
  ^ ^
)"},
               {"(atleast2 (row a b))", R"(
| a b x a b a
  [-------]
  ^ ^   ^ ^
)"},
               {"(atleast2 (row a a))", R"(
| a a a / a a a a
    [-------]
          [-----]
    ^ ^   ^ ^ ^ ^
)"},
               {"(w/9 (atleast2 a) b)", R"(
| a | a b
)"},
               {"(w/9 (atleast2 a) b)", R"(
| a x a b
  [-----]
  ^   ^ ^
)"}});
}

TEST(Pattern, LooksInsideRegions) {
  check_drawn({{"(in0 a)", R"(
| a b a | a x a
===       ===
  o       o
  ^       ^
)"},
               // Neither halfway outside nor across two parts of one region.
               {"(in0 (row a b))", R"(
| a b a b a b
    ===   ===
          [-]
          ^ ^
)"},
               {"(in0 (w/2 a b))", R"(
| a x b a b
=== ===
)"},
               {"(w/3 (in1 a) b)", R"(
| a x b x a
=
===
  [---]
  ^   ^
)"}});
}

TEST(Pattern, Nests) {
  check_drawn({{"(row a (or b (row c d)) e)", R"(
| a b e a c d e a c e
  [---] [-----]
  ^ ^ ^ ^ ^ ^ ^
)"},
               {"(w/2 (w/1 a b) (w/1 c d))", R"(
| b a x c d
  [-------]
  ^ ^   ^ ^
)"},
               {"(atleast2 (w/2 a (or b c)))", R"(
| a x b c a x a
  [-------]
  ^   ^ ^ ^
)"},
               // `b` stands between and is not what is asked for there.
               {"(w/5 (row a b) c)", R"(
| a b b x c b
  [-------]
  ^ ^     ^
)"},
               {"(~1 (or a b) (w/2 c d))", R"(
| a x c x d b
  [-------]
      [-----]
  ^   ^   ^ ^
)"}});
}

TEST(Pattern, FindsNothingWhereAUnitDoes) {
  check_drawn({{"(row a e)", R"(
| a b
)"},
               {"(w/ a e)", R"(
| a b
)"},
               {"(~9 a e)", R"(
| a b
)"},
               {"(atleast2 e)", R"(
| a b
)"},
               {"(or a e)", R"(
| a b
  o
  ^
)"},
               {"(or)", R"(
| a b
)"},
               {"(row)", R"(
| a b
)"},
               {"(~5)", R"(
| a b
)"},
               {"(w/5 (or) a)", R"(
| a b
)"},
               {"a", R"(

)"}});
}

TEST(Pattern, ForgetsTheArticleBefore) {
  const DrawnText first("| a x b"), second("| b a b");
  const WrittenPattern written = pattern_of("(w/1 a b)");
  Pattern pattern(written.whole);
  for (int round = 0; round < 2; ++round) {
    const std::vector<Intervals> far = {first.places_of("a"), first.places_of("b")};
    EXPECT_TRUE(pattern.find(first.places(far)).empty());
    EXPECT_TRUE(pattern.marks().empty());
    const std::vector<Intervals> near = {second.places_of("a"), second.places_of("b")};
    EXPECT_EQ(drawn_intervals(pattern.find(second.places(near))), "  [-]\n    [-]\n");
    EXPECT_EQ(drawn_marks(pattern.marks()), "  ^ ^ ^\n");
  }
}

TEST(Pattern, RefusesATreeThatMeansNothing) {
  const Unit leaf = {Leaf{}};
  const std::vector<Unit> malformed = {
      {Leaf{}, {leaf}},         {Pair{}, {}},
      {Pair{}, {leaf}},         {Pair{}, {leaf, leaf, leaf}},
      {Repeated{2}, {}},        {Repeated{2}, {leaf, leaf}},
      {Repeated{0}, {leaf}},    {Inside{}, {}},
      {Inside{}, {leaf, leaf}},
  };
  for (const Unit& unit : malformed) {
    EXPECT_THROW(Pattern{unit}, std::invalid_argument) << unit.is.index();
    const Unit whole = {AnyUnit{}, {leaf, unit}};
    EXPECT_THROW(Pattern{whole}, std::invalid_argument) << unit.is.index();
  }
}

TEST(Pattern, RefusesASetOrARegionThatTheArticleLacks) {
  const DrawnText text("| a b\n  =");
  const std::vector<Intervals> sets = {text.places_of("a")};
  const Unit leaf = {Leaf{0}};
  EXPECT_THROW(Pattern({Leaf{1}}).find(text.places(sets)), std::out_of_range);
  EXPECT_EQ(Pattern({Inside{0}, {leaf}}).find(text.places(sets)).size(), 1U);
  EXPECT_THROW(Pattern({Inside{1}, {leaf}}).find(text.places(sets)), std::out_of_range);
}

}  // namespace
}  // namespace backfile
