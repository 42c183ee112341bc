// The byline of a page that has no markup for it, only its words.
#include <gtest/gtest.h>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

std::string page(const std::string& below_headline) {
  return "<html><head><title>The lamp of Penmoor</title></head><body><article>"
         "<h1>The lamp of Penmoor</h1>" +
         below_headline +
         "<p>The lamp of Penmoor failed at nine, and again at ten. The second time nobody was "
         "looking, and the keeper has said so himself.</p>"
         "<p>By Sunday it burnt again. The cause was a spider, which has been moved.</p>"
         "</article></body></html>";
}

TEST(HtmlByline, IsKnownByItsWordsWhateverItsElementIsCalled) {
  const struct {
    std::string below, authors;
  } cases[] = {
      {"<p class=\"meta\">9 January 2017 by Una Vray</p>", "Una Vray"},
      {"<div class=\"x1\"><span>14 ноября 2021, 23:50</span> <span>Автор: Глеб Заречный</span> "
       "<span>Просмотров: 1184</span></div>",
       "Глеб Заречный"},
      {"<div class=\"info\"><span>2014年05月03日</span> <span>作者：李晓岚</span></div>", "李晓岚"},
      {"<ul class=\"x\"><li>김하늘 기자</li><li>입력 2016.10.05 23:40</li></ul>", "김하늘"},
      {"<div class=\"zeile\">Interview: Wiebke Sandkuhl | 14. November 2019, 06:00 Uhr</div>",
       "Wiebke Sandkuhl"},
      {"<div class=\"c\"><span>بقلم: سلمى الطريفي</span></div>", "سلمى الطريفي"},
      {"<div class=\"p-article__writer\">佐伯みのり</div>", "佐伯みのり"},
      {"<p class=\"meta\">9 January 2017</p>", ""},
      {"<h2>By Sunday it burnt again</h2>", ""},
      {"<p>Photograph: Hob Tarn</p>", ""},
      {"<div class=\"c3\"><span>Una Vray</span><span>·</span><span>Jan 9, 2017</span><span>·</span>"
       "<span>6 min read</span></div>",
       "Una Vray"},
      {"<p>Una Vray | 9 January 2017</p>", "Una Vray"},
      {"<p>Una Vray, 9 January 2017</p>", ""},
      {"<nav><a href=\"/n\">Harbour News</a></nav><p>Harbour News | 9 January 2017</p>", ""},
      {"<p>Harbour | 9 January 2017</p>", ""},
      {"<p>Flood Warning | 9 January 2017 | Closed</p>", ""},
      {"<footer><div>Submitted by <a href=\"/u/7\">Una Vray</a> on <span>Mon, 01/16/2017 - 09:15"
       "</span></div></footer>",
       "Una Vray"},
      {"<div class=\"x\">Penmoor, 9 January 2017</div>", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.below);
    EXPECT_EQ(in_one_line(read_one("page.html", page(c.below)).author), c.authors);
  }
}

TEST(HtmlByline, StandsBelowAHeadlineThatIsNoHeading) {
  const std::string old =
      "<html lang=\"es\"><head><title>El Faro - La lluvia que no "
      "vino</title></head><body><table><tr>"
      "<td><font size=5><b>La lluvia que no vino</b></font><br>"
      "<font size=1>Enviado por Nilda Brezo el Jue, 12/09/2018</font>"
      "<p>La lluvia no vino el lunes, ni el martes. El alcalde la ha llamado por carta, y la "
      "carta ha vuelto seca.</p></td></tr></table></body></html>";
  const Article article = read_one("page.html", old);
  EXPECT_EQ(in_one_line(article.author), "Nilda Brezo");
  EXPECT_EQ(article.published, "2018-09-12");
}

