// What is shown for an article without a title.
#include "query/snippet/shown_title.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "indexer/text/unicode.h"
#include "query/output/render.h"
#include "tests/query/search/searcher_fixture.h"

namespace backfile {
namespace {

std::string title_of(const std::string& title, std::vector<std::string> body) {
  Article article;
  article.title = title;
  article.body = std::move(body);
  return shown_title(article);
}

TEST(ShownTitle, IsTheArticlesOwnWhereItHasOne) {
  EXPECT_EQ(title_of("Storm", {"It blew."}), "Storm");
  EXPECT_EQ(title_of(" Storm\n over  Orrin ", {}), "Storm over Orrin");
  EXPECT_EQ(title_of("* * *", {"It blew."}), "* * *");
}

TEST(ShownTitle, IsMadeOfTheFirstWordsElse) {
  const std::string words =
      "Gulls came back to the slate roofs of Orrin Bay this spring, and nobody";
  const struct {
    std::string title;
    std::vector<std::string> body;
    std::string shown;
  } cases[] = {
      {"", {"It blew."}, "It blew."},
      {" \t ", {"It blew."}, "It blew."},
      {"\u200b\u00ad", {"It blew."}, "It blew."},
      {"", {"", "  ", "\u200b", "It\nblew  hard."}, "It blew hard."},
      {"", {words + " minded at all."}, words + "…"},
      {"", {words}, words},
      {"",
       {"Gulls came back to the slate roofs of Orrin Bay this long cold spring, and then left"},
       "Gulls came back to the slate roofs of Orrin Bay this long cold spring…"},
      {"", {}, ""},
      {"", {"", " "}, ""},
  };
  for (const auto& c : cases) EXPECT_EQ(title_of(c.title, c.body), c.shown);
}

TEST(ShownTitle, IsTakenFromBesideTheStoryWhereThereIsNone) {
  Article article;
  article.captions = {"", "The pier."};
  EXPECT_EQ(shown_title(article), "The pier.");
  article.subtitle = "A night without sleep";
  EXPECT_EQ(shown_title(article), "A night without sleep");
}

TEST(ShownTitle, FitsInALineInEveryScript) {
  std::string han, thai, marks, word(300, 'x'), emoji;
  for (int i = 0; i < 300; ++i) {
    han += "港";
    thai += "น้ำ";
    marks += "e\u0301";
    emoji += "👩‍🚒";
  }
  for (const std::string& text : {han, thai, marks, word, emoji, "Der " + word}) {
    const std::string title = title_of("", {text});
    EXPECT_LE(display_width(title), 73U);
    EXPECT_GE(display_width(title), 40U) << title;
    EXPECT_TRUE(title.ends_with("…"));
    EXPECT_TRUE(text.starts_with(title.substr(0, title.size() - 3)));
    EXPECT_EQ(grapheme_floor(text, title.size() - 3), title.size() - 3);
  }
  EXPECT_LE(title_of("", {std::string(10'000'000, 'x')}).size(), 80U);
}

TEST(ShownTitle, IsNotRepeatedByTheOpeningBehindIt) {
  Article article;
  article.body = {
      "Gulls came back to the slate roofs of Orrin Bay this spring, and nobody minded at all."};
  EXPECT_EQ(behind_title(article, article.body[0]), "… minded at all.");
  EXPECT_EQ(behind_title(article, "Quite another passage."), "Quite another passage.");
  article.body = {"It blew."};
  EXPECT_EQ(behind_title(article, "It blew."), "");
  article.title = "It blew";
  EXPECT_EQ(behind_title(article, "It blew."), "It blew.");
}

// Wherever an answer goes, a hit without a title can be told from others, and a program can see
// that the words are not its title.
TEST(ShownTitle, StandsInEveryFormOfAnAnswer) {
  const SmallIndex index({small_article("none", "", "A storm shook the old bridge.\n\nIt stood."),
                          small_article("own", "Storm", "It blew.")});
  Searcher searcher(open_archive(index.directory()));
  const Answer answer = searcher.search(asking("storm"));
  const auto json = nlohmann::json::parse(to_json(answer, Offsets::byte));
  for (const auto& hit : json["hits"]) {
    const bool none = hit["id"] == "none";
    EXPECT_EQ(hit["title"], none ? "A storm shook the old bridge." : "Storm");
    EXPECT_EQ(hit["untitled"], none);
    EXPECT_EQ(hit["title_marks"].dump(), none ? "[[2,7]]" : "[[0,5]]");
  }
  EXPECT_THAT(to_text(answer, false, 80), testing::HasSubstr(". A storm shook the old bridge.\n"));
  EXPECT_THAT(to_tsv(answer), testing::HasSubstr("\tA storm shook the old bridge.\t"));
  const auto article =
      nlohmann::json::parse(to_json(*searcher.article(article_key(Identity("none")))));
  EXPECT_EQ(article["title"], "A storm shook the old bridge.");
  EXPECT_EQ(article["untitled"], true);
  EXPECT_THAT(to_json_line(*searcher.article(article_key(Identity("none")))),
              testing::HasSubstr(R"("title":"")"))
      << "what is indexed again must not get it as a title";
  Request in_titles = asking("title:bridge");
  EXPECT_EQ(searcher.search(in_titles).total, 0U);
}

}  // namespace
}  // namespace backfile
