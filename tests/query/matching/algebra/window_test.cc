// Units in any order within a window, in drawings: see drawn_cases.h.
#include <gtest/gtest.h>

#include "tests/query/matching/algebra/drawn_cases.h"

namespace backfile {
namespace {

TEST(Pattern, FindsWindowsInAnyOrder) {
  check_drawn({{"(~0 a b)", R"(
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
  check_drawn({{"(~1 a a)", R"(
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

// The later beginning makes the shorter window, unless only the longer compound keeps to the slack.
TEST(Pattern, WeighsBeginningAgainstGapsInAWindow) {
  check_drawn({{"(~3 y,s rsuvt,x z)", R"(
| y r s u v t x q z
  [---------------]
  ^ ^^^^^^^^^ ^   ^
      ^
)"},
               {"(~4 y,s rsuvt,x z)", R"(
| y r s u v t x q z
      [-----------]
      ^       ^   ^
)"}});
}

TEST(Pattern, LetsWindowsCrossParagraphsButNotFields) {
  check_drawn({{"(~1 a b)", R"(
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

}  // namespace
}  // namespace backfile
