// From the search box to an article: what readers do on most days.
#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/browser/site_visit.h"

namespace backfile {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

using Searching = SiteVisit;

TEST_F(Searching, LeadsFromTheBoxToRankedResultsWithMarks) {
  open("/");
  EXPECT_EQ(browser().text("h1"), "The Averrin Lantern");
  ask("S-400 pumps");
  EXPECT_THAT(path(), StartsWith("/search?q=S-400+pumps"));
  const std::vector<std::string> titles = browser().texts(".hit h2");
  ASSERT_GE(titles.size(), 3U);
  EXPECT_EQ(browser().text("h1"), std::to_string(titles.size()) + " articles for S-400 pumps");
  EXPECT_THAT((std::set<std::string>{titles[0].substr(0, 4), titles[1].substr(0, 4)}),
              ElementsAre("S-40", "S400"))
      << "what has the words in its headline comes first";
  // Both spellings are marked, and each passage that is shown has a mark.
  const std::vector<std::string> marks = browser().texts(".hit mark");
  EXPECT_THAT(marks, Contains("S-400"));
  EXPECT_THAT(marks, Contains("S400"));
  EXPECT_EQ(browser().run("return [...document.querySelectorAll('.snippet')]"
                          ".filter((s) => !s.querySelector('mark')).length"),
            0);
  EXPECT_EQ(browser().run("return document.querySelector('#q').value"), "S-400 pumps");
}

TEST_F(Searching, TellsAnAcronymFromAPronoun) {
  open("/");
  ask("WHO");
  EXPECT_THAT(browser().texts(".hit mark"), Each("WHO"));
  ask("who");
  EXPECT_THAT(browser().texts(".hit mark"), Contains("who"));
}

TEST_F(Searching, GoesThroughPagesWithoutRepeatingAnArticle) {
  open("/search?q=the+bridge&match=any&sort=oldest&lang=en");
  std::set<std::string> seen;
  std::size_t shown = 0;
  for (int page = 1;; ++page) {
    const std::vector<std::string> links =
        browser().run("return [...document.querySelectorAll('.hit h2 a')].map((a) => a.pathname)");
    shown += links.size();
    seen.insert(links.begin(), links.end());
    EXPECT_EQ(browser().run("return document.querySelector('#q').value"), "the bridge");
    EXPECT_EQ(browser().run("return document.querySelector('[name=sort]').value"), "oldest");
    EXPECT_THAT(browser().texts(".chips li"), Contains(HasSubstr("Language: English")));
    const std::vector<std::string> days =
        browser().run("return [...document.querySelectorAll('.hit time')].map((t) => t.dateTime)");
    EXPECT_TRUE(std::is_sorted(days.begin(), days.end()));
    if (browser().texts("a[rel=next]").empty()) break;
    ASSERT_LT(page, 10);
    browser().click("a[rel=next]");
    EXPECT_EQ(browser().text(".pages [aria-current]"), std::to_string(page + 1));
  }
  EXPECT_EQ(seen.size(), shown);
  EXPECT_THAT(browser().text("h1"), StartsWith(std::to_string(shown) + " articles"));
}

TEST_F(Searching, KeepsTheQuestionWhateverNarrowsIt) {
  const struct {
    std::string list, chip;
  } cases[] = {{"Language", "Language: English"},
               {"Section", "Section: News"},
               {"Author", "Author: Agnes Przybylak"},
               {"Year", "Date: 2013"}};
  open("/search?q=Skerry+OR+Tesk");
  browser().run("document.querySelector('.filters').open = true");
  std::vector<std::string> chips;
  for (const auto& c : cases) {
    SCOPED_TRACE(c.list);
    const std::string value = c.chip.substr(c.chip.find(": ") + 2);
    // The link as it stands in the list, clicked.
    const auto count = browser().run(
        "const list = [...document.querySelectorAll('.filters section')]"
        ".find((s) => s.querySelector('h2').innerText === arguments[0]);"
        "const link = [...list.querySelectorAll('a')]"
        ".find((a) => a.querySelector('.value').innerText === arguments[1]);"
        "const count = link.querySelector('.count').innerText; link.id = 'wanted'; return count",
        {c.list, value});
    browser().click("#wanted");
    chips.push_back(c.chip);
    EXPECT_THAT(browser().text("h1"), StartsWith(count.get<std::string>() + " article"))
        << "the list promised as many";
    for (const std::string& chip : chips)
      EXPECT_THAT(browser().texts(".chips li"), Contains(HasSubstr(chip)));
    EXPECT_EQ(browser().run("return document.querySelector('#q').value"), "Skerry OR Tesk");
    browser().run("document.querySelector('.filters').open = true");
  }
  // A new question within the same filters; then each of them taken away.
  ask("crack");
  EXPECT_THAT(browser().texts(".chips li"), Contains(HasSubstr("Author: Agnes Przybylak")));
  for (std::size_t left = chips.size(); left > 0; --left) {
    browser().click(".chips li a");
    EXPECT_EQ(browser().texts(".chips li:not(.clear)").size(), left - 1);
  }
  EXPECT_EQ(browser().run("return document.querySelector('#q').value"), "crack");
}

TEST_F(Searching, ShowsWaysOnWhereNothingIsFound) {
  open("/");
  ask("xylophonist bridge");
  EXPECT_THAT(browser().text(".notes"), HasSubstr("No article has all of these words"));
  EXPECT_THAT(browser().texts(".missing"), Each(HasSubstr("xylophonist")));
  EXPECT_THAT(browser().texts(".notes a"), IsEmpty()) << "asking for all of them finds nothing";
  open("/search?q=xylophonist+bridge&match=all");
  EXPECT_THAT(browser().text("h1"), HasSubstr("No article matches"));
  ask("date:yesterday (flood");
  EXPECT_THAT(browser().text(".results"), HasSubstr("at character"));
}

TEST_F(Searching, OffersOtherSearchesWithTheBulletBesideTheFirstLine) {
  browser().size(phone, 800);
  open("/search?q=bridge&from=2014&to=2024-04&section=Nowhere&lang=de");
  // A box without height stands on the base line of the first line, as the bullet does.
  const auto gaps = browser().run(R"js(
    return [...document.querySelectorAll(".nothing li")].map((item) => {
      const probe = document.createElement("span");
      probe.style.display = "inline-block";
      item.prepend(probe);
      const text = document.createRange();
      text.selectNodeContents(item.querySelector("a"));
      const lines = text.getClientRects();
      return [lines.length, lines[0].bottom - probe.getBoundingClientRect().bottom];
    });
  )js");
  ASSERT_THAT(gaps, Not(IsEmpty()));
  std::size_t most_lines = 0;
  for (const auto& gap : gaps) {
    most_lines = std::max(most_lines, gap[0].get<std::size_t>());
    EXPECT_GT(gap[1], 0) << "the bullet is below the first line";
  }
  EXPECT_GT(most_lines, 1U) << "no link takes two lines, so that nothing was tested";
}

TEST_F(Searching, WidensToTheTopicAndBack) {
  open("/search?q=flood+barrier&from=2014&section=News&section=Environment");
  const std::string plain = browser().text("h1");
  const std::size_t plain_hits = browser().texts(".hit").size();
  EXPECT_EQ(browser().text(".verdict .widen a"), "More like these");
  browser().click(".verdict .widen a");

  EXPECT_THAT(browser().text("h1"), HasSubstr("articles on the topic of flood barrier"));
  EXPECT_GT(browser().texts(".hit").size(), plain_hits);
  EXPECT_EQ(browser().run("return document.querySelector('#q').value"), "flood barrier");
  EXPECT_EQ(browser().run("return document.querySelector('[name=from]').value"), "2014");
  EXPECT_THAT(browser().texts(".chips li"), Contains(HasSubstr("Section: News")));
  EXPECT_THAT(browser().texts(".widen"), IsEmpty()) << "it is wide already";
  const std::vector<std::string> words = browser().texts(".topic .words a");
  EXPECT_THAT(words, Contains("pumps"));
  EXPECT_THAT(words, Not(Contains("flood")));
  // By ear: the words are said to be words added, and what choosing one does.
  EXPECT_EQ(browser().attribute(".topic", "aria-label"), "Words added for the topic");
  std::vector<std::string> spoken;
  for (const auto& part : browser().spoken()) spoken.push_back(part.role + " " + part.name);
  EXPECT_THAT(spoken, Contains("link Add " + words[0] + " to the search"));

  browser().click(".topic .words a");
  EXPECT_EQ(browser().run("return document.querySelector('#q').value"),
            "flood barrier " + words[0]);
  EXPECT_THAT(browser().texts(".chips li"), Contains(HasSubstr("Date: from 2014")));
  EXPECT_THAT(browser().texts(".topic"), IsEmpty());

  open("/search?q=flood+barrier&from=2014&section=News&section=Environment&match=topic");
  browser().click(".topic p a");
  EXPECT_EQ(browser().text("h1"), plain);
  EXPECT_EQ(browser().texts(".hit").size(), plain_hits);
}

TEST_F(Searching, SaysWhatIsWrongWithADateAndKeepsTheRest) {
  open("/search?q=flood&sort=newest");
  browser().click("[name=from]");
  browser().type("yesterday");
  browser().press({key::enter});
  ASSERT_TRUE(browser().waits_for("return document.querySelector('.results .notes')"));
  EXPECT_THAT(browser().text(".notes"), HasSubstr("“yesterday” is not a date"));
  EXPECT_EQ(browser().run("return document.querySelector('#q').value"), "flood");
  EXPECT_EQ(browser().run("return document.querySelector('[name=sort]').value"), "newest");
  // The console says that the answer was a 400; that is as it should be.
  EXPECT_THAT(browser().complaints(), ElementsAre(HasSubstr("400")));
}

TEST_F(Searching, CountsTheYearsOfAllResultsWhateverPeriodIsChosen) {
  const std::string years =
      "return [...[...document.querySelectorAll('.filters section')]"
      ".find((s) => s.querySelector('h2').innerText === 'Year').querySelectorAll('a')]"
      ".map((a) => a.textContent.replace(/\\s+/g, ' ').trim())";
  const std::string open_lists =
      "document.querySelectorAll('.filters, .filters details').forEach((d) => d.open = true)";
  open("/search?q=bridge");
  browser().run(open_lists);
  const auto all = browser().run(years);
  EXPECT_GT(all.size(), 5U);
  open("/search?q=bridge&from=2024&to=2024");
  browser().run(open_lists);
  EXPECT_EQ(browser().run(years), all);
  EXPECT_THAT(browser().text(".filters .chosen .value"), HasSubstr("2024"));
}

}  // namespace
}  // namespace backfile
