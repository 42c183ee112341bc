// Front pages of blogs as the programs that make them mark them up: each post is an article.
#include "indexer/readers/html/several/candidates.h"

#include <gtest/gtest.h>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

const std::string first =
    "<p>The barge had lost her rudder in the night. Her skipper rang the bell for an hour, and the "
    "bridge keeper thought that it was a wedding.</p>";
const std::string second =
    "<p>The judges walked round it twice, one each way, and met at the back. They found no seam, "
    "and said so in the minutes, which are long.</p>";

// "Title, date, author: number of paragraphs" of each article.
std::string read_all(const std::string& body) {
  const ReadText all = read_text_as("a.html",
                                    "<html lang=\"en\"><head><title>The Quay</title></head>"
                                    "<body>" +
                                        body + "</body></html>");
  std::string lines;
  for (const Article& one : all.articles)
    lines += one.title + ", " + one.published.substr(0, 10) + ", " + in_one_line(one.author) +
             ": " + std::to_string(one.body.size()) + "\n";
  return lines;
}

TEST(SeveralCandidates, AreThePostsOfBlogs) {
  const struct {
    std::string what, first, second, read;
  } cases[] = {
      {"Joomla",
       "<div class=\"item column-1\"><h2><a href=\"/5\">Barge</a></h2><dl class=\"article-info\">"
       "<dt>Details</dt><dd class=published>Published: 15 March 2012</dd><dd class=hits>Hits: 12"
       "</dd></dl>" +
           first + "</div>",
       "<div class=\"item column-1\"><h2><a href=\"/6\">Pumpkin</a></h2><dl class=\"article-info\">"
       "<dt>Details</dt><dd class=published>Published: 16 March 2012</dd><dd class=hits>Hits: 12"
       "</dd></dl>" +
           second + "</div>",
       "Barge, 2012-03-15, : 1\nPumpkin, 2012-03-16, : 1\n"},
      {"Movable Type",
       "<h2 class=date>March 15, 2012</h2><div class=blogbody><h3 class=title>Barge</h3>" + first +
           "<p class=posted>Posted by Ole Brand at <a>05:01 PM</a> | Comments (2)</p></div>",
       "<h2 class=date>March 16, 2012</h2><div class=blogbody><h3 class=title>Pumpkin</h3>" +
           second +
           "<p class=posted>Posted by Ole Brand at <a>05:01 PM</a> | Comments (2)</p></div>",
       "Barge, 2012-03-15, Ole Brand: 2\nPumpkin, 2012-03-16, Ole Brand: 2\n"},
      {"Movable Type without headings",
       "<div class=date>March 15, 2012</div><div class=blogbody><span "
       "class=title>Barge</span><br>" +
           first + "<div class=posted>Posted by Ole Brand at 05:01 PM</div></div>",
       "<div class=date>March 16, 2012</div><div class=blogbody><span "
       "class=title>Pumpkin</span><br>" +
           second + "<div class=posted>Posted by Ole Brand at 05:01 PM</div></div>",
       "Barge, 2012-03-15, Ole Brand: 2\nPumpkin, 2012-03-16, Ole Brand: 2\n"},
      {"TypePad",
       "<h2 class=\"date-header\">Thursday, March 15, 2012</h2><div class=\"entry-type-post "
       "entry\">"
       "<h3 class=\"entry-header\"><a href=\"/5\">Barge</a></h3>" +
           first + "</div>",
       "<h2 class=\"date-header\">Friday, March 16, 2012</h2><div class=\"entry-type-post entry\">"
       "<h3 class=\"entry-header\"><a href=\"/6\">Pumpkin</a></h3>" +
           second + "</div>",
       "Barge, 2012-03-15, : 1\nPumpkin, 2012-03-16, : 1\n"},
      {"LiveJournal",
       "<div class=\"entry-wrap\"><div class=entry><dl><dt class=\"entry-title\"><a>Barge</a></dt>"
       "<dd class=\"entry-date\">March 15, 2012 at 5:01 PM</dd><dd>" +
           first + "</dd></dl></div></div>",
       "<div class=\"entry-wrap\"><div class=entry><dl><dt "
       "class=\"entry-title\"><a>Pumpkin</a></dt>"
       "<dd class=\"entry-date\">March 16, 2012 at 5:01 PM</dd><dd>" +
           second + "</dd></dl></div></div>",
       "Barge, 2012-03-15, : 1\nPumpkin, 2012-03-16, : 1\n"},
      {"Drupal",
       "<h1>News</h1><div id=node-5 class=\"node node-article\"><h2><a "
       "href=\"/node/5\">Barge</a></h2>"
       "<div class=\"meta submitted\">Submitted by Anna Bell on Thu, 03/15/2012 - 10:00</div>" +
           first + "</div>",
       "<div id=node-6 class=\"node node-article\"><h2><a href=\"/node/6\">Pumpkin</a></h2><div "
       "class=\"meta submitted\">Submitted by Anna Bell on Fri, 03/16/2012 - 10:00</div>" +
           second + "</div>",
       "Barge, 2012-03-15, Anna Bell: 1\nPumpkin, 2012-03-16, Anna Bell: 1\n"},
      {"a newspaper, whose day may be that of the visit",
       "<h1>The Quay</h1><p>Thursday, 15 March 2012</p><div class=art><h2>Barge</h2><p "
       "class=by>From "
       "our correspondent Anna Bell</p>" +
           first + "</div>",
       "<div class=art><h2>Pumpkin</h2><p class=by>From our correspondent Ole Brand</p>" + second +
           "</div>",
       "Barge, , Anna Bell: 1\nPumpkin, , Ole Brand: 1\n"},
      {"phpBB",
       "<div class=\"post bg2\"><h3><a>Barge</a></h3><p class=author>by <strong>user5</strong> » "
       "Thu "
       "Mar 15, 2012 10:00 am</p><div>" +
           first + "</div></div>",
       "<div class=\"post bg2\"><h3><a>Pumpkin</a></h3><p class=author>by <strong>user6</strong> » "
       "Fri Mar 16, 2012 10:00 am</p><div>" +
           second + "</div></div>",
       "Barge, 2012-03-15, user5: 1\nPumpkin, 2012-03-16, user6: 1\n"},
  };
  for (const auto& one : cases) EXPECT_EQ(read_all(one.first + one.second), one.read) << one.what;
}

