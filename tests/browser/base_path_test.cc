// The archive below a path of its host, where links, forms, assets and script must stay below it.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/browser/site_visit.h"

namespace backfile {
namespace {

using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class BelowAPath : public SiteVisit {
 protected:
  std::string base_path() const override { return "/papers/lantern"; }
};

TEST_F(BelowAPath, NoLinkFormOrAssetLeadsElsewhere) {
  for (const std::string& page : pages_of_every_kind()) {
    SCOPED_TRACE(page);
    open(page);
    const std::vector<std::string> links = browser().run(
        "return [...document.querySelectorAll('[href], [src], [action]')]"
        ".map((e) => new URL(e.href || e.src || e.action, location.href))"
        ".filter((url) => url.origin === location.origin).map((url) => url.pathname)");
    EXPECT_GT(links.size(), 6U);
    EXPECT_THAT(links, Each(StartsWith("/papers/lantern/")));
    const std::vector<std::string> loaded = browser().run(
        "return performance.getEntriesByType('resource').map((e) => new URL(e.name).pathname)");
    EXPECT_THAT(loaded, Not(IsEmpty())) << "style sheet and script come";
    EXPECT_THAT(loaded, Each(StartsWith("/papers/lantern/static/")));
  }
  browser().complaints();  // of those pages that are refusals
}

TEST_F(BelowAPath, ReadersGoFromTheFrontPageToAnArticleAndBack) {
  open("/");
  ask("harbour bridge");
  EXPECT_THAT(path(), StartsWith("/search?q=harbour+bridge"));
  browser().click("a[rel=next]");
  EXPECT_THAT(path(), HasSubstr("page=2"));
  browser().run("document.querySelector('.filters').open = true");
  browser().click(".filters section a");
  EXPECT_EQ(browser().texts(".chips li").size(), 1U);
  browser().click(".chips li a");
  EXPECT_THAT(browser().texts(".chips li"), IsEmpty());
  browser().click(".hit h2 a");
  EXPECT_THAT(path(), StartsWith("/article/"));
  browser().click(".jump [href='#m1']");
  EXPECT_TRUE(browser().waits_for("return location.hash === '#m1'"));
  EXPECT_THAT(browser().text(".said"), StartsWith("Match 1 of")) << "the script has come";
  browser().click(".jump a");
  EXPECT_THAT(path(), StartsWith("/search?q=harbour+bridge"));
  browser().click(".verdict .widen a");
  EXPECT_THAT(path(), HasSubstr("match=topic"));
  browser().click(".masthead a");
  EXPECT_EQ(path(), "/");
}

}  // namespace
}  // namespace backfile