TEST(HtmlByline, NamesNobodyWhereATimeStandsBesideOtherWords) {
  const std::string time = "<time datetime=\"2014-05-06\">6 May 2014</time>";
  const std::string cases[] = {
      "<p>" + time + " The council met today and voted for the pier.</p>",
      "<p>On " + time + " the council met in Velmouth.</p>",
      "<div class=\"entry\"><time datetime=\"2014-05-06T10:00\">10:00</time><p>Short entry text by "
      "the pier.</p></div>",
      "<p>" + time + " | News</p>",
      "<p>World News | 6 May 2014</p>",
      "<p>Port Averrin · 6 May 2014</p><p>PORT AVERRIN - The lamp of the port fell.</p>",
      "<p>Travel Desk · Tuesday, 6 May 2014</p>",
      "<p class=\"meta\">" + time + " <span>3 comments</span></p>",
      "<div class=\"meta\">" + time + "<span>Opinion</span><span>4 min read</span></div>",
      "<div>" + time + "<a href=\"/c\">Comments</a><a href=\"/s\">Share</a></div>",
      "<p>Posted " + time + " at 10:30, Velmouth Pier</p>",
      "<p class=\"location\">Velmouth, " + time + "</p>",
      "<div class=\"meta\"><span>Travel</span><br>" + time + "</div>",
      "<p class=\"dateline\"><span>Velmouth</span> <span>May 6, 2014</span></p>",
      "<p class=\"dateline\"><span>Tuesday</span><span>May 6, 2014</span><span>10:30 am</span></p>",
      "<p class=\"dateline\">VELMOUTH, May 6 2014 (Lowmark Wire) - The lamp fell.</p>",
      "<aside><h3>Related</h3><a href=\"/x\">Old story</a> " + time + "</aside>",
      "<aside><p>Hob Tarn · 6 May 2014</p></aside>",
      "<ul><li>Harbour Wall · 6 May 2014</li></ul>",
      "<h2>Harbour Wall · 6 May 2014</h2>",
      "<div class=\"tags\">" + time + " Tagged with Harbour tooling</div>",
  };
  for (const std::string& below : cases) {
    SCOPED_TRACE(below);
    EXPECT_EQ(in_one_line(read_one("page.html", page(below)).author), "");
    EXPECT_EQ(in_one_line(read_one("page.html", page("<p>By Una Vray</p>" + below)).author),
              "Una Vray");
  }
}

TEST(HtmlByline, StandsBesideADateOnEitherSide) {
  for (const std::string sign : {"•", "|", "–", "—", "·", "/", "-"}) {
    const auto line = [&](std::string text) {
      for (std::size_t at = text.find('*'); at != text.npos; at = text.find('*'))
        text.replace(at, 1, ' ' + sign + ' ');
      return text;
    };
    for (const std::string name : {"meta", "x1"}) {
      const std::string open = "<div class=\"" + name + "\">";
      for (const std::string text :
           {"Una Vray*3 May 2014*World", "3 May 2014*Una Vray*World", "World*Una Vray*3 May 2014",
            "3 May 2014*World*Una Vray", "Una Vray*World*3 May 2014", "3 May 2014*Una Vray",
            "Una Vray*3 May 2014", "Una Vray*3 May 2014*5 min read",
            "<span>Una Vray</span>*<time>3 May 2014</time>*<a href=/w>World News</a>",
            "World News*3 May 2014*Una Vray"}) {
        SCOPED_TRACE(line(text));
        const Article read = read_one("page.html", page(open + line(text) + "</div>"));
        EXPECT_EQ(in_one_line(read.author), "Una Vray");
        EXPECT_EQ(read.published, "2014-05-03");
      }
      for (const std::string text :
           {"World*3 May 2014", "3 May 2014*World", "3 May 2014*World*Comments",
            "3 May 2014*Keepers", "Climate Change*3 May 2014", "3 May 2014*Local Sport*5 min read",
            "3 May 2014*Penmoor", "Middle East*3 May 2014", "Premier League*3 May 2014*Sport",
            "Averrin Images*3 May 2014*World", "Long Reads*3 May 2014", "Supreme Court*3 May 2014",
            "High Court*3 May 2014", "White House*3 May 2014*Comments", "Asia Pacific*3 May 2014",
            "Middle East and North Africa*3 May 2014", "Mental Health*3 May 2014",
            "City Hall*3 May 2014", "Science and Technology*3 May 2014"}) {
        SCOPED_TRACE(line(text));
        const Article read = read_one("page.html", page(open + line(text) + "</div>"));
        EXPECT_EQ(in_one_line(read.author), "");
        EXPECT_EQ(read.published, "2014-05-03");
      }
      // Which of the two wrote it?
      for (const std::string text :
           {"Una Vray*3 May 2014*Harbour Wall", "3 May 2014*Una Vray*written in the lamp"})
        EXPECT_EQ(in_one_line(read_one("p.html", page(open + line(text) + "</div>")).author), "");
    }
  }
}

