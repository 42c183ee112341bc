#include "server/pages/wording.h"

#include <gtest/gtest.h>

#include <string>

namespace backfile {
namespace {

TEST(Wording, WritesAsMuchOfADateAsIsKnown) {
  const struct {
    std::string iso, text;
  } cases[] = {
      {"2015-06-11", "11 June 2015"},
      {"2015-06-11T10:00:00+02:00", "11 June 2015"},
      {"2015-06", "June 2015"},
      {"2015", "2015"},
      {"", ""},
      {"yesterday", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.iso);
    EXPECT_EQ(written_date(c.iso), c.text);
  }
}

TEST(Wording, KnowsWhereALanguageBegins) {
  EXPECT_EQ(direction("ar"), "rtl");
  EXPECT_EQ(direction("he"), "rtl");
  EXPECT_EQ(direction("en"), "ltr");
  EXPECT_EQ(direction(""), "auto");
  EXPECT_EQ(name_of_language("de"), "German");
  EXPECT_EQ(name_of_language("xx"), "xx");
}

}  // namespace
}  // namespace backfile