TEST(SeveralCandidates, HaveTheDayThatTheTitleNamesAsWell) {
  const auto issue = [](const std::string& title) {
    const std::string story = "</h2><p class=by>From our correspondent Anna Bell</p>";
    return read_text_as("a.html", "<html lang=\"en\"><head><title>" + title +
                                      "</title></head><body><h1>The Quay</h1><p>Thursday, 15 March "
                                      "2012</p><div class=art><h2>Barge" +
                                      story + first + "</div><div class=art><h2>Pumpkin" + story +
                                      second + "</div></body></html>")
        .articles;
  };
  for (const Article& one : issue("The Quay, 15 March 2012"))
    EXPECT_EQ(one.published, "2012-03-15");
  for (const Article& one : issue("The Quay")) EXPECT_EQ(one.published, "");
  EXPECT_EQ(issue("The Quay").size(), 2u);
}

TEST(SeveralCandidates, KeepTheDayBelowAHeadlineThatNoBoxHolds) {
  EXPECT_EQ(read_all("<h2>Barge</h2><p>15 March 2012</p>" + first +
                     "<h2>Pumpkin</h2><p>16 March 2012</p>" + second),
            "Barge, 2012-03-15, : 1\nPumpkin, 2012-03-16, : 1\n");
}

TEST(SeveralCandidates, LeaveAStoryWithADayAboveItAlone) {
  EXPECT_EQ(
      read_all("<div class=top>Monday, November 30, 2026</div><div class=post><h2>Barge</h2>" +
               first + "<p>3 May 2014</p></div><div class=post><h2>Pumpkin</h2>" + second +
               "<p>4 May 2014</p></div>")
          .find("2026"),
      std::string::npos);
  EXPECT_EQ(read_all("<div class=node><h2>The Quay</h2><div class=submitted>15 March 2012</div>" +
                     first + second + "</div>"),
            "The Quay, 2012-03-15, : 2\n");
}

}  // namespace
}  // namespace backfile
