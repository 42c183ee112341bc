// Addresses below the path of a base URL, and the way back to their routes.
#include "server/api/addresses.h"

#include <gtest/gtest.h>

namespace backfile {
namespace {

TEST(Addresses, CarryThePathOfTheBaseUrl) {
  const Addresses addresses("https://example.org:8443/papers/lantern");
  SearchParameters parameters;
  parameters.request.query = "storm surge";
  parameters.page = 2;
  EXPECT_EQ(addresses.base_path(), "/papers/lantern");
  EXPECT_EQ(addresses.of("/"), "/papers/lantern/");
  EXPECT_EQ(addresses.search(parameters), "/papers/lantern/search?q=storm+surge&page=2");
  EXPECT_EQ(addresses.api_search(parameters), "/papers/lantern/api/v1/search?q=storm+surge&page=2");
  EXPECT_EQ(addresses.article("abc"), "/papers/lantern/article/abc");
  EXPECT_EQ(addresses.absolute("/search"), "https://example.org:8443/papers/lantern/search");
}

TEST(Addresses, BeginWithASlashAtTheRootOfAHost) {
  for (const char* base : {"", "https://archive.example.org"}) {
    EXPECT_EQ(Addresses(base).base_path(), "");
    EXPECT_EQ(Addresses(base).of("/search"), "/search");
    EXPECT_EQ(Addresses(base).below_base("/search"), std::nullopt);
  }
  EXPECT_EQ(Addresses().absolute("/search"), std::nullopt);
  EXPECT_EQ(Addresses("http://[::1]:8080").absolute("/"), "http://[::1]:8080/");
}

TEST(Addresses, AreFollowedBackToTheirRoutes) {
  const Addresses addresses("https://example.org/archive");
  EXPECT_EQ(addresses.below_base("/archive/search"), "/search");
  EXPECT_EQ(addresses.below_base("/archive/"), "/");
  for (const char* elsewhere : {"/archive", "/archives/search", "/search", "/", ""})
    EXPECT_EQ(addresses.below_base(elsewhere), std::nullopt) << elsewhere;
}

TEST(BaseUrl, IsAHostAndAPlainPath) {
  for (const char* sound : {"https://archive.example.org", "http://example.org/archive",
                            "https://example.org:444/a/b-c", "http://[::1]:8080/a",
                            "https://example.org/archiv%C3%A9", "HTTPS://EXAMPLE.ORG/v1.2"})
    EXPECT_EQ(wanted_of_base_url(sound), std::nullopt) << sound;
  const struct {
    const char *url, *wanted;
  } cases[] = {
      {"javascript:alert(1)", "the address of a site"},
      {"/archive", "the address of a site"},
      {"https://", "the address of a site"},
      {"https:///archive", "the address of a site"},
      {"https://example.org/a b", "the address of a site"},
      {"https://example.org/archive?x=1", "a host and a path alone"},
      {"https://example.org?x=/1", "a host and a path alone"},
      {"https://example.org/archive#top", "a host and a path alone"},
      {"https://me:secret@example.org/archive", "a host and a path alone"},
      {"https://example.org/archivé", "a path of letters"},
      {"https://example.org/a\"onclick=", "a path of letters"},
      {"https://example.org//archive", "a path without empty steps"},
      {"https://example.org/../archive", "a path without empty steps"},
      {"https://example.org/archive/.", "a path without empty steps"},
  };
  for (const auto& c : cases) {
    const std::string wanted = wanted_of_base_url(c.url).value_or("");
    EXPECT_TRUE(wanted.starts_with(c.wanted)) << c.url << " wants " << wanted;
  }
}

}  // namespace
}  // namespace backfile
