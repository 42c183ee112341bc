// Lines without any markup at the start of a text that say who wrote it and when.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

using testing::ElementsAre;

const std::string first =
    "The old weir at Kellby broke in the night and took the mill along with it, the council said.";
const std::string last =
    "Nobody was hurt, but the road to the upper villages will stay closed until the spring.";

Article read_page(const std::string& opening, const std::string& head = "",
                  const std::string& foot = "") {
  const ReadText read =
      read_text_as("a.html", "<html><head><title>The weir breaks</title>" + head +
                                 "</head><body><h1>The weir breaks</h1>" + opening + "<p>" + first +
                                 "</p><p>" + last + "</p>" + foot + "</body></html>");
  return read.articles.size() == 1 ? read.articles.front() : Article();
}

TEST(HtmlCredits, LeaveTheBodyForTheFields) {
  const std::vector<std::string> both = {"Ada Holm", "Bo Lind"}, ada = {"Ada Holm"};
  const struct {
    std::string opening;
    std::vector<std::string> author;
    std::string published;
  } cases[] = {
      {"<p>By Ada Holm and Bo Lind, Staff Writers in Oslo</p><p>3 May 2014</p>", both,
       "2014-05-03"},
      {"<div>By Ada Holm and Bo Lind, Staff Writers in Oslo</div><div>3 May 2014</div>", both,
       "2014-05-03"},
      {"By Ada Holm and Bo Lind, Staff Writers in Oslo<br>3 May 2014<br><br>", both, "2014-05-03"},
      {"<p>By Ada Holm and Bo Lind<br>Published on May 3rd, 2014</p>", both, "2014-05-03"},
      {"<p>3 May 2014</p><p>By Ada Holm, Our Correspondent in Velmouth</p>", ada, "2014-05-03"},
      {"<p><b>By <a href=/ada>Ada Holm</a></b></p><p><i>Posted: 3 May 2014</i></p>", ada,
       "2014-05-03"},
      {"<p>Von Ada Holm und Bo Lind, Oslo</p><p>Veröffentlicht am 3. Mai 2014</p>", both,
       "2014-05-03"},
      {"<figure><img src=w.png><figcaption>The weir</figcaption></figure><p>By Ada Holm</p>", ada,
       ""},
  };
  for (const auto& row : cases) {
    SCOPED_TRACE(row.opening);
    const Article article = read_page(row.opening);
    EXPECT_THAT(article.body, ElementsAre(first, last));
    EXPECT_EQ(article.author, row.author);
    EXPECT_EQ(article.published, row.published);
  }
}

TEST(HtmlCredits, MayStandBelowAStandfirst) {
  EXPECT_THAT(read_page("<p>The road is closed</p><p>By Ada Holm</p><p>3 May 2014</p>").body,
              ElementsAre("The road is closed", first, last));
}

TEST(HtmlCredits, StayWhereTheyAreNotThoseOfTheArticle) {
  const std::string ada = "<meta name=author content='Ada Holm'>";
  const std::string dated = "<meta property=article:published_time content=2014-05-03T17:30>";
  const struct {
    std::string line, head;
    bool stays;
  } cases[] = {
      {"By Ada Holm, Staff Writer", ada, false},
      {"By Carl Roe", ada, true},
      {"By Ada Holm and Bo Lind", ada, true},
      {"3 May 2014", dated, false},
      {"1 May 1917", dated, true},
      {"By Jove and by thunder, said Ada.", "", true},
      {"31 February 2014", "", true},
      {"Tags: weirs, mills", "", true},
      {"https://lantern.example/weir", "", true},
  };
  for (const auto& row : cases) {
    SCOPED_TRACE(row.line + row.head);
    const std::vector<std::string> body = read_page("<p>" + row.line + "</p>", row.head).body;
    ASSERT_EQ(body.size(), row.stays ? 3U : 2U);
    EXPECT_EQ(body.front() == row.line, row.stays);
  }
}

TEST(HtmlCredits, StayInsideTheStoryAndWhereTheyAreAllOfIt) {
  EXPECT_EQ(read_page("", "", "<p>By Ada Holm</p>").body.size(), 3U);
  EXPECT_EQ(
      read_page("<p>The road is closed.</p><p>So is the school.</p><p>By Ada Holm</p>").body.size(),
      5U);
  const Article alone = read_one("a.html",
                                 "<html><head><title>The weir</title></head><body><h1>The weir"
                                 "</h1><p>By Ada Holm</p><p>3 May 2014</p></body></html>");
  EXPECT_THAT(alone.body, ElementsAre("By Ada Holm", "3 May 2014"));
}

// The same lines in a body that is plain text.
TEST(HtmlCredits, LeaveThePlainTextOfADatedArticleToo) {
  const std::string start = "{\"title\":\"The weir\",\"date\":\"2014-05-03\",\"body\":\"";
  const std::string rest = "\\n\\n" + first + "\"}";
  const Article own = read_one("a.json", start + "By Ada Holm\\n\\n3 May 2014" + rest);
  EXPECT_THAT(own.body, ElementsAre(first));
  EXPECT_THAT(own.author, ElementsAre("Ada Holm"));
  EXPECT_THAT(read_one("a.json", start + "1 May 1917" + rest).body,
              ElementsAre("1 May 1917", first));
}

}  // namespace
}  // namespace backfile
