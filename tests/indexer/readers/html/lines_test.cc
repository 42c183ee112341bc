// No line of a story is lost for being short, whatever box it is in; short boilerplate is removed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string first =
    "The dam at Tarn End is to be eleven metres high, if it is built at all. The water board says "
    "that it must be, and has bought the spades.";
const std::string second =
    "There are forty-one houses below the line of the flood. Nine of them are lived in the whole "
    "year, the others for a week at Easter.";
const std::string third =
    "The council votes in March. Six are for it, six are against it, and the thirteenth is in "
    "hospital with his wife's permission.";

std::string body_of(const std::string& article, const std::string& title = "The dam") {
  return in_one_line(
      read_one("a.html", "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>" + title +
                             "</title></head><body><main><h1>" + title + "</h1>" + article +
                             "</main></body></html>")
          .body);
}

// The ways in which templates wrap a paragraph.
struct Wrapping {
  std::string open, close;
  std::string around(const std::string& text) const { return open + text + close; }
};
const Wrapping wrappings[] = {
    {"<div>", "</div>"},
    {"<div class=\"par\"><span>", "</span></div>"},
    {"<div class=\"block\"><div class=\"text\">", "</div></div>"},
    {"<section><p>", "</p></section>"},
    {"<div class=\"x\"><p>", "</p></div>"},
    {"<table><tr><td>", "</td></tr></table>"},
    {"<p>", "</p>"},
};

TEST(HtmlLines, StayBetweenParagraphsHoweverShort) {
  for (const Wrapping& paragraph : wrappings) {
    for (const std::string line : {"No.", "He left at nine.", "“Why?”", "Chapter Two", "* * *",
                                   "他说他明天再来看看老桥。"}) {
      const std::string article = paragraph.around(first) + paragraph.around(line) +
                                  paragraph.around(second) + paragraph.around(third);
      EXPECT_THAT(body_of(article), HasSubstr(line)) << article;
    }
  }
}

TEST(HtmlLines, StayInBoxesUnlikeTheParagraphsAround) {
  for (const std::string box :
       {"<div>No.</div>", "<div class=\"dropcap\"><span>No.</span></div>",
        "<section><div>No.</div></section>", "<table><tr><td>No.</td></tr></table>",
        "<div class=\"share-price\">No.</div>",
        "<div class=\"poem\"><div>No.</div><div>The tide</div></div>"}) {
    const std::string article = "<p>" + first + "</p>" + box + "<p>" + second + "</p>";
    EXPECT_THAT(body_of(article), HasSubstr("No.")) << article;
  }
}

TEST(HtmlLines, StayInARowOfDialogue) {
  std::string talk;
  for (const char* line : {"“Go.”", "“Where?”", "“Home.”", "“Why?”"})
    talk += "<div>" + std::string(line) + "</div>";
  EXPECT_THAT(body_of("<div>" + first + "</div>" + talk + "<div>" + second + "</div>"),
              HasSubstr("“Go.” / “Where?” / “Home.” / “Why?”"));
}

TEST(HtmlLines, StayWhereASentenceOpensOrClosesTheStory) {
  const std::string middle = "<p>" + first + "</p><p>" + second + "</p>";
  EXPECT_THAT(body_of("<div class=\"intro\"><div>The dam broke.</div></div>" + middle),
              HasSubstr("The dam broke."));
  EXPECT_THAT(body_of(middle + "<div><div>And then it fell.</div></div>"),
              HasSubstr("And then it fell."));
  const std::string boxes = "<div>" + first + "</div><div>" + second + "</div>";
  EXPECT_THAT(body_of(boxes + "<div>“Why?”</div><div>Nobody said.</div>"),
              HasSubstr("“Why?” / Nobody said."));
}

TEST(HtmlLines, GoWhereTheyAreBoilerplateByNameLinkOrWord) {
  for (const std::string box :
       {"<div class=\"share\">Zloty.</div>", "<div class=\"promo\"><div>Zloty.</div></div>",
        "<div><span class=\"newsletter\">Zloty.</span></div>",
        "<div><a href=\"/z\">Zloty.</a></div>", "<div><button>Zloty.</button></div>",
        "<div class=\"related\"><p>Zloty.</p></div>", "<div class=\"ad\">Zloty.</div>",
        "<div>Advertisement</div>", "<div>Share this</div>", "<div>Newsletter</div>",
        "<div>|</div>"}) {
    for (const Wrapping& paragraph : {wrappings[0], wrappings[6]}) {
      const std::string article =
          paragraph.around(first) + paragraph.around(second) + box + paragraph.around(third);
      EXPECT_THAT(body_of(article), HasSubstr("at Easter. / The council votes")) << article;
    }
  }
}

TEST(HtmlLines, GoWhereTheyNameAuthorOrDateBelowTheStandfirst) {
  for (const std::string line : {"By Ada Bell", "3 June 2020", "4 min read"}) {
    EXPECT_THAT(body_of("<div>" + first + "</div><div>" + line + "</div><div>" + second + "</div>"),
                Not(HasSubstr(line)));
  }
}

TEST(HtmlLines, GoWhereTheySayTheHeadlineAgain) {
  const std::string title = "Who built the dam?";
  EXPECT_THAT(body_of("<div>" + title + "</div><div>" + first + "</div>", title),
              Not(HasSubstr(title)));
}

}  // namespace
}  // namespace backfile
