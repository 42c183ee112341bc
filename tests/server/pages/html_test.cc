// Every value is escaped where it becomes part of a page.
#include "server/pages/html.h"

#include <gtest/gtest.h>

#include <string>

namespace backfile {
namespace {

TEST(Html, EscapesEveryValue) {
  const std::string hostile = "<b>\"Tom\" & 'Jerry'</b>";
  EXPECT_EQ(Html(R"(<a title="{}">{}</a>)", hostile, hostile).string(),
            "<a title=\"&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt;\">"
            "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt;</a>");
  EXPECT_EQ(Html().add_text(hostile).string(),
            "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt;");
}

TEST(Html, LetsMarkupOfItsOwnPass) {
  const Html inner("<b>{}</b>", "a < b");
  EXPECT_EQ(Html("<p>{} {}</p>", inner, 3U).string(), "<p><b>a &lt; b</b> 3</p>");
}

TEST(Html, NeverReadsAValueAsMarkup) {
  // A value that looks like a place for the next value is still a value.
  EXPECT_EQ(Html("<p>{}{}</p>", "{}", "second").string(), "<p>{}second</p>");
}

TEST(Html, DropsCharactersThatReorderOrHideText) {
  EXPECT_EQ(Html("<p>{}</p>", "user\u202Etxt.exe\u2066x\u2069\x07").string(),
            "<p>usertxt.exex</p>");
}

TEST(Html, KeepsJsonInsideItsScript) {
  const std::string json = "{\"a\":\"</script><script>alert(1)</script>&\u2028\u2029\"}";
  EXPECT_EQ(Html().add_json_ld(json).string(),
            "<script type=\"application/ld+json\">{\"a\":\"\\u003c/script\\u003e\\u003cscript"
            "\\u003ealert(1)\\u003c/script\\u003e\\u0026\\u2028\\u2029\"}</script>\n");
}

}  // namespace
}  // namespace backfile