// "By" is missing, but a job, a place or an "and" says what the name is.
TEST(HtmlByline, BesideADateMayBeOfSeveralOrHaveAJobOrAPlace) {
  const struct {
    const char* text;
    const char* authors;
  } cases[] = {{"Una Vray and Tom Vane • 3 May 2014 • World", "Una Vray / Tom Vane"},
               {"Una Vray, Tom Vane and Ada Kell | 3 May 2014", "Una Vray / Tom Vane / Ada Kell"},
               {"3 May 2014 · Una Vray & Tom Vane", "Una Vray / Tom Vane"},
               {"Una Vray, Staff Writer • 3 May 2014", "Una Vray"},
               {"3 May 2014 | Una Vray, Political Editor | World", "Una Vray"},
               {"Una Vray in Oslo • 3 May 2014 • World", "Una Vray"}};
  for (const auto& row : cases) {
    SCOPED_TRACE(row.text);
    for (const std::string open : {"<div class=\"meta\">", "<p>"}) {
      const std::string line = open + row.text + (open == "<p>" ? "</p>" : "</div>");
      const Article read = read_one("page.html", page(line));
      EXPECT_EQ(in_one_line(read.author), row.authors);
      EXPECT_EQ(read.published, "2014-05-03");
    }
  }
}

TEST(HtmlByline, StandsBesideADateThatCannotBe) {
  for (const std::string line : {"Una Vray • 31 April 2014 • World", "31 April 2014 | Una Vray",
                                 "Una Vray · 31 April 2014"}) {
    SCOPED_TRACE(line);
    for (const std::string& html :
         {"<div class=\"meta\">" + line + "</div>", "<p>" + line + "</p>"}) {
      const ReadText read = read_text_as("page.html", page(html));
      ASSERT_EQ(read.articles.size(), 1u);
      EXPECT_EQ(in_one_line(read.articles[0].author), "Una Vray");
      EXPECT_EQ(read.articles[0].published, "");
      ASSERT_EQ(read.rejected.size(), 1u);
      EXPECT_TRUE(read.rejected[0].kept);
      EXPECT_EQ(read.rejected[0].reason,
                "\"31 April 2014\" is not a valid date: there is no 31 April in 2014");
    }
  }
}

TEST(HtmlByline, IsNeverTheHeadline) {
  for (const std::string title : {"Council votes", "Man bites dog, twice", "Harbour Wall Falls"}) {
    SCOPED_TRACE(title);
    const std::string story =
        "<p>The wall of the harbour fell at nine, and again at ten. The second time nobody was "
        "looking, and the master has said so himself.</p></article></body></html>";
    const std::string head = "<html><head><title>" + title + "</title></head><body><article>";
    for (const std::string& header :
         {"<header><h1>" + title + "</h1><time>6 May 2012</time></header>",
          "<div><h1>" + title + " | 6 May 2012</h1></div>",
          "<h1>" + title + "</h1><p>" + title + " | 6 May 2012</p>"}) {
      EXPECT_EQ(in_one_line(read_one("page.html", head + header + story).author), "");
    }
  }
}

