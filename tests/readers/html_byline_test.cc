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
      {"<div class=\"x\">Penmoor, 9 January 2017</div>", ""},
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
