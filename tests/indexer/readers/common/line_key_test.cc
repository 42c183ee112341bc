// Lines that differ only in numbers and dates.
#include "indexer/readers/common/line_key.h"

#include <gtest/gtest.h>

namespace backfile {
namespace {

TEST(LinePattern, HasNoNumbersAndNoDates) {
  const struct {
    const char* line;
    const char* pattern;
  } table[] = {
      {"Read 1,204 times", "read # times"},
      {"Posted on May 3, 2014", "posted on #"},
      {"Posted on 12 March 2015 by mail", "posted on # by mail"},
      {"Publicado el 3 de mayo de 2014", "publicado el #"},
      {"Am 3. März 2015 erschienen", "am # erschienen"},
      {"2014年5月3日 掲載", "#年#月#日 掲載"},
      {"Page 3", "page #"},
      {"12:30-14.45", "#"},
      {"In 1914 the war began", "in # the war began"},
      {"See https://a.example/2014/3 of 3 May 2014", "see https://a.example/2014/3 of 3 may 2014"},
      {"", ""},
      {"7", "#"},
  };
  for (const auto& row : table) EXPECT_EQ(line_pattern(row.line), row.pattern) << row.line;
}

// Stored in generations, so they never change.
TEST(LineKey, IsTheSameOnEveryMachine) {
  EXPECT_EQ(line_key("Share this story"), line_key("SHARE this story"));
  EXPECT_NE(line_key("Share this story"), line_key("Share that story"));
  EXPECT_EQ(stable_hash("Share this story"), 699823344292904494U);
  EXPECT_NE(stable_hash(""), 0U);
}

}  // namespace
}  // namespace backfile
