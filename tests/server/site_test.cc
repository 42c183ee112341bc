// Every route, without a socket.
#include "server/site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/server/html_check.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

std::vector<Article> articles() {
  std::vector<Article> articles;
  for (int i = 1; i <= 45; ++i) {
    const std::string number = std::to_string(i);
    Article article = small_article("story-" + number, "Storm number " + number,
                                    "The storm broke the pier.\n\nNobody slept that night.",
                                    std::to_string(2000 + i % 5) + "-03-1" + std::to_string(i % 9));
    article.section = i % 3 == 0 ? "Sport" : "News";
    article.author = {i % 2 == 0 ? "Ann Ames" : "Bo Berg"};
    articles.push_back(article);
  }
  return articles;
}

class SiteTest : public ::testing::Test {
 protected:
  SiteTest() : index_(articles()), site_(options()) {}

  SiteOptions options() const {
    SiteOptions options;
    options.index = index_.directory();
    options.title = "The Harbour Gazette";
    return options;
  }

  HttpResponse get(const std::string& target, const std::string& etag = "") {
    HttpRequest request;
    request.method = "GET";
    request.path = target.substr(0, target.find('?'));
    if (target.find('?') != std::string::npos) request.query = target.substr(target.find('?') + 1);
    request.host = "archive.example";
    request.if_none_match = etag;
    return site_.respond(request);
  }
  json get_json(const std::string& target) { return json::parse(get(target).body); }

  static std::string header(const HttpResponse& response, const std::string& name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return {};
  }

  SmallIndex index_;
  Site site_;
};

TEST_F(SiteTest, AnswersEachRouteWithItsStatusAndType) {
  const std::string key = article_key("story-7");
  const struct {
    std::string target;
    int status;
    std::string type;
  } cases[] = {
      {"/", 200, "text/html; charset=utf-8"},
      {"/search?q=storm", 200, "text/html; charset=utf-8"},
      {"/search", 200, "text/html; charset=utf-8"},
      {"/search?q=storm&page=3", 200, "text/html; charset=utf-8"},
      {"/search?q=storm&utm_source=mail", 200, "text/html; charset=utf-8"},
      {"/search?q=storm&page=5000", 400, "text/html; charset=utf-8"},
      {"/search?q=storm&from=yesterday", 400, "text/html; charset=utf-8"},
      {"/search?q=" + std::string(1025, 'x'), 400, "text/html; charset=utf-8"},
      {"/article/" + key, 200, "text/html; charset=utf-8"},
      {"/article/" + key + "?q=storm&anything=1", 200, "text/html; charset=utf-8"},
      {"/article/aaaaaaaaaaaaaaaa", 404, "text/html; charset=utf-8"},
      {"/nowhere", 404, "text/html; charset=utf-8"},
      {"/healthz", 200, "application/json"},
      {"/robots.txt", 200, "text/plain; charset=utf-8"},
      {"/opensearch.xml", 200, "application/opensearchdescription+xml"},
      {"/api/v1/search?q=storm", 200, "application/json"},
      {"/api/v1/search", 200, "application/json"},
      {"/api/v1/search?q=%22%28%5E%7E%22%29", 200, "application/json"},
      {"/api/v1/search?q=storm&foo=bar", 400, "application/problem+json"},
      {"/api/v1/search?q=storm&per_page=101", 400, "application/problem+json"},
      {"/api/v1/search?q=storm&page=502", 400, "application/problem+json"},
      {"/api/v1/search?q=storm&from=yesterday", 400, "application/problem+json"},
      {"/api/v1/search?q=%28storm&strict=1", 400, "application/problem+json"},
      {"/api/v1/search?q=" + std::string(1025, 'x'), 400, "application/problem+json"},
      {"/api/v1/articles/" + key, 200, "application/json"},
      {"/api/v1/articles/" + key + "?q=a", 400, "application/problem+json"},
      {"/api/v1/articles/aaaaaaaaaaaaaaaa", 404, "application/problem+json"},
      {"/api/v1/articles/", 404, "application/problem+json"},
      {"/api/v2/search", 404, "application/problem+json"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.target);
    const HttpResponse response = get(c.target);
    EXPECT_EQ(response.status, c.status);
    EXPECT_EQ(response.type, c.type);
    EXPECT_FALSE(response.body.empty());
    if (c.type.starts_with("text/html")) {
      EXPECT_THAT(faults_of_page(response.body), IsEmpty());
    }
  }
}

