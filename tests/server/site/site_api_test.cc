// The API, without a socket: the shape of its answers, its errors, and paging through all articles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "server/site/site.h"
#include "tests/server/site/html_check.h"
#include "tests/server/site/site_fixture.h"

namespace backfile {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST_F(SiteTest, DescribesProblemsForPeopleAndPrograms) {
  const struct {
    std::string target, code;
  } cases[] = {
      {"/api/v1/search?q=storm&foo=bar", "unknown_parameter"},
      {"/api/v1/search?q=storm&sort=up", "bad_value"},
      {"/api/v1/search?q=storm&page=502", "too_deep"},
      {"/api/v1/search?q=storm&cursor=7", "query_refused"},
      {"/api/v1/search?q=storm&cursor=0.abcdefghijklmnop", "query_refused"},
      {"/api/v1/search?q=storm&cursor=20000.abcdefghijklmnop", "query_refused"},
      {"/api/v1/search?q=storm&cursor=2.abcdefghijklmnop&page=2", "bad_value"},
      {"/api/v1/search?q=storm&from=yesterday", "query_refused"},
      {"/api/v1/search?q=%28storm&strict=1", "query_refused"},
      {"/api/v1/articles/aaaaaaaaaaaaaaaa", "not_found"},
      {"/api/v9", "not_found"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.target);
    const HttpResponse response = get(c.target);
    const json problem = json::parse(response.body);
    EXPECT_EQ(problem["code"], c.code);
    EXPECT_EQ(problem["status"], response.status);
    EXPECT_EQ(problem["type"], "about:blank");
    EXPECT_EQ(problem["title"], response.status == 404 ? "Not Found" : "Bad Request");
    EXPECT_GT(problem["detail"].get<std::string>().size(), 10U);
    EXPECT_GT(problem["hint"].get<std::string>().size(), 10U);
  }
  EXPECT_EQ(get_json("/api/v1/search?q=%28storm&strict=1")["position"], 0);
  EXPECT_EQ(get_json("/api/v1/search?q=%F0%9F%98%80%28storm&strict=1")["position"], 2);
  EXPECT_EQ(get_json("/api/v1/search?q=%F0%9F%98%80%28storm&strict=1&offsets=byte")["position"], 4);
}

TEST_F(SiteTest, GivesNoPositionInTheQueryForErrorsInOtherParameters) {
  for (const char* fault : {"&lang=klingon", "&from=yesterday", "&to=never", "&from=2016&to=2014",
                            "&cursor=garbage", "&section=Nowhere"}) {
    const json problem = get_json("/api/v1/search?q=storm&strict=1" + std::string(fault));
    EXPECT_EQ(problem["code"], "query_refused") << fault;
    EXPECT_FALSE(problem.contains("position")) << fault;
  }
  const json answer = get_json("/api/v1/search?q=storm&section=Nowhere");
  ASSERT_EQ(answer["notes"].size(), 1U);
  EXPECT_TRUE(answer["notes"][0]["position"].is_null());
}

TEST_F(SiteTest, SaysThatAPageLiesBeyondTheLastArticle) {
  const json beyond = get_json("/api/v1/search?q=storm&page=99");
  EXPECT_EQ(beyond["hits"].size(), 0U);
  ASSERT_EQ(beyond["notes"].size(), 1U);
  EXPECT_EQ(
      beyond["notes"][0]["message"],
      "Only 45 articles match, so there is nothing after number 1,960. With 20 per page, page 3 is "
      "the last.");
  EXPECT_EQ(get_json("/api/v1/search?q=storm&page=3")["notes"].size(), 0U);
  EXPECT_EQ(get_json("/api/v1/search?q=zeppelin&page=3")["notes"].size(), 0U);
  EXPECT_THAT(get("/search?q=storm&page=99").body,
              HasSubstr("With 20 per page, page 3 is the last."));
}

TEST_F(SiteTest, AnswersTheApiInTheDocumentedFormat) {
  const json answer = get_json("/api/v1/search?q=storm&per_page=2&facets=section,author");
  EXPECT_EQ(answer["query"], "storm");
  EXPECT_EQ(answer["total"]["value"], 45);
  EXPECT_EQ(answer["total"]["relation"], "eq");
  ASSERT_EQ(answer["hits"].size(), 2U);
  for (const char* name : {"id", "key", "url", "title", "author", "published", "section",
                           "language", "score", "missing", "snippets", "snippet_html"})
    EXPECT_TRUE(answer["hits"][0].contains(name)) << name;
  EXPECT_EQ(answer["facets"]["section"]["values"][0]["value"], "News");
  EXPECT_EQ(answer["facets"]["section"]["values"][0]["count"], 30);
  EXPECT_EQ(answer["index"]["documents"], 45);
  const json passage = answer["hits"][0]["snippets"][0];
  EXPECT_THAT(passage["fragment"], StartsWith(":~:text="));
  const std::string key = answer["hits"][0]["key"];
  EXPECT_THAT(get("/article/" + key).body,
              HasSubstr("id=\"p" + passage["paragraph"].dump() + "\""));
  const json article = get_json("/api/v1/articles/" + article_key(Identity("story-7")));
  EXPECT_EQ(article["id"], "story-7");
  EXPECT_EQ(article["body"].size(), 2U);
  EXPECT_EQ(article["published_from"],
            (json{{"where", "the name of the file"}, {"text", article["published"]}}));
  EXPECT_EQ(article["modified_from"], nullptr);
}

TEST_F(SiteTest, PagesContainEachArticleOnce) {
  for (const std::string order : {"relevance", "newest", "oldest"}) {
    SCOPED_TRACE(order);
    std::set<std::string> keys;
    std::string target = "/api/v1/search?q=storm&per_page=7&sort=" + order;
    int pages = 0;
    while (!target.empty() && ++pages < 20) {
      const HttpResponse response = get(target);
      const json answer = json::parse(response.body);
      for (const json& hit : answer["hits"])
        EXPECT_TRUE(keys.insert(hit["key"]).second) << "twice: " << hit["key"];
      std::string next;
      for (const auto& [name, value] : response.headers)
        if (name == "Link" && value.ends_with("rel=\"next\"")) next = between(value, "<", ">");
      target = next;
    }
    EXPECT_EQ(keys.size(), 45U);
    EXPECT_EQ(pages, 7);
  }
}

TEST_F(SiteTest, RanksPagesAndApiAsConfigured) {
  const std::string question = "/api/v1/search?q=storm";
  const json plain = get_json(question)["hits"];
  SiteOptions by_day = options();
  by_day.ranking.recency_half_life = 300;
  Site site(by_day);
  HttpRequest request;
  request.method = "GET";
  request.path = "/api/v1/search";
  request.query = "q=storm";
  const json aware = json::parse(site.respond(request).body)["hits"];
  EXPECT_EQ(plain[0]["score"], plain.back()["score"]) << "equal but for their dates";
  EXPECT_GT(aware[0]["score"].get<double>(), aware.back()["score"].get<double>());
  request.path = "/search";
  EXPECT_EQ(site.respond(request).status, 200);
}

TEST_F(SiteTest, CursorsReachAllArticlesInTheOrderOfPages) {
  for (const std::string order : {"relevance", "newest", "oldest"}) {
    SCOPED_TRACE(order);
    const std::string question = "/api/v1/search?q=storm&sort=" + order;
    std::vector<std::string> keys, wanted;
    const json all = get_json(question + "&per_page=100");
    for (const json& hit : all["hits"]) wanted.push_back(hit["key"]);
    json answer = get_json(question + "&per_page=7");
    for (int pages = 1; pages < 20; ++pages) {
      for (const json& hit : answer["hits"]) keys.push_back(hit["key"]);
      if (answer["next"].is_null()) break;
      const std::string target =
          question + "&per_page=7&cursor=" + answer["next"].get<std::string>();
      answer = get_json(target);
      const bool is_last = answer["next"].is_null();
      EXPECT_EQ(header(get(target), "Link").empty(), is_last);
    }
    EXPECT_EQ(keys, wanted);
  }
}

TEST_F(SiteTest, ACursorContinuesInItsOwnGenerationWhileThatIsKept) {
  const std::string question = "/api/v1/search?q=storm&sort=newest&per_page=7";
  std::vector<std::string> wanted, keys;
  const json all = get_json("/api/v1/search?q=storm&sort=newest&per_page=100");
  for (const json& hit : all["hits"]) wanted.push_back(hit["key"]);
  json answer = get_json(question);
  const std::string generation = answer["index"]["generation"];
  for (int pages = 1; pages < 20; ++pages) {
    EXPECT_EQ(answer["notes"].size(), 0U);
    EXPECT_EQ(answer["index"]["generation"], generation);
    for (const json& hit : answer["hits"]) keys.push_back(hit["key"]);
    if (answer["next"].is_null()) break;
    // A new generation is published between any two pages.
    index_.publish({small_article("new", "Storm", "A storm of number " + std::to_string(pages))});
    answer = get_json(question + "&cursor=" + answer["next"].get<std::string>());
  }
  EXPECT_EQ(keys, wanted);
  EXPECT_EQ(get_json(question)["total"]["value"], 1) << "without a cursor the newest answers";
}

TEST_F(SiteTest, ACursorContinuesAfterItsArticleInANewGeneration) {
  const std::string question = "/api/v1/search?q=calm&sort=newest&per_page=2";
  const auto calm = [](int day) {
    return small_article("calm-" + std::to_string(day), "Calm", "All calm.",
                         "2020-01-0" + std::to_string(day));
  };
  index_.publish({calm(1), calm(2), calm(4), calm(5)});
  const json first = get_json(question);
  EXPECT_EQ(first["hits"][1]["id"], "calm-4");
  const std::string next = question + "&cursor=" + first["next"].get<std::string>();
  // Its own generation is gone. There are two newer articles, and one right after its position.
  index_.publish({calm(1)});
  index_.publish({calm(1), calm(2), calm(3), calm(4), calm(5), calm(6), calm(7)});
  const json second = get_json(next);
  EXPECT_EQ(second["hits"][0]["id"], "calm-3");
  EXPECT_EQ(second["hits"][1]["id"], "calm-2");
  ASSERT_EQ(second["notes"].size(), 1U);
  EXPECT_THAT(second["notes"][0]["message"].get<std::string>(), HasSubstr("built anew"));
  // The article itself is gone: the answer says that the position is a guess.
  index_.publish({calm(1), calm(2), calm(5)});
  const json third = get_json(next);
  EXPECT_EQ(third["hits"][0]["id"], "calm-1");
  EXPECT_EQ(third["notes"].size(), 1U);
}

TEST_F(SiteTest, FiltersApplyToPagesAndApiAlike) {
  EXPECT_EQ(get_json("/api/v1/search?q=storm&section=Sport")["total"]["value"], 15);
  EXPECT_THAT(get("/search?q=storm&section=Sport").body, HasSubstr("15 articles for"));
  EXPECT_EQ(get_json("/api/v1/search?q=storm&section=Sport&section=News")["total"]["value"], 45);
  EXPECT_EQ(get_json("/api/v1/search?q=storm&author=Ann+Ames&section=Sport")["total"]["value"], 7);
  EXPECT_EQ(get_json("/api/v1/search?q=storm&from=2004&to=2004-12-31")["total"]["value"], 9);
  EXPECT_THAT(get("/search?section=Sport").body, HasSubstr("15 articles"));
}

TEST_F(SiteTest, NamesTheAuthorsThatAQueryNames) {
  const json writers = json::array({{{"name", "Ann Ames"}, {"count", 22}}});
  EXPECT_EQ(get_json("/api/v1/search?q=AMES")["writers"], writers);
  EXPECT_EQ(get_json("/api/v1/search?q=storm")["writers"], json::array());
  const std::string link = "/search?q=&amp;author=Ann+Ames&amp;sort=newest";
  EXPECT_THAT(get("/search?q=ames").body, HasSubstr(link));
  EXPECT_EQ(get_json("/api/v1/search?q=&author=Ann+Ames")["total"]["value"], 22);
}

}  // namespace
}  // namespace backfile
