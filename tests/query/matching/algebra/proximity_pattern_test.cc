// Two units near each other, in drawings: see drawn_cases.h.
#include <gtest/gtest.h>

#include "tests/query/matching/algebra/drawn_cases.h"

namespace backfile {
namespace {

TEST(Pattern, FindsProximityInEitherOrder) {
  check_drawn({{"(w/2 a b)", R"(
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
  check_drawn({{"(w/1 st b)", R"(
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
  check_drawn({{"(w/2 a a)", R"(
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

// Read from the other side, the same interval has a pair that overlaps or stands too far apart.
TEST(Pattern, MarksOnlyThePairThatIsNear) {
  check_drawn({{"(w/1 s,tr s,r)", R"(
| s t r
  [---]
  ^ ^^^
)"},
               {"(w/2 st,r s,tr)", R"(
| s t r
  [---]
  ^   ^
)"}});
}

TEST(Pattern, LetsProximityCrossParagraphsButNotFields) {
  check_drawn({{"(w/3 a b)", R"(
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
  check_drawn({{"(w/s a b)", R"(
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

}  // namespace
}  // namespace backfile
