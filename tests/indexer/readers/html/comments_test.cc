// What readers wrote below a story is never taken for it, however short the story is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string brief =
    "<h1>The dam</h1><p class=\"byline\">By Una Vray | 3 February 2014</p><p>The dam at Tarn End "
    "is to be eleven metres high, if it is built at all.</p>";

std::string reply(const std::string& opening) {
  return "<div>" + opening +
         "<p>A zloty piece, and I say so as one who lives there and has two cows. Nobody has asked "
         "the cows. When the water comes, they will be the first to hear of it, as in the year of "
         "the long rain. I shall vote against the dam, and so will my brother.</p></div>";
}
std::string four(const std::string& opening) {
  return reply(opening) + reply(opening) + reply(opening) + reply(opening);
}

std::string body_of(const std::string& body) {
  return in_one_line(
      read_one("a.html", "<html lang=\"en\"><head><title>The dam | Tarn Post</title></head><body>" +
                             body + "<footer>Tarn Post</footer></body></html>")
          .body);
}

TEST(HtmlComments, AreNotTheStoryBelowAShortOne) {
  const std::string signed_line = "<b>Bob Smith</b> 4 March 2016 at 10:00";
  const std::string boxes[] = {
      "<div id=\"disqus\">" + four(signed_line) + "</div>",
      "<div id=\"comments\">" + four(signed_line) + "</div>",
      "<section class=\"discussion\">" + four(signed_line) + "</section>",
      "<div id=\"respond\">" + four("<b>Bob</b> <time>4 March</time>") + "</div>",
      "<div id=\"comments\">" + four("<b>Bob</b>") + "<textarea></textarea></div>",
      "<ol class=\"comment-list\"><li class=\"comment\">" + reply("Bob") +
          "</li><li class=\"comment\">" + reply("Ann") + "</li></ol>",
  };
  for (const std::string& box : boxes) {
    for (const std::string& html : {"<div id=\"main\">" + brief + "</div>" + box, brief + box,
                                    "<div><div>" + brief + "</div>" + box + "</div>"}) {
      EXPECT_THAT(body_of(html), HasSubstr("eleven metres")) << html;
      EXPECT_THAT(body_of(html), Not(HasSubstr("zloty"))) << html;
    }
  }
}

TEST(HtmlComments, OfAPageWithoutAnyOtherProseAreItsStory) {
  const std::string signed_line = "<b>Bob Smith</b> 4 March 2016 at 10:00";
  EXPECT_THAT(body_of("<h1>The dam</h1><div id=\"disqus\">" + four(signed_line) + "</div>"),
              HasSubstr("zloty"));
}

TEST(HtmlComments, AreNoStoryThatIsCalledOne) {
  const std::string bodies[] = {
      "<h1>The dam</h1><p>Why it must not be built, and what should be.</p><div "
      "class=\"comment\">" +
          reply("") + "</div>",
      "<h1>The dam</h1><p>Why it must not be built, and what should be.</p>"
      "<div class=\"discussion\">" +
          reply("") + reply("") + "</div>",
  };
  for (const std::string& html : bodies) EXPECT_THAT(body_of(html), HasSubstr("zloty")) << html;
}

}  // namespace
}  // namespace backfile
