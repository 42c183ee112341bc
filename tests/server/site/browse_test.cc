// Browsing without a query: every article can be reached, including undated ones.
#include <gmock/gmock.h>

#include "tests/server/site/html_check.h"
#include "tests/server/site/site_fixture.h"

namespace backfile {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST_F(SiteTest, ShowsUndatedArticlesOnItsFrontPage) {
  index_.publish({small_article("old", "Old news", "Text.", "1901-02-03"),
                  small_article("older", "Older news", "Text.", "1899"),
                  small_article("undated", "Undated news", "Text.")});
  const std::string page = get("/").body;
  EXPECT_THAT(page,
              HasSubstr("/article/" + article_key(Identity("undated")) + "\">Undated news</a>"));
  EXPECT_LT(page.find("Old news"), page.find("Undated news")) << "last";
  EXPECT_THAT(page, HasSubstr("<p class=\"others\">and 1 article undated</p>"));
  EXPECT_THAT(page, Not(HasSubstr("newest first"))) << "there are no more";
  EXPECT_THAT(faults_of_page(page), IsEmpty());
}

TEST_F(SiteTest, ShowsAnArchiveWithoutDates) {
  std::vector<Article> articles;
  for (int i = 0; i < 20; ++i) {
    articles.push_back(small_article(std::to_string(i), "Note " + std::to_string(i), "Text."));
    articles.back().tags = {i < 5 ? "birds" : "boats"};
  }
  index_.publish(articles);
  const std::string page = get("/").body;
  EXPECT_THAT(page, HasSubstr(">Note 0</a>"));
  EXPECT_THAT(page, HasSubstr("boats</span> <span class=\"count\">15</span>"));
  EXPECT_THAT(page, HasSubstr("<a href=\"/search?q=&amp;sort=newest\">All 20 articles, newest "
                              "first</a>"));
}

TEST_F(SiteTest, ListsAllArticlesByDate) {
  std::vector<Article> all = articles();
  all.push_back(small_article("undated", "Undated news", "Text."));
  index_.publish(all);
  for (const std::string order : {"newest", "oldest"}) {
    EXPECT_THAT(get("/search?q=&sort=" + order).body, HasSubstr("<h1>46 articles</h1>"));
    const auto last = get_json("/api/v1/search?per_page=23&page=2&sort=" + order);
    EXPECT_EQ(last["total"]["value"], 46);
    EXPECT_EQ(last["hits"][22]["id"], "undated");
    EXPECT_EQ(last["notes"].size(), 0U);
  }
  for (const std::string target : {"/api/v1/search?q=", "/api/v1/search?q=!!&sort=newest"}) {
    EXPECT_EQ(get_json(target)["total"]["value"], 0) << target;
    EXPECT_EQ(get_json(target)["notes"].size(), 1U) << target;
  }
}

TEST_F(SiteTest, RefusesForeignSyntaxUnderStrict) {
  for (const std::string query : {"%22oil+price*%22", "pric!", "oil+/5+price", "oil+ADJ+price",
                                  "hlead(opec)", "HEADLINE(opec)", "opec+BUT+NOT+saudi"}) {
    SCOPED_TRACE(query);
    EXPECT_EQ(get_json("/api/v1/search?q=" + query)["notes"].empty(), false);
    const HttpResponse refused = get("/api/v1/search?strict=1&q=" + query);
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(nlohmann::json::parse(refused.body)["code"], "query_refused");
    EXPECT_THAT(get("/search?q=" + query).body, HasSubstr("<div class=\"notes\">"));
  }
  EXPECT_EQ(get("/api/v1/search?strict=1&q=Author:+I+never+meant+it").status, 200);
}

TEST_F(SiteTest, SaysInItsHeadingHowManyArticlesHaveAllOfTheWords) {
  const std::string page = get("/search?q=storm+zeppelin").body;
  EXPECT_THAT(between(page, "<h1>", "</h1>"),
              HasSubstr("</q>; none has all of the words in its text"));
  EXPECT_THAT(between(get("/search?q=storm+7+number&match=any").body, "<h1>", "</h1>"),
              HasSubstr("; 1 has all of the words in its text"));
  EXPECT_THAT(between(get("/search?q=storm").body, "<h1>", "</h1>"),
              Not(HasSubstr("of the words")));
  EXPECT_EQ(get_json("/api/v1/search?q=storm+zeppelin")["complete"], 0);
  EXPECT_EQ(get_json("/api/v1/search?q=storm")["complete"], 45);
}

}  // namespace
}  // namespace backfile
