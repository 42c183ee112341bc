// Boxes between the paragraphs of a story: boilerplate where many of them say the same, and not
// merely because the element is the same on every page.
#include "indexer/boilerplate/regions.h"
#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/text/region.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/boilerplate/boilerplate.h"
#include "indexer/boilerplate/learner.h"
#include "indexer/readers/common/body_regions.h"
#include "indexer/readers/common/finish.h"
#include "tests/indexer/readers/boxed_pages.h"
#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

using Lines = std::vector<std::string>;
using Names = std::vector<std::string>;

struct Cleaned {
  std::vector<Article> before, after;
  std::vector<BoilerplateRule> rules;

  explicit Cleaned(const std::vector<BoxedPage>& pages,
                   const BoilerplateOverrides& overrides = {}) {
    BoilerplateLearner learner;
    for (const BoxedPage& page : pages) {
      before.push_back(read_one(page.path, page.html));
      learner.learn(before.back(), before.size() - 1);
    }
    rules = learner.rules([&](std::uint64_t number) { return before.at(number); });
    const Boilerplate boilerplate(rules, overrides);
    after = before;
    for (Article& article : after) boilerplate.clean(article);
  }
};

// Of how many pages the story is all that is left.
std::size_t count_bare(const std::vector<BoxedPage>& pages, const std::vector<Article>& articles) {
  std::size_t bare = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) bare += articles[i].body == pages[i].story ? 1 : 0;
  return bare;
}

// No line of a box stands in enough articles to be boilerplate by itself.
TEST(Boxes, GoWhereTheyBringOneOfSomePromotionsInTurn) {
  const auto pages = boxed_pages(64, promotion);
  const Cleaned read(pages);
  EXPECT_EQ(count_bare(pages, read.before), 0U);
  EXPECT_EQ(count_bare(pages, read.after), 64U);
  ASSERT_EQ(read.rules.size(), 16U);
  for (const BoilerplateRule& rule : read.rules) {
    EXPECT_EQ(rule.place, BoilerplatePlace::box);
    EXPECT_EQ(rule.articles, 8U);
    EXPECT_EQ(rule.of, 64U);
    EXPECT_NE(rule.example, "");
  }
}

TEST(Boxes, GoWhereSomeOfTheArticlesHaveTheSame) {
  const auto box = [](std::size_t page) -> std::string {
    if (page % 5 > 1) return {};
    return "<div id=\"zq\"><p>The paper has a new home on the quay.</p><ul><li>Coffee until "
           "noon<li>"
           "Goats by arrangement</ul></div>";
  };
  auto pages = boxed_pages(60, box);
  const std::string line = "The paper has a new home on the quay.";
  pages[8].html.replace(pages[8].html.find("</p>"), 4, "</p><p>" + line + "</p>");  // is quoted
  pages[8].story.insert(pages[8].story.begin() + 1, line);
  const Cleaned read(pages);
  EXPECT_EQ(count_bare(pages, read.before), 36U);
  EXPECT_EQ(count_bare(pages, read.after), 60U);
}

struct KeptBox {
  const char* what;
  BoxOf box;
  Names authors = {"Zoe Alba", "Ann Berg", "Lu Corda"};
};

TEST(Boxes, StayWhateverTheirElementIsCalledIfTheySayWhatIsTheStorys) {
  MadeUpStories stories(3);
  const std::string serial =
      "<div class=\"zq\">The tide came in on the day Harrow Vell was born.</div>";
  const KeptBox table[] = {
      {"a pulled quotation",
       [&](auto) { return "<div class=\"zq\">" + stories.sentence() + "</div>"; }},
      {"a list with a heading that is always the same",
       [&](std::size_t page) {
         if (page % 2 == 0) return std::string();  // in all, the heading is boilerplate by itself
         return "<div class=\"zq\"><h4>In short</h4><ul><li>" + stories.sentence() + "<li>" +
                stories.sentence() + "</ul></div>";
       }},
      {"figures of a match",
       [](std::size_t page) {
         if (page % 3 != 0) return std::string();
         return "<table class=\"zq\"><tr><td>Goals " + std::to_string(page % 4) +
                ":1</td></tr><tr>"
                "<td>Corners " +
                std::to_string(page) + "</td></tr></table>";
       }},
      {"the opening of a serial by one author",
       [&](std::size_t page) { return page % 4 == 1 ? serial : std::string(); },
       {"Zoe Alba", "Ann Berg", "Lu Corda", "Tom Drey"}},
      {"a poem that four articles have", [&](std::size_t page) { return page < 4 ? serial : ""; }},
      {"a quotation of some in turn, without a box",
       [](std::size_t page) {
         return "<blockquote class=\"zq\"><p>Saying number " +
                std::string(page % 2 ? "one" : "two") + " holds.</p></blockquote>";
       }},
  };
  for (const KeptBox& kept : table) {
    SCOPED_TRACE(kept.what);
    const Cleaned read(boxed_pages(60, kept.box, kept.authors));
    EXPECT_TRUE(std::ranges::equal(read.before, read.after, {}, &Article::body, &Article::body));
  }
}

