// Query strings as browsers and people send them, decoded and encoded.
#include "server/api/query_string.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace backfile {
namespace {

TEST(QueryString, ReadsWhatBrowsersAndPeopleSend) {
  const struct {
    std::string query;
    QueryString query_string;
  } cases[] = {
      {"", {}},
      {"q=storm", {{"q", "storm"}}},
      {"q=storm+surge&page=2", {{"q", "storm surge"}, {"page", "2"}}},
      {"q=storm%20surge", {{"q", "storm surge"}}},
      {"q==exact", {{"q", "=exact"}}},
      {"q=a=b", {{"q", "a=b"}}},
      {"q=te?t", {{"q", "te?t"}}},
      {"q", {{"q", ""}}},
      {"q=", {{"q", ""}}},
      {"&&q=a&&", {{"q", "a"}}},
      {"=a", {}},
      {"q=a&q=b&q=a", {{"q", "a"}, {"q", "b"}, {"q", "a"}}},
      {"q=100%", {{"q", "100%"}}},
      {"q=%zz%4", {{"q", "%zz%4"}}},
      {"q=Stra%C3%9Fe", {{"q", "Straße"}}},
      {"q=Straße", {{"q", "Straße"}}},
      {"q=a%0D%0Ab%00c%1B", {{"q", "a  b c "}}},
      {"q=%FF", {{"q", "\uFFFD"}}},
      {"q=a%C3", {{"q", "a\uFFFD"}}},
      {"q=%ED%A0%80", {{"q", "\uFFFD\uFFFD\uFFFD"}}},
      {"q=%C0%AF", {{"q", "\uFFFD\uFFFD"}}},
      {"q=%F0%9F%93%B0", {{"q", "📰"}}},
      {"q=%F4%90%80%80", {{"q", "\uFFFD\uFFFD\uFFFD\uFFFD"}}},
      {"%71=a", {{"q", "a"}}},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.query);
    EXPECT_EQ(parse_query_string(c.query), c.query_string);
  }
}

TEST(QueryString, WritesWhatIsSafeInAnAddressAndInHtml) {
  EXPECT_EQ(encode_query_string({{"q", "a b&c=d\"'<>%+#?/é"}}),
            "q=a+b%26c%3Dd%22%27%3C%3E%25%2B%23%3F%2F%C3%A9");
  EXPECT_EQ(encode_query_string({{"q", ""}, {"section", "News & Views"}}),
            "q=&section=News+%26+Views");
}

TEST(QueryString, ReadsBackWhatItWrote) {
  std::mt19937 random(21);
  for (int i = 0; i < 2000; ++i) {
    // Whatever the bytes, what is read once is read the same again.
    std::string bytes;
    for (int n = 0; n < 40; ++n) bytes += static_cast<char>(random() % 256);
    const QueryString query_string = parse_query_string(bytes);
    EXPECT_EQ(parse_query_string(encode_query_string(query_string)), query_string)
        << ::testing::PrintToString(bytes);
  }
}

}  // namespace
}  // namespace backfile
