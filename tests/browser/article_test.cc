// The page of an article: the passage that led there, and steps from match to match.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/browser/site_visit.h"

namespace backfile {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

class Reading : public SiteVisit {
 protected:
  // The number of the match that the address names, and whether it is in sight.
  int current() {
    const auto hash = browser().run("return location.hash").get<std::string>();
    return hash.starts_with("#m") ? std::stoi(hash.substr(2)) : 0;
  }
  bool current_in_sight() {
    return browser().run(
        "const b = document.querySelector(':target').getBoundingClientRect();"
        "return b.top >= 0 && b.bottom <= innerHeight && b.height > 0");
  }
  std::size_t matches() { return browser().texts("mark").size(); }
};

TEST_F(Reading, BeginsAtThePassageThatTheResultShowed) {
  open("/search?q=parrot");
  const std::string passage = browser().text(".hit .snippet mark");
  browser().click(".hit-links a");
  EXPECT_THAT(path(), HasSubstr("q=parrot#p"));
  EXPECT_EQ(browser().text(":target mark"), passage);
  EXPECT_TRUE(current_in_sight());
  EXPECT_THAT(browser().text(":target .steps"), HasSubstr(" of "));
  // And back to where the reader came from.
  browser().click(".jump a");
  EXPECT_EQ(path(), "/search?q=parrot");
}

TEST_F(Reading, BeginsAtTheCaptionOrTheSubtitleThatTheResultShowed) {
  const struct {
    std::string question, name, place;
  } cases[] = {{"caption:hanger", "Caption:", "#c1"},
               {"subtitle:stilts", "Subtitle:", "#standfirst"}};
  for (const auto& c : cases) {
    SCOPED_TRACE(c.question);
    open("/search?q=" + c.question);
    EXPECT_EQ(browser().text(".hit .snippet .field"), c.name);
    const std::string mark = browser().text(".hit .snippet mark");
    browser().click(".hit-links a");
    EXPECT_THAT(path(), EndsWith(c.place));
    EXPECT_EQ(browser().text(":target mark"), mark);
    EXPECT_TRUE(
        browser().waits_for("const b = document.querySelector(':target').getBoundingClientRect();"
                            "return b.top >= 0 && b.bottom <= innerHeight && b.height > 0"));
    EXPECT_THAT(browser().text(":target .steps"), HasSubstr("1 of 1"));
    EXPECT_EQ(browser().run("return getComputedStyle(document.querySelector(':target'))"
                            ".borderInlineStartWidth"),
              "3px");
  }
}

TEST_F(Reading, SaysWhichWordsTheArticleLacksAsTheResultDid) {
  open("/search?q=last+run+of+the+chain+ferry");
  const std::string lacking = browser().run(
      "const hit = [...document.querySelectorAll('.hit')].find((h) => h.querySelector('.missing'));"
      "hit.querySelector('h2 a').id = 'lacking';"
      "return hit.querySelector('.missing').innerText");
  browser().click("#lacking");
  EXPECT_EQ(browser().text(".jump .missing"), lacking);
  open("/search?q=chain+ferry");
  browser().click(".hit h2 a");
  EXPECT_THAT(browser().texts(".jump .missing"), IsEmpty());
}

TEST_F(Reading, LeavesTheLettersAboveAMarkInAHeadingWhole) {
  for (const int width : {phone, wide}) {
    SCOPED_TRACE(width);
    browser().size(width, 900);
    open("/article/3z62wpbaflqzoyvv?q=last+run+of+the+chain+ferry");
    // "Ferry" and "Chain", one below the other.
    browser().run("document.querySelector('#m2').before(document.createElement('br'))");
    const Browser::Painted above = browser().painted("h1 #m1"), below = browser().painted("h1 #m2");
    EXPECT_GT(above.bottom, above.top);
    EXPECT_GT(below.bottom, below.top);
    EXPECT_LE(above.bottom, below.top);
  }
}

TEST_F(Reading, ShowsTheWholeArticleWithEveryMatchMarked) {
  open("/search?q=harbour+bridge&sort=oldest");
  const std::string title = browser().text(".hit h2");
  browser().click(".hit h2 a");
  EXPECT_EQ(browser().text("h1"), title);
  const std::vector<std::string> unmarked = browser().run(
      "const copy = document.querySelector('.story').cloneNode(true);"
      "copy.querySelectorAll('mark, .steps').forEach((m) => m.remove());"
      "return copy.textContent.match(/\\b(harbour|bridge)s?\\b/gi) ?? []");
  EXPECT_THAT(unmarked, IsEmpty());
  EXPECT_GT(matches(), 3U);
}

TEST_F(Reading, StepsThroughTheMatchesByLinksAlone) {
  browser().script(false);
  open("/search?q=bridge+lights");
  browser().click(".hit h2 a");
  browser().click(".jump [href='#m1']");
  const int last = static_cast<int>(matches());
  ASSERT_GT(last, 2);
  EXPECT_EQ(current(), 1);
  browser().click(":target + .steps [rel=next]");
  EXPECT_EQ(current(), 2);
  EXPECT_TRUE(current_in_sight());
  EXPECT_THAT(browser().text(":target + .steps"), HasSubstr("2 of " + std::to_string(last)));
  browser().click(":target + .steps [rel=prev]");
  browser().click(":target + .steps [rel=prev]");
  EXPECT_EQ(current(), last) << "before the first comes the last";
  EXPECT_TRUE(current_in_sight());
}

TEST_F(Reading, StepsThroughTheMatchesByKeysAndSaysWhere) {
  open("/search?q=bridge+lights");
  browser().click(".hit h2 a");
  browser().click(".jump [href='#m1']");
  const std::string of_all = " of " + std::to_string(matches());
  ASSERT_TRUE(browser().waits_for("return document.activeElement.rel === 'next'"))
      << "the focus is on the way on";
  EXPECT_THAT(browser().text("[role=status].said"), HasSubstr("Match 1" + of_all));
  browser().press({key::enter});
  ASSERT_TRUE(browser().waits_for("return location.hash === '#m2'"));
  browser().press({key::enter});
  ASSERT_TRUE(browser().waits_for("return location.hash === '#m3'"));
  EXPECT_TRUE(current_in_sight());
  EXPECT_THAT(browser().text("[role=status].said"), HasSubstr("Match 3" + of_all));
  EXPECT_THAT(browser().text("[role=status].said"), HasSubstr(browser().text(":target")));
  browser().press({key::up});
  ASSERT_TRUE(browser().waits_for("return location.hash === '#m2'"));
  EXPECT_EQ(browser().run("return document.activeElement.rel"), "prev");
  browser().press({key::down});
  ASSERT_TRUE(browser().waits_for("return location.hash === '#m3'"));
  // Steps are not pages: one step back leads to the results, not through every match.
  browser().run("history.back()");
  EXPECT_TRUE(browser().waits_for("return location.pathname === '/search'"));
}

TEST_F(Reading, LinksToTheOriginalAtThePassage) {
  open("/search?q=airport+silence");
  const std::string original = browser().attribute(".hit-links [rel=noopener]", "href");
  EXPECT_THAT(original, StartsWith("https://averrin-lantern.example/"));
  EXPECT_THAT(original, HasSubstr("#:~:text="));
  // From the article's own page as well.
  browser().click(".hit h2 a");
  const std::string there =
      browser().attribute(".meta [rel=noopener]:not([href*=creative])", "href");
  EXPECT_THAT(there, HasSubstr("#:~:text="));
}

}  // namespace
}  // namespace backfile
