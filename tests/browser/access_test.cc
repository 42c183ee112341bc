// Accessible pages: by keyboard, by screen reader, in small windows, in dark mode, without scripts.
#include <gmock/gmock.h>

#include <set>
#include <string>
#include <vector>

#include "tests/browser/site_visit.h"

namespace backfile {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

class Access : public SiteVisit {
 protected:
  // Opens each page in turn; what pages answer with 400 for is in the console, as it should be.
  template <class Check>
  void on_every_page(Check check) {
    for (const std::string& page : pages_of_every_kind()) {
      SCOPED_TRACE(page);
      open(page);
      check();
      const bool is_refused = page.find("yesterday") != std::string::npos;
      EXPECT_THAT(browser().complaints(), SizeIs(is_refused ? 1 : 0));
    }
  }
};

TEST_F(Access, PagesAreBuiltInOrder) {
  on_every_page([&] { EXPECT_THAT(faults("structure"), IsEmpty()); });
}

TEST_F(Access, TextStandsOutByDayAndByNight) {
  for (const bool dark : {false, true}) {
    SCOPED_TRACE(dark ? "dark" : "light");
    browser().dark(dark);
    on_every_page([&] { EXPECT_THAT(faults("contrast"), IsEmpty()); });
  }
  EXPECT_EQ(browser().run("return getComputedStyle(document.documentElement).backgroundColor"),
            "rgb(25, 23, 20)");
}

TEST_F(Access, NothingReachesOverTheEdge) {
  for (const int width : {narrowest, phone, wide}) {
    SCOPED_TRACE(width);
    browser().size(width, 800);
    on_every_page([&] {
      browser().run("document.querySelectorAll('details').forEach((d) => d.open = true)");
      EXPECT_THAT(faults("overflow"), IsEmpty());
      if (width == phone) {
        EXPECT_THAT(faults("targets"), IsEmpty());
      }
    });
  }
}

TEST_F(Access, EveryControlHasAName) {
  const std::set<std::string> controls = {
      "link", "button", "searchbox", "textbox", "combobox", "MenuListPopup", "DisclosureTriangle"};
  on_every_page([&] {
    browser().run("document.querySelectorAll('details').forEach((d) => d.open = true)");
    std::vector<std::string> roles;
    for (const auto& spoken : browser().spoken()) {
      roles.push_back(spoken.role);
      const bool is_control = controls.contains(spoken.role) && spoken.focusable;
      EXPECT_FALSE(is_control && spoken.name.empty()) << "a " << spoken.role << " without a name";
    }
    for (const char* landmark : {"main", "search", "contentinfo"})
      EXPECT_THAT(roles, Contains(landmark));
  });
}

TEST_F(Access, ForeignTextSaysItsLanguageAndRunsItsWay) {
  open("/search?q=%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1");
  EXPECT_EQ(browser().attribute(".hit h2", "lang"), "ar");
  EXPECT_EQ(browser().attribute(".hit .snippet", "lang"), "ar");
  EXPECT_EQ(browser().run("return getComputedStyle(document.querySelector('.hit h2')).direction"),
            "rtl");
  browser().click(".hit h2 a");
  EXPECT_EQ(browser().attribute(".story", "dir"), "rtl");
  EXPECT_EQ(browser().attribute(".story", "lang"), "ar");
  EXPECT_EQ(browser().run("return getComputedStyle(document.querySelector('.story p')).textAlign"),
            "start");
  open("/search?q=%E6%A1%A5");
  EXPECT_EQ(browser().attribute(".hit .snippet", "lang"), "zh");
  EXPECT_EQ(browser().run("return document.documentElement.lang"), "en");
}

TEST_F(Access, TheKeyboardReachesEverythingInOrderAndInSight) {
  for (const std::string page :
       {"/search?q=harbour+bridge&section=News", "/search?q=flood+barrier&match=topic", "/"}) {
    SCOPED_TRACE(page);
    open(page);
    browser().press({key::tab});
    EXPECT_EQ(browser().run("return document.activeElement.className"), "skip");
    EXPECT_EQ(browser().run("return document.activeElement.getBoundingClientRect().left"), 0);
    // Each control once, in the order of the page, until the page ends.
    browser().run(
        "window.wanted = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), "
        "select, summary')].filter((e) => e.checkVisibility());"
        "window.wanted.forEach((e, i) => e.dataset.place = i)");
    const int count = browser().run("return window.wanted.length");
    for (int place = 0; place < count; ++place) {
      ASSERT_THAT(faults("focus"), ElementsAre(std::to_string(place)));
      browser().press({key::tab});
    }
  }
}

TEST_F(Access, TheSkipLinkLeadsToTheResults) {
  open("/search?q=bridge");
  browser().press({key::tab});
  browser().press({key::enter});
  EXPECT_EQ(browser().run("return location.hash"), "#results");
  browser().press({key::tab});
  EXPECT_EQ(browser().run("return document.activeElement.closest('#results') !== null"), true);
}

TEST_F(Access, KeysLeadToTheSearchBox) {
  open("/search?q=bridge");
  browser().press({key::control, "k"});
  EXPECT_EQ(browser().run("return document.activeElement.id"), "q");
  browser().type("flood");
  browser().press({key::enter});
  EXPECT_TRUE(browser().waits_for("return location.search.startsWith('?q=flood')"))
      << "what stood in the box is typed over";
}

TEST_F(Access, WorksWithoutScript) {
  browser().script(false);
  open("/");
  ask("harbour bridge");
  EXPECT_THAT(browser().text("h1"), HasSubstr("articles for harbour bridge"));
  browser().click("a[rel=next]");
  EXPECT_THAT(path(), HasSubstr("page=2"));
  ask("flood barrier");
  browser().click(".verdict .widen a");
  EXPECT_THAT(browser().text("h1"), HasSubstr("articles on the topic of flood barrier"));
  browser().click(".topic .words a");
  EXPECT_THAT(browser().texts(".topic"), IsEmpty());
  ask("harbour bridge");
  browser().size(phone, 800);
  browser().click(".filters > summary");
  browser().click(".filters section a");
  EXPECT_EQ(browser().texts(".chips li").size(), 1U);
  browser().click(".hit h2 a");
  EXPECT_THAT(path(), StartsWith("/article/"));
  EXPECT_FALSE(browser().texts("mark").empty());
}

TEST_F(Access, LetsNoScriptOrStyleInButItsOwn) {
  open("/search?q=bridge");
  browser().run(
      "window.refused = []; document.addEventListener('securitypolicyviolation',"
      "(e) => window.refused.push(e.effectiveDirective));"
      "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>"
      "<p style=\"color:red\">x</p>');"
      "document.head.append(Object.assign(document.createElement('script'),"
      "{src: 'https://elsewhere.example/a.js'}))");
  EXPECT_TRUE(browser().waits_for("return window.refused.length >= 3"));
  const auto refused = browser().run("return [...new Set(window.refused)].sort()");
  EXPECT_THAT(refused.get<std::vector<std::string>>(),
              IsSupersetOf({"script-src-elem", "style-src-attr"}));
  EXPECT_THAT(browser().complaints(), Not(IsEmpty())) << "the console does report";
}

}  // namespace
}  // namespace backfile
