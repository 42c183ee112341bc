// Which addresses of other sites a page may link to.
#include "server/api/web_address.h"

#include <gtest/gtest.h>

namespace backfile {
namespace {

TEST(WebAddress, LinksToTheWebAndNowhereElse) {
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

TEST(WebAddress, NamesTheHostThatALinkLeadsTo) {
  EXPECT_EQ(host_of("https://www.example.org/a?b"), "example.org");
  EXPECT_EQ(host_of("https://bank.example@evil.example:8080/"), "evil.example");
  EXPECT_EQ(host_of("http://[::1]:8080/a"), "[::1]");
  EXPECT_EQ(host_of("http://[::1/a"), "");
}

}  // namespace
}  // namespace backfile
