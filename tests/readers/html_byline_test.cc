// The byline of a page that marks it by its words alone.
#include <gtest/gtest.h>

#include "tests/readers/read_text.h"

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

TEST(HtmlByline, IsNotTakenFromComments) {
  const std::string comment =
      "<section class=\"comment-wrapper\"><div class=\"comment\"><p>By Hob Tarn, 13 May 2018</p>"
      "</div></section>";
  EXPECT_EQ(in_one_line(read_one("page.html", page(comment)).author), "");
}

}  // namespace
}  // namespace backfile
