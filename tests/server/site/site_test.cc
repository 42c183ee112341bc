// Every route, without a socket: pages, headers and refusals.
#include "server/site/site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "query/language/syntax_help.h"
#include "tests/server/site/html_check.h"
#include "tests/server/site/site_fixture.h"

namespace backfile {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

TEST_F(SiteTest, AnswersEachRouteWithItsStatusAndType) {
  const std::string key = article_key(Identity("story-7"));
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
      {"/readyz", 200, "application/json"},
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

TEST_F(SiteTest, SetsSecurityHeadersOnEveryResponse) {
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
  EXPECT_EQ(header(get("/article/" + article_key(Identity("story-1"))), "X-Robots-Tag"), "");
}

TEST_F(SiteTest, SaysThatFiltersExcludeArticlesWithAllOfTheWords) {
  // Number 6 is of 2001 and in Sport.
  const auto page = [&](const std::string& filters) {
    return get("/search?q=storm+6+number" + filters).body;
  };
  const std::string within = "No article within these filters has all of these words in its text";
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
  EXPECT_THAT(nowhere, Not(HasSubstr("These searches find all")));
  EXPECT_THAT(get("/search?q=storm+zeppelin").body,
              HasSubstr("No article has all of these words in its text; these have some of them."));
}

TEST_F(SiteTest, MarksTheWordsOfTheQueryInAnArticle) {
  const std::string page = get("/article/" + article_key(Identity("story-7")) + "?q=slept").body;
  EXPECT_THAT(page, HasSubstr("Nobody <mark id=\"m1\">slept</mark>"));
  EXPECT_THAT(page, HasSubstr("1 match for"));
}

TEST_F(SiteTest, PicksUpANewGenerationWithoutARestart) {
  const std::string before = get_json("/healthz")["generation"];
  EXPECT_THAT(get("/").body, HasSubstr("45 articles"));
  const std::string etag = header(get("/search?q=storm"), "ETag");
  index_.publish({small_article("new", "Calm at last", "Nothing happened.")});
  EXPECT_NE(get_json("/healthz")["generation"], before);
  EXPECT_EQ(get_json("/api/v1/search?q=storm")["total"]["value"], 0);
  EXPECT_EQ(get_json("/api/v1/search?q=calm")["total"]["value"], 1);
  EXPECT_THAT(get("/").body, HasSubstr("1 article"));
  EXPECT_EQ(get("/article/" + article_key(Identity("story-7"))).status, 404);
  EXPECT_EQ(get("/search?q=storm", etag).status, 200) << "what a browser has cached is out of date";
}

// An index whose postings take several blocks, damaged while it is open.
class DamagedSiteTest : public SiteTest {
 protected:
  static constexpr int articles = 200, block = 8192;

  DamagedSiteTest() {
    std::vector<Article> large;
    for (int i = 0; i < articles; ++i) {
      std::string body = "A storm, unique" + std::to_string(i) + ".";
      for (int j = 0; j < 20; ++j) body += " " + word(i, j);
      large.push_back(small_article(std::to_string(i), "Storm", body));
    }
    index_.publish(large);
    EXPECT_EQ(get_json("/healthz")["status"], "ok");
    file_ = index_.directory() / "generations" / current_name(index_.directory()) /
            "articles/postlist.glass";
    whole_ = (std::stringstream() << std::ifstream(file_).rdbuf()).str();
  }
  // Of one article alone; all of them are spread over all blocks.
  static std::string word(int article, int number) {
    return article_key(Identity(std::to_string(article * 100 + number)));
  }
  void write(const std::string& bytes) { std::ofstream(file_) << bytes; }  // the same file

  bool fails(int number) {
    try {
      get("/api/v1/search?q=" + word(number, 0));
      return false;
    } catch (...) {
      return true;
    }
  }

  std::filesystem::path file_;
  std::string whole_;
};

TEST_F(DamagedSiteTest, IsNotHealthyWhileEverySearchFails) {
  write("");
  EXPECT_EQ(get("/healthz").status, 200) << "no request has met the damage yet";
  EXPECT_ANY_THROW(get("/api/v1/search?q=storm"));
  for (int i = 0; i < 2; ++i) {
    const HttpResponse health = get("/healthz");
    EXPECT_EQ(health.status, 503);
    EXPECT_EQ(json::parse(health.body)["status"], "failing");
    EXPECT_EQ(header(health, "Cache-Control"), "no-store");
  }
  EXPECT_EQ(get("/readyz").status, 503);
  // Refused before the damage could matter.
  EXPECT_EQ(get("/api/v1/search?q=storm&foo=bar").status, 400);
  EXPECT_EQ(get("/healthz").status, 503);
  write(whole_);
  EXPECT_EQ(get("/healthz").status, 200) << "without another search";
  EXPECT_EQ(get("/readyz").status, 200);
  EXPECT_EQ(get("/api/v1/search?q=storm").status, 200);
}

TEST_F(DamagedSiteTest, IsNotReadyEvenIfNoRequestHasMetTheDamage) {
  write("");
  EXPECT_EQ(get("/readyz").status, 503);
  EXPECT_EQ(get_json("/readyz")["status"], "failing");
  EXPECT_EQ(get("/healthz").status, 503);
}

TEST_F(DamagedSiteTest, StaysHealthyIfOnlySomeSearchesFail) {
  std::string damaged = whole_;
  damaged.replace(damaged.size() / block / 2 * block, block, std::string(block, '\0'));
  write(damaged);
  int failing = 0;
  for (int i = 0; i < articles; ++i) {
    if (!fails(i)) continue;
    ++failing;
    const json health = get_json("/healthz");
    EXPECT_EQ(health["status"], "ok") << i;
    EXPECT_EQ(health["failed_requests"], failing);
    EXPECT_EQ(get("/healthz").status, 200);
    EXPECT_EQ(get("/readyz").status, 200);
  }
  EXPECT_GT(failing, 0);
  EXPECT_LT(failing, articles / 2);
}

TEST_F(SiteTest, ConfirmsWhatABrowserHasCached) {
  const std::string targets[] = {"/", "/search?q=storm", "/api/v1/search?q=storm",
                                 "/article/" + article_key(Identity("story-7"))};
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

TEST_F(SiteTest, LetsBrowsersCacheStyleAndScriptForever) {
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

TEST_F(SiteTest, RefusesInTheFormatOfThePath) {
  const HttpResponse page = site_.refuse("/search?q=a", {414, "The address is too long."});
  EXPECT_EQ(page.status, 414);
  EXPECT_THAT(page.body, HasSubstr("The address is too long."));
  const HttpResponse api = site_.refuse("/api/v1/search?q=a", {405, "Use GET."});
  EXPECT_EQ(api.type, "application/problem+json");
  EXPECT_EQ(header(api, "Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(json::parse(api.body)["code"], "bad_request");
}

TEST_F(SiteTest, TellsWhatMayBeDoneWithAPath) {
  const auto options = [&](const std::string& path) {
    HttpRequest request;
    request.method = "OPTIONS";
    request.path = path;
    return site_.respond(request);
  };
  for (const char* path : {"*", "/", "/search", "/api/v1/search", "/healthz"}) {
    SCOPED_TRACE(path);
    const HttpResponse response = options(path);
    EXPECT_EQ(response.status, 204);
    EXPECT_EQ(response.body, "");
    EXPECT_EQ(header(response, "Allow"), "GET, HEAD, OPTIONS");
  }
  EXPECT_EQ(options("/nowhere").status, 404);
  EXPECT_EQ(header(options("/"), "Access-Control-Allow-Origin"), "");
  const HttpResponse preflight = options("/api/v1/search");
  EXPECT_EQ(header(preflight, "Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(header(preflight, "Access-Control-Allow-Methods"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(header(preflight, "Access-Control-Allow-Headers"), "*");
}

TEST_F(SiteTest, HelpsWithEveryRowOfTheSyntax) {
  const std::string page = get("/").body;
  EXPECT_THAT(page, HasSubstr("<dt><code>flood -parrot</code></dt><dd>The first word without the "
                              "second; <code>NOT parrot</code> does the same.</dd>"));
  EXPECT_THAT(page, HasSubstr("<i>harbours</i>"));
  const std::string before_all = "<dt>";
  std::size_t rows = 0;
  for (std::size_t at = page.find(before_all); at != page.npos; at = page.find(before_all, at + 1))
    ++rows;
  EXPECT_EQ(rows, syntax_rows().size());
}

TEST_F(SiteTest, DoesNotBlameTheRequestForAnInternalError) {
  const HttpResponse response = site_.refuse("/api/v1/search?q=a", {500, "Something went wrong."});
  const json problem = json::parse(response.body);
  EXPECT_EQ(problem["code"], "internal");
  EXPECT_EQ(problem["status"], 500);
  EXPECT_THAT(problem["hint"], StartsWith("Try again later"));
}

TEST_F(SiteTest, RefusesSearchesPolitelyWhenItIsBusy) {
  SiteOptions closed = options();
  closed.searches.running = closed.searches.queued = 0;
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
  request.path = "/readyz";
  const HttpResponse ready = site.respond(request);
  EXPECT_EQ(ready.status, 503) << "the next request had better go to another server";
  EXPECT_EQ(header(ready, "Retry-After"), "2");
  EXPECT_EQ(json::parse(ready.body)["status"], "busy");
}

TEST_F(SiteTest, DescribesItselfToBrowsersAsASearchEngine) {
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