TEST_F(SiteTest, PutsSafetyHeadersOnEveryResponse) {
  const std::string targets[] = {
      "/",        "/search?q=a", "/nowhere",       "/api/v1/search?q=a", "/api/v1/search?foo",
      "/healthz", "/robots.txt", "/opensearch.xml"};
  for (const std::string& target : targets) {
    SCOPED_TRACE(target);
    const HttpResponse response = get(target);
    EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header(response, "Referrer-Policy"), "same-origin");
    EXPECT_THAT(header(response, "Content-Security-Policy"), StartsWith("default-src 'none';"));
    EXPECT_THAT(header(response, "Content-Security-Policy"), Not(HasSubstr("unsafe")));
    EXPECT_NE(header(response, "Cache-Control"), "");
    const bool is_api = target.starts_with("/api/");
    EXPECT_EQ(header(response, "Access-Control-Allow-Origin"), is_api ? "*" : "");
  }
  EXPECT_EQ(header(get("/search?q=a"), "X-Robots-Tag"), "noindex");
  EXPECT_EQ(header(get("/api/v1/search?q=a"), "X-Robots-Tag"), "noindex");
  EXPECT_EQ(header(get("/"), "X-Robots-Tag"), "");
  EXPECT_EQ(header(get("/article/" + article_key("story-1")), "X-Robots-Tag"), "");
}

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
}

TEST_F(SiteTest, AnswersTheApiInTheDocumentedShape) {
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
  const json article = get_json("/api/v1/articles/" + article_key("story-7"));
  EXPECT_EQ(article["id"], "story-7");
  EXPECT_EQ(article["body"].size(), 2U);
}

