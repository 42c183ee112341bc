// Which titles say the same, whether one is compared with one or with many.
#include "indexer/readers/html/page/title.h"

#include <gtest/gtest.h>

namespace backfile {
namespace {

TEST(Titles, SayTheSameButForSpacesCaseAndPunctuation) {
  const struct {
    std::string_view one, other;
    bool same;
  } cases[] = {
      {"The tide at Port Averrin", "the TIDE\n  at “Port” Averrin!", false},
      {"The tide at Port Averrin", "the TIDE\n  at \"Port\" Averrin!", true},
      {"The tide at Port Averrin", "The tide", false},
      {"The tide", "", false},
      {"", "", true},
      {"", " \n ", true},
      {"!", "?", true},
      {"Der Fluß steigt", "DER FLUSS STEIGT", true},
      {"Der Fluß steigt", "Der Fluß sinkt", false},
      {"L\u2019e\u0301te\u0301", "L\u2019ÉTÉ", true},
      {"港の夜明け", "港の夜明け。", false},
      {"港の夜明け", " 港の夜明け ", true},
      {"\u00A0", "", true},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(std::string(c.one) + " / " + std::string(c.other));
    EXPECT_EQ(same_title(c.one, c.other), c.same);
    EXPECT_EQ(same_title(c.other, c.one), c.same);
    EXPECT_EQ(SameTitle(c.one)(c.other), c.same);
    EXPECT_EQ(SameTitle(c.other)(c.one), c.same);
  }
}

}  // namespace
}  // namespace backfile
