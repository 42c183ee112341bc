// The day in a masthead is the reader's; the one that opens a story above its headline is its own.
#include "indexer/readers/html/facts/masthead.h"

#include <gtest/gtest.h>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

const std::string headline = "<h1>The crane of Penmoor</h1>";
const std::string story =
    "<p>The crane of Penmoor was taken down at noon, before the storms came. It had stood on the "
    "quay for ninety years, and nobody had ever greased it.</p><p>The harbour office keeps the "
    "hook. It will be shown to schools, if they ask for it in writing.</p>";

std::string published(const std::string& body) {
  return read_one("page.html",
                  "<!DOCTYPE html><html lang=\"en\"><head><title>The crane of Penmoor</title>"
                  "</head><body>" +
                      body + "</body></html>")
      .published;
}

const std::string today = "Monday, November 30, 2026";

TEST(Masthead, DatesNoArticle) {
  const std::string article = "<article>" + headline + story + "</article>";
  const std::string content = "<div class=\"content\">" + headline + story + "</div>";
  const std::string plain = "<div>" + headline + story + "</div>";
  const std::string cases[] = {
      "<header><div class=logo><a href=\"/\">The Lantern</a></div><span class=date>" + today +
          "</span><nav><a href=a>News</a></nav></header><main>" + article + "</main>",
      "<header><span>" + today + "</span></header><main>" + headline + story + "</main>",
      "<header><time datetime=\"2026-11-30\">" + today + "</time></header>" + headline + story,
      "<div class=\"td-header-top-menu\"><div class=\"tdb-head-date-txt\">" + today +
          "</div><ul><li><a href=a>Contact</a></li></ul></div>" + content,
      "<div class=\"top\"><a href=\"/\">Contact</a> <span>" + today + "</span></div>" + content,
      "<div class=\"top\"><a href=\"https://lantern.example/\">Home</a> <span>30 November 2026"
      "</span></div>" +
          headline + story,
      "<table width=100%><tr><td><img alt=\"The Lantern\"></td><td><font size=1>" + today +
          "</font></td></tr></table><table><tr><td>" + headline + story + "</td></tr></table>",
      "<table><tr><td><img alt=\"The Lantern\"></td><td>30 November 2026</td></tr><tr><td>" +
          headline + story + "</td></tr></table>",
      "<div id=bar>" + today + "</div>" + article,
      "<div id=bar>30 November 2026</div>" + content,
      "<div id=wrap><p>" + today + "</p>" + plain + "</div>",
      "<p>" + today + "</p>" + headline + story,
      "<main><p class=date>" + today + "</p>" + article + "</main>",
      "<div class=header><span>Last updated: 30 November 2026</span></div>" + content,
      "<div class=masthead><span class=date>" + today + "</span></div>" + story,
      "<div class=bar><form><input name=q></form><span>30 November 2026</span></div>" + headline +
          story,
      "<h1><a href=\"/\">The Lantern</a></h1><p>" + today + "</p><h3>The crane of Penmoor</h3>" +
          story,
      "<center><h1>THE LANTERN</h1><i>" + today + "</i></center><hr>" + headline + story,
      "<center><h1>THE LANTERN</h1><i>30 November 2026</i></center><hr>" + headline + story,
      "<center><img src=logo.gif><br>" + today + "</center><hr><b>The crane of Penmoor</b><br>" +
          story,
      "<div>" + headline + story + "</div><div id=footer><p class=date>" + today + "</p></div>",
      "<div>" + headline + story + "</div><footer><p>30 November 2026</p></footer>",
      "<div class=hdr><span class=date>" + today + "</span></div><div>" + story + "</div>",
      "<div>" + headline + story +
          "</div><div class=x><h4>Weather</h4><p>30 November 2026</p></div>",
      "<div class=mh-preheader><div class=mh-header-date>" + today + "</div></div>" + plain,
      "<div id=head><div class='topbar-today-date'>" + today + "</div></div>" + plain,
      "<div>Heute ist Montag, 30. November 2026</div>" + content,
      "<div id=head>понедельник, 30 ноября 2026</div>" + content,
      "<center><b>THE LANTERN</b><br>" + today + "<br><a href=\"/\">Home</a></center><hr>" +
          headline + story,
      "<center><b>THE LANTERN</b><br>30 November 2026</center><hr>" + headline + story,
      "<div align=center><font size=5>THE LANTERN</font><br>" + today + "</div><hr>" + headline +
          story,
      "<div class=\"page-header\"><div class=now>" + today + "</div></div>" + headline + story,
      "<div id=pageHeader><span>30 November 2026</span></div>" + plain,
      "<p align=center><b>THE LANTERN</b><br>30 November 2026</p>" + headline + story,
      "<center><b>THE LANTERN</b><br>30 November 2026<br>Vol. 3</center>" + headline + story,
      "<ul><li><a href=a>A</a><li><a href=b>B</a><li>" + today + "</ul>" + headline + story,
      "<div class=nav><a href=a>News</a> " + today + "</div>" + headline + story,
      "<table><tr><td><a href=/><img src=l.gif></a></td></tr><tr><td>" + today +
          "</td></tr><tr><td>" + headline + story + "</td></tr></table>",
      "<table><tr><td>The Lantern</td></tr><tr><td class=date>" + today + "</td></tr><tr><td>" +
          headline + story + "</td></tr></table>",
  };
  for (const std::string& body : cases) EXPECT_EQ(published(body), "") << body;
}