TEST_F(SiteTest, PagesHoldEachArticleOnce) {
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

TEST_F(SiteTest, RanksPagesAndApiAsItIsTold) {
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
  EXPECT_EQ(plain[0]["score"], plain.back()["score"]) << "ties, but for their days";
  EXPECT_GT(aware[0]["score"].get<double>(), aware.back()["score"].get<double>());
  request.path = "/search";
  EXPECT_EQ(site.respond(request).status, 200);
}

TEST_F(SiteTest, CursorsLeadThroughAllArticlesAsPagesDo) {
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

TEST_F(SiteTest, ACursorGoesOnBehindItsArticleInANewGeneration) {
  const std::string question = "/api/v1/search?q=calm&sort=newest&per_page=2";
  const auto calm = [](int day) {
    return small_article("calm-" + std::to_string(day), "Calm", "All calm.",
                         "2020-01-0" + std::to_string(day));
  };
  index_.publish({calm(1), calm(2), calm(4), calm(5)});
  const json first = get_json(question);
  EXPECT_EQ(first["hits"][1]["id"], "calm-4");
  const std::string next = question + "&cursor=" + first["next"].get<std::string>();
  // Two newer ones, and one just behind the place.
  index_.publish({calm(1), calm(2), calm(3), calm(4), calm(5), calm(6), calm(7)});
  const json second = get_json(next);
  EXPECT_EQ(second["hits"][0]["id"], "calm-3");
  EXPECT_EQ(second["hits"][1]["id"], "calm-2");
  EXPECT_EQ(second["notes"].size(), 0U);
  // The article itself withdrawn: the answer says that its place is a guess.
  index_.publish({calm(1), calm(2), calm(5)});
  const json third = get_json(next);
  EXPECT_EQ(third["hits"][0]["id"], "calm-1");
  EXPECT_EQ(third["notes"].size(), 1U);
}

TEST_F(SiteTest, FiltersNarrowPagesAndApiAlike) {
  EXPECT_EQ(get_json("/api/v1/search?q=storm&section=Sport")["total"]["value"], 15);
  EXPECT_THAT(get("/search?q=storm&section=Sport").body, HasSubstr("15 articles for"));
  EXPECT_EQ(get_json("/api/v1/search?q=storm&section=Sport&section=News")["total"]["value"], 45);
  EXPECT_EQ(get_json("/api/v1/search?q=storm&author=Ann+Ames&section=Sport")["total"]["value"], 7);
  EXPECT_EQ(get_json("/api/v1/search?q=storm&from=2004&to=2004-12-31")["total"]["value"], 9);
  EXPECT_THAT(get("/search?section=Sport").body, HasSubstr("15 articles"));
}

TEST_F(SiteTest, NamesTheWriterWhomAQuestionNames) {
  const json writers = json::array({{{"name", "Ann Ames"}, {"count", 22}}});
  EXPECT_EQ(get_json("/api/v1/search?q=AMES")["writers"], writers);
  EXPECT_EQ(get_json("/api/v1/search?q=storm")["writers"], json::array());
  const std::string link = "/search?q=&amp;author=Ann+Ames&amp;sort=newest";
  EXPECT_THAT(get("/search?q=ames").body, HasSubstr(link));
  EXPECT_EQ(get_json("/api/v1/search?q=&author=Ann+Ames")["total"]["value"], 22);
}

TEST_F(SiteTest, SaysThatTheFiltersKeepOutWhatHasAllOfTheWords) {
  // Number 6 is of 2001 and in Sport.
  const auto page = [&](const std::string& filters) {
    return get("/search?q=storm+6+number" + filters).body;
  };
  const std::string within = "No article has all of these words within these filters";
  const std::string kept = page("&from=2003&to=2003");
  EXPECT_THAT(kept, HasSubstr(within));
  EXPECT_THAT(kept, HasSubstr("\">1 article without the dates</a>"));
  EXPECT_THAT(kept, Not(HasSubstr("without the filters")));
  EXPECT_THAT(page("&section=News"), HasSubstr("\">1 article without the filters</a>"));
  const std::string both = page("&from=2003&to=2003&section=News");
  EXPECT_THAT(both, HasSubstr("\">1 article without the dates and the filters</a>"));
  EXPECT_THAT(both, Not(HasSubstr("without the dates</a>")));
  EXPECT_THAT(page("&section=Sport"), Not(HasSubstr(within)));
  const std::string nowhere = get("/search?q=storm+zeppelin&section=News").body;
  EXPECT_THAT(nowhere, HasSubstr(within));
  EXPECT_THAT(nowhere, Not(HasSubstr("With all of them")));
  EXPECT_THAT(get("/search?q=storm+zeppelin").body,
              HasSubstr("No article has all of these words; these have some of them."));
}

TEST_F(SiteTest, MarksTheWordsThatLedToAnArticle) {
  const std::string page = get("/article/" + article_key("story-7") + "?q=slept").body;
  EXPECT_THAT(page, HasSubstr("Nobody <mark id=\"m1\">slept</mark>"));
  EXPECT_THAT(page, HasSubstr("1 match for"));
}

TEST_F(SiteTest, TakesUpANewGenerationWithoutARestart) {
  const std::string before = get_json("/healthz")["generation"];
  EXPECT_THAT(get("/").body, HasSubstr("45 articles"));
  const std::string etag = header(get("/search?q=storm"), "ETag");
  index_.publish({small_article("new", "Calm at last", "Nothing happened.")});
  EXPECT_NE(get_json("/healthz")["generation"], before);
  EXPECT_EQ(get_json("/api/v1/search?q=storm")["total"]["value"], 0);
  EXPECT_EQ(get_json("/api/v1/search?q=calm")["total"]["value"], 1);
  EXPECT_THAT(get("/").body, HasSubstr("1 article"));
  EXPECT_EQ(get("/article/" + article_key("story-7")).status, 404);
  EXPECT_EQ(get("/search?q=storm", etag).status, 200) << "what a browser holds is out of date";
}

TEST_F(SiteTest, IsNotHealthyWhileSearchesFail) {
  std::vector<Article> large;  // of several blocks, and hard to compress
  for (int i = 0; i < 200; ++i) {
    std::string body = "A storm.";
    for (int j = 0; j < 20; ++j) body += " " + article_key(std::to_string(i * 100 + j));
    large.push_back(small_article(std::to_string(i), "Storm", body));
  }
  index_.publish(large);
  EXPECT_EQ(get_json("/healthz")["status"], "ok");
  const std::filesystem::path file = index_.directory() / "generations" /
                                     current_name(index_.directory()) / "articles/docdata.glass";
  const std::string whole = (std::stringstream() << std::ifstream(file).rdbuf()).str();
  std::filesystem::resize_file(file, 0);  // the same file, which is open
  EXPECT_ANY_THROW(get("/api/v1/search?q=storm"));
  for (int i = 0; i < 2; ++i) {
    const HttpResponse health = get("/healthz");
    EXPECT_EQ(health.status, 503);
    EXPECT_EQ(json::parse(health.body)["status"], "failing");
  }
  // Answered before the damage would show.
  EXPECT_EQ(get("/api/v1/search?q=storm&foo=bar").status, 400);
  EXPECT_EQ(get("/healthz").status, 503);
  std::ofstream(file) << whole;
  EXPECT_EQ(get("/healthz").status, 200) << "without another search";
  EXPECT_EQ(get("/api/v1/search?q=storm").status, 200);
}

TEST_F(SiteTest, TellsABrowserThatWhatItHoldsIsStillRight) {
  const std::string targets[] = {"/", "/search?q=storm", "/api/v1/search?q=storm",
                                 "/article/" + article_key("story-7")};
  for (const std::string& target : targets) {
    SCOPED_TRACE(target);
    const std::string etag = header(get(target), "ETag");
    EXPECT_THAT(etag, StartsWith("W/\""));
    const HttpResponse again = get(target, etag);
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(header(again, "ETag"), etag);
    EXPECT_EQ(get(target, "W/\"other\"").status, 200);
  }
  EXPECT_NE(header(get("/search?q=storm"), "ETag"), header(get("/search?q=calm"), "ETag"));
}

TEST_F(SiteTest, LetsBrowsersKeepStyleAndScriptForEver) {
  const std::string page = get("/").body;
  const std::string style = between(page, "<link rel=\"stylesheet\" href=\"", "\"");
  const std::string script = between(page, "<script src=\"", "\"");
  const std::string icon = between(page, "type=\"image/svg+xml\" href=\"", "\"");
  const struct {
    std::string address, type, text;
  } cases[] = {{style, "text/css; charset=utf-8", "prefers-color-scheme"},
               {script, "text/javascript; charset=utf-8", "addEventListener"},
               {icon, "image/svg+xml", "<svg"}};
  for (const auto& c : cases) {
    SCOPED_TRACE(c.address);
    const HttpResponse response = get(c.address);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.type, c.type);
    EXPECT_THAT(response.body, HasSubstr(c.text));
    EXPECT_THAT(header(response, "Cache-Control"), HasSubstr("immutable"));
  }
  EXPECT_EQ(get("/static/style.000000000000.css").status, 404);
}

TEST_F(SiteTest, RefusesInTheFormThatFitsThePath) {
  const HttpResponse page = site_.refuse("/search?q=a", {414, "The address is too long."});
  EXPECT_EQ(page.status, 414);
  EXPECT_THAT(page.body, HasSubstr("The address is too long."));
  const HttpResponse api = site_.refuse("/api/v1/search?q=a", {405, "Use GET."});
  EXPECT_EQ(api.type, "application/problem+json");
  EXPECT_EQ(header(api, "Allow"), "GET, HEAD");
  EXPECT_EQ(json::parse(api.body)["code"], "bad_request");
}

TEST_F(SiteTest, DoesNotBlameTheRequestForAFailureOfItsOwn) {
  const HttpResponse response = site_.refuse("/api/v1/search?q=a", {500, "Something went wrong."});
  const json problem = json::parse(response.body);
  EXPECT_EQ(problem["code"], "internal");
  EXPECT_EQ(problem["status"], 500);
  EXPECT_THAT(problem["hint"], StartsWith("Ask again later"));
}

TEST_F(SiteTest, SendsPeopleAwayPolitelyWhenItIsTooCrowded) {
  SiteOptions closed = options();
  closed.searches.inside = closed.searches.waiting = 0;
  Site site(closed);
  HttpRequest request;
  request.path = "/api/v1/search";
  const HttpResponse api = site.respond(request);
  EXPECT_EQ(api.status, 503);
  EXPECT_EQ(header(api, "Retry-After"), "2");
  EXPECT_EQ(json::parse(api.body)["code"], "busy");
  request.path = "/search";
  EXPECT_EQ(site.respond(request).status, 503);
  request.path = "/healthz";
  EXPECT_EQ(site.respond(request).status, 200) << "what costs nothing is still answered";
}

TEST_F(SiteTest, NamesItselfToBrowsersAsASearchEngine) {
  SiteOptions named = options();
  named.base_url = "https://archive.example.org";
  named.title = "A & B";
  Site site(named);
  HttpRequest request;
  request.path = "/opensearch.xml";
  request.host = "evil.example";
  const HttpResponse response = site.respond(request);
  EXPECT_THAT(response.body, HasSubstr("<ShortName>A &amp; B</ShortName>"));
  EXPECT_THAT(response.body,
              HasSubstr("template=\"https://archive.example.org/search?q={searchTerms}\""));
  EXPECT_THAT(response.body, Not(HasSubstr("evil")));
}

}  // namespace
}  // namespace backfile
