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

TEST(Wording, LinksToTheWebAndNowhereElse) {
  const struct {
    std::string url;
    bool linkable;
  } cases[] = {
      {"https://example.org/a", true},
      {"http://example.org", true},
      {"HTTPS://EXAMPLE.ORG/", true},
      {"javascript:alert(1)", false},
      {"JavaScript://example.org/%0Aalert(1)", false},
      {"data:text/html,<script>", false},
      {"//example.org", false},
      {"/article", false},
      {"", false},
      {"https://", false},
      {"https:///path", false},
      {"https://example.org/a b", false},
      {"https://example.org/\n", false},
      {" https://example.org/", false},
      {"https:\\\\example.org", false},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.url);
    EXPECT_EQ(linkable_address(c.url).has_value(), c.linkable);
  }
}

TEST(Wording, NamesTheHostThatALinkLeadsTo) {
  EXPECT_EQ(host_of("https://www.example.org/a?b"), "example.org");
  EXPECT_EQ(host_of("https://bank.example@evil.example:8080/"), "evil.example");
  EXPECT_EQ(host_of("http://[::1]:8080/a"), "[::1]");
  EXPECT_EQ(host_of("http://[::1/a"), "");
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
