// What each kind of unit denotes and what is marked for it, drawn: see drawn_text.h for the text
// and what stands below it, pattern_notation.h for the patterns.
#include "query/matching/algebra/pattern.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "tests/query/matching/algebra/algebra_oracle.h"
#include "tests/query/matching/algebra/drawn_text.h"
#include "tests/query/matching/algebra/pattern_notation.h"

namespace backfile {
namespace {

struct Case {
  const char *pattern, *drawing;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    const std::string_view expected = std::string_view(c.drawing).substr(1);  // behind R"(
    const DrawnText text(expected);
    const WrittenPattern written = pattern_of(c.pattern);
    std::vector<Intervals> sets;
    for (const std::string& spellings : written.sets) sets.push_back(text.places_of(spellings));
    const Places places = text.places(sets);

    Pattern pattern(written.whole);
    std::string actual = text.drawing() + drawn_intervals(pattern.find(places));
    actual += drawn_marks(pattern.marks());
    EXPECT_EQ(actual, expected) << c.pattern;

    const OracleFindings tried = find_by_trying(written.whole, places);
    EXPECT_EQ(text.drawing() + drawn_intervals(tried.found) + drawn_marks(tried.marks), expected)
        << "the oracle, of " << c.pattern;
  }
}

TEST(Pattern, FindsWordsAndCompounds) {
  check({{"a", R"(
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
  check({{"(or a b)", R"(
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
  check({{"(row a b)", R"(
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
  check({{"(row a b)", R"(
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

TEST(Pattern, FindsProximityInEitherOrder) {
  check({{"(w/2 a b)", R"(
| a x b x x b x a
  [---]     [---]
  ^   ^     ^   ^
)"},
         {"(w/1 a b)", R"(
| a b a x b
  [-]
    [-]
  ^ ^ ^
)"},
         {"(pre/2 a b)", R"(
| b a x b a
    [---]
    ^   ^
)"},
         // The least of what lies in one another.
         {"(w/9 a b)", R"(
| a a x b b
    [---]
    ^   ^
)"},
         {"(w/ a b)", R"(
| a x x x x x x x x x x x b
  [-----------------------]
  ^                       ^
)"}});
}

TEST(Pattern, MeasuresProximityFromEndToBeginning) {
  check({{"(w/1 st b)", R"(
| s t b x s t x b
  [---]
  ^^^ ^
)"},
         {"(w/2 (row a b) (row c d))", R"(
| a b x c d x a b
  [-------]
        [-------]
  ^ ^   ^ ^   ^ ^
)"},
         {"(w/0 a b)", R"(
| a b
)"}});
}

TEST(Pattern, TakesNoPlaceTwiceForProximity) {
  check({{"(w/2 a a)", R"(
| a x a x x a
  [---]
  ^   ^
)"},
         {"(w/5 a,b b,c)", R"(
| x x b x x
)"},
         {"(w/5 a,b b,c)", R"(
| c x b x b
  [---]
      [---]
  ^   ^   ^
)"},
         {"(w/1 st t)", R"(
| s t x s t t
        [---]
        ^^^ ^
)"},
         // The nearest overlaps; the next does not.
         {"(w/3 (row a b) (row b c))", R"(
| a b c x b c
  [---------]
  ^ ^     ^ ^
)"}});
}

TEST(Pattern, LetsProximityCrossParagraphsButNotFields) {
  check({{"(w/3 a b)", R"(
| a / x b
  [-----]
  ^     ^
)"},
         // The marker is a position.
         {"(w/1 a b)", R"(
| a / b
)"},
         {"(w/9 a b)", R"(
| a | b
)"},
         {"(w/ a b)", R"(
| a | b / a
      [---]
      ^   ^
)"}});
}

TEST(Pattern, KeepsProximityInASentenceOrParagraph) {
  check({{"(w/s a b)", R"(
| a x b.a / b x.b a.a b
  [---]         [-] [-]
  ^   ^         ^ ^ ^ ^
)"},
         {"(w/p a b)", R"(
| a x.b / a | b
  [---]
  ^   ^
)"},
         {"(pre/s a b)", R"(
| b a.b x a x b
          [---]
          ^   ^
)"},
         {"(w/1s a b)", R"(
| a x b.b a
        [-]
        ^ ^
)"},
         {"(pre/2p a b)", R"(
| b a.b / x a x b
    [-]     [---]
    ^ ^     ^   ^
)"}});
}

TEST(Pattern, FindsWindowsInAnyOrder) {
  check({{"(~0 a b)", R"(
| b a x b
  [-]
  ^ ^
)"},
         {"(~1 a b)", R"(
| b a x b
  [-]
    [---]
  ^ ^   ^
)"},
         {"(~2 a b c)", R"(
| c x a x b x x c
  [-------]
  ^   ^   ^
)"},
         {"(~1 a b c)", R"(
| c x a x b
)"},
         // Words joined in one are as long as they are; only what stands between counts.
         {"(~1 st b)", R"(
| s t x b x x s t
  [-----]
  ^^^   ^
)"},
         // Of one word of it, whatever lies within.
         {"(~1 a b c)", R"(
| a b b c
  [-----]
  ^ ^ ^ ^
)"},
         {"(~0 (row a b) c)", R"(
| c a b c
  [---]
    [---]
  ^ ^ ^ ^
)"}});
}

TEST(Pattern, TakesNoPlaceTwiceForAWindow) {
  check({{"(~1 a a)", R"(
| a x a x x a
  [---]
  ^   ^
)"},
         {"(~9 a a a)", R"(
| a x a
)"},
         {"(~0 a,b b,c)", R"(
| x b x c b
        [-]
        ^ ^
)"},
         // The one place of `a` is wanted by all three.
         {"(~0 a,b a,c a)", R"(
| a c b / b a c
  [---]   [---]
  ^ ^ ^   ^ ^ ^
)"},
         {"(~0 a,b a,b a)", R"(
| b a b / b b
  [---]
  ^ ^ ^
)"},
         {"(~0 st t)", R"(
| s t x s t t
        [---]
        ^^^ ^
          ^
)"}});
}

TEST(Pattern, LetsWindowsCrossParagraphsButNotFields) {
  check({{"(~1 a b)", R"(
| a / b | a | b
  [---]
  ^   ^
)"},
         {"(~0 a b)", R"(
| a / b x a.b
          [-]
          ^ ^
)"}});
}

TEST(Pattern, CountsRepeatedUnits) {
  check({{"(atleast2 a)", R"(
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
  check({{"(in0 a)", R"(
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
  check({{"(row a (or b (row c d)) e)", R"(
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
  check({{"(row a e)", R"(
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

}  // namespace
}  // namespace backfile
