// A site that is served below a path of its host: every address includes it and leads somewhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/server/site/site_fixture.h"

namespace backfile {
namespace {

using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::StartsWith;

class BasePath : public SiteTest {
 protected:
  BasePath() : below_(below("/archive")) {}

  SiteOptions below(const std::string& path) const {
    SiteOptions options = SiteTest::options();
    options.base_url = "https://example.org" + path;
    return options;
  }

  static HttpResponse get_from(Site& site, const std::string& target) {
    HttpRequest request;
    request.method = "GET";
    request.path = target.substr(0, target.find('?'));
    if (target.find('?') != std::string::npos) request.query = target.substr(target.find('?') + 1);
    request.host = "backend.example";
    return site.respond(request);
  }

  Site below_;
};

// Every address in a document that points to the site itself: not to an article's original, which
// is elsewhere, nor to a place on the same page, such as "#m1".
std::vector<std::string> own_addresses(const std::string& document) {
  static const std::regex attribute(
      R"re((?:href|src|srcset|action|formaction|poster|data|template|content)="([^"]*)")re");
  std::vector<std::string> found;
  for (std::sregex_iterator at(document.begin(), document.end(), attribute), end; at != end; ++at) {
    const std::string address = std::regex_replace((*at)[1].str(), std::regex("&amp;"), "&");
    const bool is_address = address.starts_with('/') ||
                            address.starts_with("https://example.org") ||
                            (*at)[0].str().starts_with("action");
    if (is_address) found.push_back(address);
  }
  return found;
}

const std::string origin = "https://example.org";

TEST_F(BasePath, PrefixesEveryAddressAndAllOfThemLeadSomewhere) {
  const std::string article = "/article/" + article_key(Identity("story-7"));
  std::set<std::string> visited, ahead = {"/archive/",
                                          "/archive/search?q=storm&section=Sport&sort=newest",
                                          "/archive/search?q=storm&match=topic",
                                          "/archive/search?q=storm+zeppelin",
                                          "/archive/search?q=storm+6+number&from=2003&to=2003",
                                          "/archive/search?q=ames",
                                          "/archive/search?q=storm&page=99",
                                          "/archive/search?q=storm&from=yesterday",
                                          "/archive" + article + "?q=slept",
                                          "/archive/opensearch.xml"};
  std::set<std::string> routes;
  while (!ahead.empty() && visited.size() < 150) {
    const std::string target = *ahead.begin();
    ahead.erase(ahead.begin());
    visited.insert(target);
    SCOPED_TRACE(target);
    const HttpResponse response = get_from(below_, target);
    const bool is_known_refusal = target.find("yesterday") != std::string::npos;
    EXPECT_EQ(response.status, is_known_refusal ? 400 : 200);
    std::vector<std::string> addresses = own_addresses(response.body);
    for (const auto& [name, value] : response.headers)
      if (name == "Link") addresses.push_back(value.substr(1, value.find('>') - 1));
    for (std::string address : addresses) {
      if (address.starts_with(origin)) address.erase(0, origin.size());
      EXPECT_THAT(address, StartsWith("/archive/"));
      if (address.find("{searchTerms}") != std::string::npos) continue;
      address = address.substr(0, address.find('#'));
      routes.insert(address.substr(0, address.find('?')));
      if (!visited.contains(address)) ahead.insert(address);
    }
  }
  EXPECT_THAT(routes, IsSupersetOf(std::vector<std::string>{
                          "/archive/", "/archive/search", "/archive/api/v1/search",
                          "/archive/opensearch.xml", "/archive" + article}));
  EXPECT_GT(visited.size(), 50U);
}

TEST_F(BasePath, PrefixesTheAddressesOnErrorPages) {
  SiteOptions closed = below("/archive");
  closed.searches.running = closed.searches.queued = 0;
  Site busy(closed);
  const std::string pages[] = {
      get_from(below_, "/archive/nowhere").body,
      get_from(below_, "/nowhere").body,
      get_from(below_, "/archive/search?q=a&page=5000").body,
      get_from(below_, "/archive/article/aaaaaaaaaaaaaaaa").body,
      get_from(busy, "/archive/search?q=storm").body,
      below_.refuse("/archive/search?q=a", {414, "The address is too long."}).body};
  for (const std::string& page : pages) {
    const std::vector<std::string> addresses = own_addresses(page);
    EXPECT_GT(addresses.size(), 4U);
    for (const std::string& address : addresses) EXPECT_THAT(address, StartsWith("/archive/"));
  }
  EXPECT_THAT(get_from(below_, "/archive/api/v2").body, HasSubstr("/archive/api/v1/search and"));
  EXPECT_EQ(below_.refuse("/archive/api/v1/search", {405, "Use GET."}).type,
            "application/problem+json");
}

TEST_F(BasePath, MayBeStrippedByAProxy) {
  for (const char* target : {"/", "/search?q=storm", "/api/v1/search?q=storm", "/opensearch.xml",
                             "/robots.txt", "/healthz", "/readyz", "/nowhere"}) {
    SCOPED_TRACE(target);
    const HttpResponse off = get_from(below_, target);
    const HttpResponse on = get_from(below_, std::string("/archive") + target);
    EXPECT_EQ(on.status, off.status);
    EXPECT_EQ(on.type, off.type);
    const bool is_timed = std::string(target).find("q=") != std::string::npos;
    if (!is_timed) {
      EXPECT_EQ(on.body, off.body);
    }
    EXPECT_EQ(on.headers, off.headers);
  }
}

TEST_F(BasePath, WithoutASlashRedirectsToTheFrontPage) {
  const HttpResponse response = get_from(below_, "/archive");
  EXPECT_EQ(response.status, 301);
  EXPECT_EQ(header(response, "Location"), "/archive/");
  EXPECT_EQ(header(response, "Cache-Control"), "no-cache");
  EXPECT_EQ(get_from(below_, "/archives").status, 404);
  EXPECT_EQ(get_from(below_, "/archive/archive/").status, 404);
}

TEST_F(BasePath, MayEqualTheNameOfARoute) {
  const std::string style = [&] {
    const std::string page = get("/").body;
    const std::size_t begin = page.find("/static/style");
    return page.substr(begin, page.find('"', begin) - begin);
  }();
  for (const std::string base : {"/search", "/static", "/article", "/api", "/api/v1"}) {
    SCOPED_TRACE(base);
    Site site(below(base));
    for (const std::string& route : {std::string("/search?q=storm"), style, std::string("/"),
                                     "/article/" + article_key(Identity("story-7"))}) {
      SCOPED_TRACE(route);
      EXPECT_EQ(get_from(site, route).status, 200);
      EXPECT_EQ(get_from(site, base + route).status, 200);
    }
  }
}

TEST_F(BasePath, IsPartOfTheCanonicalAddress) {
  const std::string article = "/article/" + article_key(Identity("story-7"));
  const auto canonical = [](const std::string& address) {
    return "<link rel=\"canonical\" href=\"" + address + "\">";
  };
  EXPECT_THAT(get_from(below_, "/archive" + article + "?q=storm").body,
              HasSubstr(canonical("https://example.org/archive" + article)));
  EXPECT_THAT(get_from(below_, "/").body, HasSubstr(canonical("https://example.org/archive/")));
  EXPECT_THAT(get_from(below_, "/search?q=a").body, Not(HasSubstr("canonical")));
  EXPECT_THAT(get(article).body, Not(HasSubstr("canonical"))) << "its host is not known";
}

TEST_F(BasePath, IsInRobotsTxt) {
  EXPECT_EQ(get_from(below_, "/robots.txt").body,
            "User-agent: *\nDisallow: /archive/search\nDisallow: /archive/api/\n");
  EXPECT_EQ(header(get_from(below_, "/archive/search?q=a"), "X-Robots-Tag"), "noindex");
  EXPECT_EQ(header(get_from(below_, "/archive/api/v1/search"), "Access-Control-Allow-Origin"), "*");
}

}  // namespace
}  // namespace backfile