TEST(HtmlByline, IsPartedWhereMarkupPartsIt) {
  const struct {
    std::string below, authors;
  } cases[] = {
      {"<p class=byline>Una Vray<br>Hob Tarn</p>", "Una Vray / Hob Tarn"},
      {"<ul class=authors><li>Una Vray</li><li>Hob Tarn</li></ul>", "Una Vray / Hob Tarn"},
      {"<div class=byline><div>Una Vray</div><div>Hob Tarn</div></div>", "Una Vray / Hob Tarn"},
      {"<div class=byline><a href=/a>Una Vray</a><a href=/b>Hob Tarn</a></div>",
       "Una Vray / Hob Tarn"},
      {"<div class=byline>By <a>Una Vray</a> <a>Hob Tarn</a></div>", "Una Vray / Hob Tarn"},
      {"<p class=byline>By Una Vray<br>and Hob Tarn</p>", "Una Vray / Hob Tarn"},
      {"<p class=byline>Una Vray</p><p class=byline>Hob Tarn</p>", "Una Vray / Hob Tarn"},
      {"<p>by <a rel=author href=/a>Una Vray</a>, <a rel=author href=/b>Hob Tarn</a></p>",
       "Una Vray / Hob Tarn"},
      {"<ul class=byline><li><a rel=author href=/a>Una Vray</a></li>"
       "<li><a rel=author href=/b>Hob Tarn</a></li></ul>",
       "Una Vray / Hob Tarn"},
      {"<p><a rel=author href=/a>Una Vray</a> <a rel=author href=/a>More Stories</a></p>",
       "Una Vray"},
      {"<p>By Una Vray<br>May 6, 2014</p>", "Una Vray"},
      {"<p class=byline>By Una Vray<span>May 6, 2014</span></p>", "Una Vray"},
      {"<div class=author><span>Una Vray</span> <span>Monday, May 6, 2014 @ 11:10 PM</span></div>",
       "Una Vray"},
      {"<p>By Una Vray<br>Velmouth</p>", "Una Vray"},
      {"<p class=byline>By Una Vray<br>The Lowmark Wire</p>", "Una Vray"},
      {"<p class=byline>By Una Vray<br>Staff writer</p>", "Una Vray"},
      {"<div class=byline>By <span>Una Vray</span><span>Political editor</span></div>", "Una Vray"},
      {"<div class=byline>By<br>Una Vray</div>", "Una Vray"},
      {"<div class=author-block><p>By</p><p>Una Vray</p></div>", "Una Vray"},
      {"<p class=author><a href=/a>Una Vray</a> <a href=/p>View Profile</a></p>", "Una Vray"},
      {"<p class=author><a href=/a>Una Vray</a> <a href=/p>Follow</a></p>", "Una Vray"},
      {"<p class=byline>Una Vray<br>Daily Lamp Staff</p>", "Una Vray"},
      {"<div class=byline><div>Words</div><div>Una Vray</div><div>Pictures</div>"
       "<div>Hob Tarn</div></div>",
       "Una Vray"},
      {"<p class=author>Dr.<br>Una Vray</p>", "Una Vray"},
      {"<p class=byline>By Una van<br>der Vray</p>", "Una van der Vray"},
      {"<p class=byline>By <b>U</b>na <i>Vr</i>ay</p>", "Una Vray"},
      {"<p class=byline>By <span>Una</span><span>Vray</span></p>", "Una Vray"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.below);
    EXPECT_EQ(in_one_line(read_one("page.html", page(c.below)).author), c.authors);
  }
}

TEST(HtmlByline, IsNotTakenFromComments) {
  const std::string comment =
      "<section class=\"comment-wrapper\"><div class=\"comment\"><p>By Hob Tarn, 13 May 2018</p>"
      "</div></section>";
  EXPECT_EQ(in_one_line(read_one("page.html", page(comment)).author), "");
}

}  // namespace
}  // namespace backfile
