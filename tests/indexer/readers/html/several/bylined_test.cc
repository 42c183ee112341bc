// Stories of a page that a line below each headline tells apart: a byline or a date, in no element
// that says what it is.
#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

std::string p(int number) {
  return "<p>Paragraph " + std::to_string(number) +
         " says that the old bridge at Kellby will be mended before the winter, as the mayor told "
         "the council on a long Tuesday.</p>";
}
std::string day(const std::string& body) {
  return "<html lang=\"en\"><head><title>Kellby Post</title></head><body>" + body +
         "</body></html>";
}
std::string part(const std::string& tag, const std::string& headline, const std::string& rest) {
  return "<" + tag + "><h2>" + headline + "</h2>" + rest + "</" + tag.substr(0, tag.find(' ')) +
         ">";
}

// "Ferry waits: 1 2; Cat found: 3".
std::string told(const std::string& html) {
  std::string line;
  for (const Article& article : read_text_as("day.html", html).articles) {
    line += (line.empty() ? "" : "; ") + article.title + ":";
    const std::string body = in_one_line(article.body);
    for (std::size_t at = 0; (at = body.find("Paragraph ", at)) != body.npos;) {
      at += std::string_view("Paragraph ").size();
      line += ' ' + body.substr(at, body.find_first_not_of("0123456789", at) - at);
    }
  }
  return line;
}

// A line below the headline is enough, without a class; one that lacks it has no author or date.
TEST(BylinedStories, AreToldApartByALineBelowTheHeadline) {
  const auto flat = [](const std::string& headline, const std::string& rest) {
    return "<h2>" + headline + "</h2>" + rest;
  };
  const std::string una = "<p>By Una Vray</p>", orrin = "<p>By Orrin Blythe</p>";
  const std::string may = "<p>5 May 2014</p>", june = "<p>Posted on 6 June 2014</p>";
  const std::string item = "div class=\"item\"", box = "div class=\"story\"";
  const std::string two = "Ferry waits: 1 2; Cat found: 3", three = two + "; Goats: 4";
  const struct {
    const char* what;
    std::string html;
    std::string expected;
  } cases[] = {
      {"flat headlines with a date",
       day(flat("Ferry waits", may + p(1) + p(2)) + flat("Cat found", june + p(3))), two},
      {"boxes with a date",
       day(part(item, "Ferry waits", may + p(1) + p(2)) + part(item, "Cat found", june + p(3))),
       two},
      {"boxes with an element of time",
       day(part(item, "Ferry waits", "<time datetime=\"2014-05-06\">x</time>" + p(1) + p(2)) +
           part(item, "Cat found", "<time datetime=\"2014-05-07\">x</time>" + p(3))),
       two},
      {"a box beside articles",
       day(part("article", "Ferry waits", una + p(1) + p(2)) +
           part("article", "Cat found", orrin + p(3)) + part(box, "Goats", una + p(4))),
       three},
      {"sections, one without",
       day(part("section", "Ferry waits", una + p(1) + p(2)) +
           part("section", "Cat found", orrin + p(3)) + part("section", "Goats", p(4))),
       three},
      {"boxes, one without",
       day(part(box, "Ferry waits", una + p(1) + p(2)) + part(box, "Cat found", orrin + p(3)) +
           part(box, "Goats", p(4))),
       three},
      {"flat headlines, one without",
       day(flat("Ferry waits", una + p(1) + p(2)) + flat("Cat found", p(3)) +
           flat("Goats", orrin + p(4))),
       three},
  };
  for (const auto& one : cases) EXPECT_EQ(told(one.html), one.expected) << one.what;
  const ReadText bare = read_text_as(
      "day.html", day(part("section", "Ferry waits", una + p(1)) +
                      part("section", "Cat found", p(3)) + part("section", "Goats", orrin + p(4))));
  ASSERT_EQ(bare.articles.size(), 3u);
  EXPECT_EQ(bare.articles[0].author, std::vector<std::string>{"Una Vray"});
  EXPECT_TRUE(bare.articles[1].author.empty());
  EXPECT_EQ(bare.articles[2].author, std::vector<std::string>{"Orrin Blythe"});
}

}  // namespace
}  // namespace backfile