// The one that is not known is perhaps this story's.
TEST(Boxes, StayWholeWithALineOfTheirOwn) {
  const auto pages = boxed_pages(64, [](std::size_t page) {
    if (page % 2 == 1) return std::string();
    const std::string own = page == 40 ? "<p>Only here: the mole is closed.</p>" : "";
    return "<div class=\"zq\"><p>Tides of the week</p>" + own + "<p>Ask at the pier.</p></div>";
  });
  const Cleaned read(pages);
  EXPECT_EQ(count_bare(pages, read.after), 63U);
  const Lines& body = read.after[40].body;
  EXPECT_EQ(std::ranges::count(body, "Tides of the week"), 1);
  EXPECT_EQ(std::ranges::count(body, "Ask at the pier."), 1);
}

TEST(Boxes, StayWhereYouSaySo) {
  const auto pages = boxed_pages(64, promotion);
  const Cleaned read(pages, {{"From our shop"}, {}});
  EXPECT_EQ(count_bare(pages, read.after), 56U);
}

TEST(Boxes, AreLearntInAnyOrderAndDroppedOnceTheyHaveServed) {
  const auto pages = boxed_pages(64, promotion);
  const Cleaned read(pages);
  BoilerplateLearner backwards;
  for (std::size_t i = pages.size(); i-- > 0;) backwards.learn(read.before[i], i);
  const auto load = [&](std::uint64_t number) { return read.before.at(number); };
  EXPECT_EQ(backwards.rules(load), read.rules);
  for (const Article& article : read.before) EXPECT_GE(article.regions.size(), 1U);
  for (const Article& article : read.after) EXPECT_EQ(article.regions.size(), 0U);
}

// ---------------------------------------------------------------- regions of one article

std::string regions_of(const Article& article) {
  std::string text;
  for (const BodyRegion& region : article.regions) {
    text += text.empty() ? "" : "; ";
    for (std::size_t i = region.first; i < std::size_t{region.first} + region.count; ++i)
      text += (i > region.first ? ", " : "") + article.body.at(i);
  }
  return text;
}

TEST(BodyRegions, AreOfElementsWithNamesThatHoldParagraphs) {
  const std::string one = "One rope was made here, she said, in the year of the great flood.",
                    two = "Two were sold to a ship, he said, that was never seen again.",
                    three = "Three are still here, they said, and they hold the pier.";
  const Article article = read_one(
      "a.html", "<h1>Ropes</h1><div><p>" + one + "<div class=\"b\">" + two +
                    "<section id=\"c\"><p>" + three + "</p>" + one +
                    "</section></div><div class=\"d\"></div><p class=\"e\">" + two + "</div>");
  EXPECT_EQ(regions_of(article), three + ", " + one + "; " + two + ", " + three + ", " + one);
}

TEST(BodyRegions, StayRightWhenParagraphsGo) {
  Article article;
  article.path = "a";
  article.title = "Ropes";
  article.body = {"Ropes", "", "one", "two", " ", "three"};
  article.regions = {{1, 0, 1}, {2, 1, 3}, {3, 3, 3}, {4, 4, 1}};
  ASSERT_FALSE(finish_article(article));
  EXPECT_EQ(in_one_line(article.body), "one / two / three");
  EXPECT_EQ(regions_of(article), "one, two; two, three");
  remove_paragraphs(article, {false, true});
  EXPECT_EQ(in_one_line(article.body), "one / three");
  EXPECT_EQ(regions_of(article), "one; three");
}

TEST(BodyRegions, AreTheSameElementWhateverNumberItsNameHas) {
  const auto element = [](const std::string& html) {
    const auto page = parse_page("<body>" + html + "</body>");
    for (std::size_t i = 1; i < page->nodes.size(); ++i) {
      if (const std::uint64_t found = region_element(*page, i)) return found;
    }
    return std::uint64_t{0};
  };
  EXPECT_EQ(element("<div id=\"box-12\">a</div>"), element("<div id=\"box-7\">b</div>"));
  EXPECT_NE(element("<div id=\"box-12\">a</div>"), element("<div class=\"box-7\">b</div>"));
  EXPECT_NE(element("<div class=\"a\">a</div>"), element("<ul class=\"a\"><li>b</ul>"));
  for (const char* html : {"<div>a</div>", "<p class=\"a\">b</p>", "<h2 id=\"a\">b</h2>",
                           "<blockquote class=\"a\">b</blockquote>", "<pre class=\"a\">b</pre>"}) {
    EXPECT_EQ(element(html), 0U) << html;
  }
}

}  // namespace
}  // namespace backfile