TEST(Masthead, DatesNoArticleFromASideBox) {
  const std::string article = "<article>" + headline + story + "</article>";
  std::string long_story;
  for (int i = 0; i < 8; ++i) long_story += story;
  const std::string cases[] = {
      article + "<aside><span class=date>" + today + "</span></aside>",
      "<main>" + article + "<aside><time datetime=\"2026-11-30\">" + today +
          "</time></aside></main>",
      "<main>" + article + "<div class=sidebar><p class=date>" + today + "</p></div></main>",
      headline + story + "<aside><span class=date>" + today + "</span></aside>",
      "<div id=main>" + headline + story + "</div><div id=right><span class=date>" + today +
          "</span></div>",
      "<div id=main>" + headline + long_story + "</div><aside><span class=date>" + today +
          "</span></aside>",
      article + "<section><h2>Weather</h2><span class=date>" + today + "</span></section>",
      article + "<div class=right-column><time>" + today + "</time></div>",
      article + "<div id=secondary><span class=date>" + today + "</span></div>",
      article + "<aside><h3>Weather</h3><div class=dateline>30 November 2026</div></aside>",
  };
  for (const std::string& body : cases) EXPECT_EQ(published(body), "") << body;
}

TEST(Masthead, IsNotWhatOpensTheStory) {
  const std::string rest = headline + story;
  const std::string cases[] = {
      "<article><p>3 May 2014</p>" + rest + "</article>",
      "<article><p>Saturday, 3 May 2014</p>" + rest + "</article>",
      "<article><header><time datetime=\"2014-05-03\">Saturday, 3 May 2014</time></header>" + rest +
          "</article>",
      "<div><p>3 May 2014</p>" + rest + "</div>",
      "<div><p><a href=\"/sea\">Sea</a> · 3 May 2014</p>" + rest + "</div>",
      "<p>3 May 2014</p>" + rest,
      "<div class=\"date-outer\"><h2 class=\"date-header\">Saturday, May 3, 2014</h2><div "
      "class=\"date-posts\">" +
          rest + "</div></div>",
      "<div id=alpha><h2 class=date>May 3, 2014</h2><div class=blogbody>" + rest + "</div></div>",
      "<div id=x><div class=\"post-meta\">Saturday, 3 May 2014</div><div>" + rest + "</div></div>",
      "<div class=articleInner><span class=dateline>Saturday, 3 May 2014</span>" + rest + "</div>",
      "<div><time datetime=\"2014-05-03T10:15\">3 May</time></div><div>" + rest + "</div>",
      "<article>" + rest + "<footer><p>Saturday, 3 May 2014</p></footer></article>",
      "<div>" + rest + "</div><footer class=entry-meta>3 May 2014</footer>",
      "<div class=post><span class=date>Saturday, 3 May 2014</span>" + story + "</div>",
      "<table><tr><td><a href=/n>News</a></td><td><font>Saturday, 3 May, 2014, 12:45 "
      "GMT</font><br>" +
          rest + "</td></tr></table>",
      "<div><header>" + headline +
          "<p>The crane was the last of its kind, says the harbour office, which has not looked "
          "for another.</p></header><p>Saturday, 3 May 2014</p>" +
          story + "</div>",
      "<div><p>Published Saturday, 3 May 2014</p></div><div>" + rest + "</div>",
      "<div class=top><a href=/>Home</a> | <a href=n>News</a></div><p>Saturday, 3 May 2014</p>" +
          rest,
      "<nav><a href=/>Home</a> <a href=n>News</a></nav><p><b>Saturday, 3 May 2014</b></p>" + rest,
      "<table><tr><td class=date>3 May 2014</td></tr><tr><td>" + rest + "</td></tr></table>",
      "<table><tr><td>Saturday 3 May 2014</td></tr><tr><td>" + rest + "</td></tr></table>",
      "<p>3 May 2014</p><hr>" + rest,
      "<center>3 May 2014</center><hr>" + rest,
      "<center>By Jane Tarn<br>3 May 2014</center>" + rest,
      "<p>By Jane Tarn, 3 May 2014</p><div>" + rest + "</div>",
      "<article>" + rest + "</article><p class=date>3 May 2014</p>",
      "<article>" + headline + "<aside class=meta><span class=date>3 May 2014</span></aside>" +
          story + "</article>",
      headline + "<aside><span class=date>3 May 2014</span></aside>" + story,
      "<div>" + rest + "</div><aside class='post-meta'><span class=date>3 May 2014</span></aside>",
      "<div>" + rest + "</div><aside>Published: 3 May 2014</aside>",
  };
  for (const std::string& body : cases)
    EXPECT_EQ(published(body).substr(0, 10), "2014-05-03") << body;
}

TEST(Masthead, IsTheToolbarOfAWebArchiveAsWell) {
  const std::string toolbar =
      "<div id=\"wm-ipp-base\" lang=\"en\"><div id=\"wm-ipp\"><a href=\"/web/\"><img alt=\"\"></a>"
      "<a href=x>12 captures</a><div class=r>05 Mar 2019</div><p>This page was saved by a crawl "
      "that went through all of the web in that year.</p></div></div>";
  const Article article = read_one(
      "page.html", "<html lang=en><head><title>The crane of Penmoor</title></head><body>" +
                       toolbar + "<div id=content>" + headline + story + "</div></body></html>");
  EXPECT_EQ(article.published, "");
  EXPECT_EQ(article.body.size(), 2u);
}

}  // namespace
}  // namespace backfile
