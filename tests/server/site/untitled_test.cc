// Articles without a title: on every page their first words serve as one.
#include <gmock/gmock.h>

#include "tests/server/site/html_check.h"
#include "tests/server/site/site_fixture.h"

namespace backfile {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Untitled : public SiteTest {
 protected:
  Untitled() {
    index_.publish({small_article("none", "", text, "2020-01-02"),
                    small_article("blank", " \u200b ", "It blew.", "2020-01-01"),
                    small_article("nothing", "", "", "2019-01-01")});
  }

  static constexpr const char* text =
      "Gulls came back to the slate roofs of Orrin Bay this spring, and nobody minded <much>.";
  const std::string words =
      "Gulls came back to the slate roofs of Orrin Bay this spring, and nobody…";
  const std::string key = article_key(Identity("none"));
};

TEST_F(Untitled, HaveTheirFirstWordsOnTheFrontPage) {
  const std::string page = get("/").body;
  EXPECT_THAT(page, HasSubstr("<a href=\"/article/" + key + "\">" + words + "</a>"));
  EXPECT_THAT(page,
              HasSubstr("<p class=\"standfirst\" lang=\"en\" dir=\"auto\">… minded &lt;much"));
  EXPECT_THAT(page, HasSubstr("\">It blew.</a>"));
  EXPECT_THAT(page, HasSubstr("/article/" + article_key(Identity("nothing")) + "\">Untitled</a>"));
  EXPECT_THAT(faults_of_page(page), IsEmpty());
}

TEST_F(Untitled, HaveTheirFirstWordsAmongResultsWithMarks) {
  const std::string page = get("/search?q=gulls").body;
  EXPECT_THAT(page, HasSubstr("?q=gulls\"><mark>Gulls</mark> came back to the slate roofs"));
  EXPECT_THAT(page, Not(HasSubstr("Untitled")));
}

TEST_F(Untitled, HaveTheirFirstWordsOnTheirOwnPage) {
  const std::string page = get("/article/" + key + "?q=gulls").body;
  EXPECT_EQ(between(page, "<h1 dir=\"auto\">", "</h1>"), words);
  EXPECT_THAT(between(page, "<title>", "</title>"), HasSubstr(words));
  EXPECT_THAT(page, HasSubstr("name=\"citation_title\" content=\"" + words));
  EXPECT_THAT(page, HasSubstr("1 match for")) << "the heading repeats the text";
  EXPECT_THAT(
      between(get("/article/" + article_key(Identity("nothing"))).body, "<title>", "</title>"),
      HasSubstr("Untitled"));
}

TEST_F(Untitled, AreMarkedAsUntitledInTheApi) {
  for (const auto& article :
       {get_json("/api/v1/articles/" + key), get_json("/api/v1/search?q=gulls")["hits"][0]}) {
    EXPECT_EQ(article["title"], words);
    EXPECT_EQ(article["untitled"], true);
  }
}

}  // namespace
}  // namespace backfile
