// The page of results, from hand-made answers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/server/site/html_check.h"
#include "tests/server/site/made_pages.h"

namespace backfile {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(ResultsPage, KeepsTheQuestionAndCountsTheArticles) {
  const std::string page = results(asking("\"storm surge\""), answer_with({hit()}, 1234567));
  EXPECT_THAT(page,
              HasSubstr("<form class=\"form\" role=\"search\" method=\"get\" action=\"/search\">"));
  EXPECT_THAT(page, HasSubstr("value=\"&quot;storm surge&quot;\""));
  EXPECT_THAT(between(page, "<h1>", "</h1>"), HasSubstr("1,234,567 articles for"));
  EXPECT_THAT(page, HasSubstr("<label class=\"label\" for=\"q\">"));
}

TEST(ResultsPage, ShowsWhatAHitIs) {
  const std::string page = results(asking("storm"), answer_with({hit()}, 1));
  const std::string entry = between(page, "<li><article class=\"hit\">", "</article>");
  EXPECT_THAT(entry,
              HasSubstr("<a href=\"/article/abcdefghijklmnop?q=storm\"><mark>Storm</mark> over"));
  EXPECT_THAT(entry, HasSubstr("<time datetime=\"2015-06-11\">11 June 2015</time>"));
  EXPECT_THAT(entry, HasSubstr("By Ann Ames and Bo Berg"));
  EXPECT_THAT(entry, HasSubstr("The <mark>storm</mark> broke the pier."));
  EXPECT_THAT(entry, HasSubstr("?q=storm#p1\">Read at this passage"));
  EXPECT_THAT(entry, HasSubstr("href=\"https://www.gazette.example/storm#:~:text="));
  EXPECT_THAT(entry, HasSubstr("rel=\"noopener\">Original at gazette.example</a>"));
  EXPECT_THAT(entry, Not(HasSubstr("English")))
      << "the archive's main language goes without saying";
}

TEST(ResultsPage, SaysWhatIsACaptionAndWhatTheSubtitle) {
  Hit found = hit();
  found.snippets = {passage("subtitle", "A storm at last", {{2, 7}}),
                    passage("body", "The storm.", {{4, 9}}), passage("body", "It went.", {}),
                    passage("caption", "After the storm", {{10, 15}}, 2)};
  const std::string page = results(asking("storm"), answer_with({found}, 1));
  const auto line = [](const std::string& name) {
    return "<p class=\"snippet\" lang=\"en\" dir=\"auto\"><span class=\"field\" lang=\"en\" "
           "dir=\"ltr\">" +
           name + ":</span> ";
  };
  EXPECT_THAT(page, HasSubstr(line("Subtitle") + "A <mark>storm</mark> at last</p>"));
  EXPECT_THAT(page, HasSubstr(line("Caption") + "After the <mark>storm</mark></p>"));
  EXPECT_THAT(page, HasSubstr("dir=\"auto\">The <mark>storm</mark>. <span class=\"gap\">…</span> "
                              "It went.</p>"));
  EXPECT_THAT(faults_of_page(page), IsEmpty());
  found.snippets = {passage("subtitle", "A night without sleep", {})};
  EXPECT_THAT(results(asking("storm"), answer_with({found}, 1)), Not(HasSubstr("class=\"field\"")))
      << "it only introduces the article";
}

TEST(ResultsPage, LeadsToThePassageWhereverInTheArticleItIs) {
  const Snippet subtitle = passage("subtitle", "A storm", {{2, 7}});
  const Snippet body = passage("body", "The storm.", {{4, 9}}, 4);
  const Snippet caption = passage("caption", "After the storm", {{10, 15}}, 2);
  const struct {
    std::vector<Snippet> passages;
    const char* place;
  } cases[] = {{{body}, "#p5"},
               {{caption}, "#c3"},
               {{subtitle}, "#standfirst"},
               {{subtitle, body}, "#p5"},
               {{passage("body", "Opening words.", {}), caption}, "#c3"}};
  for (const auto& c : cases) {
    SCOPED_TRACE(c.place);
    Hit found = hit();
    found.snippets = c.passages;
    EXPECT_THAT(results(asking("storm"), answer_with({found}, 1)),
                HasSubstr("?q=storm" + std::string(c.place) + "\">Read at this passage</a>"));
  }
  Hit opening = hit();
  opening.snippets = {passage("body", "Opening words.", {})};
  EXPECT_THAT(results(asking("storm"), answer_with({opening}, 1)), Not(HasSubstr("Read at")));
}

TEST(ResultsPage, PutsOneEllipsisBetweenPassages) {
  Hit found = hit();
  found.snippets = {passage("body", "before zork …", {{7, 11}}),
                    passage("body", "… after zork …", {{10, 14}}),
                    passage("body", "Zork.", {{0, 4}})};
  EXPECT_THAT(results(asking("zork"), answer_with({found}, 1)),
              HasSubstr("before <mark>zork</mark> … after <mark>zork</mark> … <mark>Zork</mark>."));
}

TEST(ResultsPage, NamesALanguageThatIsNotTheArchivesOwn) {
  Hit german = hit();
  german.article.language = "de";
  const std::string page = results(asking("storm"), answer_with({german}, 1));
  EXPECT_THAT(page, HasSubstr("· German"));
  EXPECT_THAT(page, HasSubstr("<h2 lang=\"de\" dir=\"auto\">"));
}

TEST(ResultsPage, OffersThePagesAroundTheOneShown) {
  const struct {
    std::size_t page;
    std::uint64_t total;
    std::vector<std::string> numbers;
    bool previous, next;
  } cases[] = {
      {1, 20, {}, false, false},
      {1, 21, {"1", "2"}, false, true},
      {2, 40, {"1", "2"}, true, false},
      {5, 200, {"1", "…", "3", "4", "5", "6", "7", "…", "10"}, true, true},
      {1, 200, {"1", "2", "3", "…", "10"}, false, true},
      {501, 1000000, {"1", "…", "499", "500", "501"}, true, false},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(std::to_string(c.page) + " of " + std::to_string(c.total));
    SearchParameters parameters = asking("storm");
    parameters.page = c.page;
    parameters.request.offset = (c.page - 1) * parameters.per_page;
    const std::string page = results(parameters, answer_with({hit()}, c.total));
    const std::string nav = between(page, "<nav class=\"pages\"", "</nav>");
    std::vector<std::string> numbers;
    for (std::size_t at = nav.find("<li"); at != std::string::npos; at = nav.find("<li", at + 1)) {
      const std::string item = nav.substr(at, nav.find("</li>", at) - at);
      const std::size_t end = item.rfind("</"), begin = item.rfind('>', end);
      const std::string text = item.substr(begin + 1, end - begin - 1);
      if (text.find(' ') == std::string::npos) numbers.push_back(text);
    }
    EXPECT_EQ(numbers, c.numbers);
    EXPECT_EQ(nav.find("rel=\"prev\"") != std::string::npos, c.previous);
    EXPECT_EQ(nav.find("rel=\"next\"") != std::string::npos, c.next);
    EXPECT_THAT(page, HasSubstr("<ol class=\"hits\" start=\"" +
                                std::to_string(parameters.request.offset + 1) + "\">"));
  }
}

TEST(ResultsPage, LetsFiltersBeAddedAndTakenAway) {
  SearchParameters parameters = asking("storm");
  parameters.request.filters[FieldId::section] = {"News"};
  parameters.request.from = "2015";
  parameters.page = 3;
  const std::string page = results(parameters, answer_with({hit()}, 100));
  // Chips: each is the question without itself, from the first page.
  EXPECT_THAT(
      page,
      HasSubstr(
          "href=\"/search?q=storm&amp;from=2015\" aria-label=\"Remove the filter Section: News\""));
  EXPECT_THAT(page, HasSubstr("href=\"/search?q=storm&amp;section=News\" aria-label=\"Remove the "
                              "filter Date: from 2015\""));
  EXPECT_THAT(page, HasSubstr("href=\"/search?q=storm\">Remove all"));
  // Lists: the other values stay to be chosen, with their counts.
  EXPECT_THAT(
      page, HasSubstr("href=\"/search?q=storm&amp;from=2015&amp;section=News&amp;section=Sport\""));
  EXPECT_THAT(page,
              HasSubstr("href=\"/search?q=storm&amp;from=2016&amp;to=2016&amp;section=News\""));
  EXPECT_THAT(page, HasSubstr("and 3 articles under other values"));
  // A new question keeps them.
  EXPECT_THAT(page, HasSubstr("<input type=\"hidden\" name=\"section\" value=\"News\">"));
  EXPECT_THAT(page, HasSubstr("name=\"from\" value=\"2015\""));
}

TEST(ResultsPage, ExplainsHowTheQuestionWasRead) {
  Answer answer = answer_with({hit()}, 1);
  answer.relaxed = true;
  answer.query = answer.interpreted = "Stürme (surge";
  answer.complete = 1;
  answer.notes = {{std::nullopt, "Only the first article has all of these words."},
                  {7, "This bracket is never closed."},
                  {0, "This stands first."}};
  answer.hits[0].missing = {"surge", "pier"};
  const std::string page = results(asking("Stürme (surge"), answer);
  EXPECT_THAT(page, HasSubstr("<p>Only the first article has all of these words.</p>"));
  EXPECT_THAT(page, HasSubstr("<p>This stands first. (at character 1)</p>"));
  EXPECT_THAT(page, HasSubstr("This bracket is never closed. (at character 7)"))
      << "characters are counted, not bytes";
  EXPECT_THAT(page, HasSubstr("match=all\">Search for all of the words only"));
  EXPECT_THAT(page, HasSubstr("Without: <bdi>surge</bdi> and <bdi>pier</bdi>"));
  EXPECT_THAT(page, Not(HasSubstr("Read as"))) << "it was read as it was written";
  answer.interpreted = "Stürme surge";
  EXPECT_THAT(results(asking("Stürme (surge"), answer), HasSubstr("Read as <code"));
  answer.complete = 0;
  EXPECT_THAT(results(asking("Stürme (surge"), answer), Not(HasSubstr("all of the words only")))
      << "that finds nothing";
}

TEST(ResultsPage, OffersWhatHasAllOfTheWordsBeyondTheFilters) {
  SearchParameters parameters = asking("storm surge");
  parameters.request.from = "2014";
  Answer answer = answer_with({hit()}, 3);
  answer.relaxed = true;
  answer.notes = {{std::nullopt, "No article has all of these words within these filters."}};
  const Alternative other{"without the dates", asking("storm surge").request, 25};
  const std::string page = results_page(context(), parameters, answer, {other}).string();
  EXPECT_THAT(page, HasSubstr("These searches find all of the words:"));
  EXPECT_THAT(page,
              HasSubstr("<a href=\"/search?q=storm+surge\">25 articles without the dates</a>"));
  EXPECT_THAT(page, Not(HasSubstr("Search for all of the words only"))) << "that finds nothing";
  EXPECT_THAT(faults_of_page(page), IsEmpty());
}

TEST(ResultsPage, SetsWhatOneCanTypeAsCode) {
  Answer answer;
  answer.refused = {
      "“<b>” is not a date that `from` can use; one ` stays.", "Ask without `strict`.", {}};
  const std::string page = results(asking("storm"), answer);
  EXPECT_THAT(
      page, HasSubstr("“<bdi>&lt;b&gt;</bdi>” is not a date that <code>from</code> can use; one ` "
                      "stays."));
  EXPECT_THAT(page, HasSubstr("Ask without <code>strict</code>."));
}

// Marks inside of what runs from right to left would stand on its other side and open to the wrong
// one.
TEST(ResultsPage, KeepsItsQuotationMarksAroundWhatRunsFromRightToLeft) {
  const std::string arabic = "\"الميناء القديم\"";
  Answer answer = answer_with({hit()}, 2);
  answer.notes = {{std::nullopt, "“الميناء” and “القديم” are one “"}};
  const std::string page = results(asking(arabic), answer);
  EXPECT_THAT(page, HasSubstr("<q><bdi>&quot;الميناء القديم&quot;</bdi></q></h1>"));
  EXPECT_THAT(page, HasSubstr("<p>“<bdi>الميناء</bdi>” and “<bdi>القديم</bdi>” are one “</p>"));
  EXPECT_THAT(article(hit(), asking(arabic)),
              HasSubstr("3 matches for <q><bdi>&quot;الميناء القديم&quot;</bdi></q>"));
  EXPECT_THAT(faults_of_page(page), IsEmpty());
}

TEST(ResultsPage, LeadsToTheArticlesOfAWriterWhoIsNamed) {
  Answer answer = answer_with({hit()}, 1);
  answer.writers = {{"Hanne Sørvik", 1200}, {"<i> & \"Orr\"", 1}};
  const std::string line =
      "<p class=\"writer\"><a href=\"/search?q=&amp;author=Hanne+S%C3%B8rvik&amp;sort=newest\">"
      "1,200 articles by <span dir=\"auto\">Hanne Sørvik</span></a></p>";
  const std::string page = results(asking("sorvik"), answer);
  EXPECT_THAT(page, HasSubstr(line));
  EXPECT_THAT(page, HasSubstr("1 article by <span dir=\"auto\">&lt;i&gt; &amp; "));
  EXPECT_THAT(faults_of_page(page), IsEmpty());
  SearchParameters second = asking("sorvik");
  second.page = 2;
  EXPECT_THAT(results(second, answer), Not(HasSubstr(line)));
  answer.hits.clear();
  answer.total = 0;
  EXPECT_THAT(results(asking("sorvik"), answer), HasSubstr(line));
}

TEST(ResultsPage, OffersWaysOnWhereNothingWasFound) {
  SearchParameters parameters = asking("storm surge");
  parameters.request.filters[FieldId::section] = {"Sport"};
  Alternative other{"without the filters", asking("storm surge").request, 41};
  const std::string page =
      results_page(context(), parameters, answer_with({}, 0), {other}).string();
  EXPECT_THAT(page, HasSubstr("No article matches <q"));
  EXPECT_THAT(page,
              HasSubstr("<a href=\"/search?q=storm+surge\">41 articles without the filters</a>"));
  EXPECT_THAT(results(parameters, answer_with({}, 0)), HasSubstr("Check the spelling"));
}

TEST(ResultsPage, LeadsBackFromBehindItsEnd) {
  SearchParameters parameters = asking("storm");
  parameters.page = 9;
  EXPECT_THAT(results(parameters, answer_with({}, 45)),
              HasSubstr("<p><a href=\"/search?q=storm\">Go to the first page</a>"));
}

TEST(ResultsPage, SaysWhyAQuestionIsRefused) {
  Answer refused;
  refused.refused = {"The query is too long.", "Leave something out.", 1024};
  const std::string page = results(asking(std::string(2000, 'x')), refused);
  EXPECT_THAT(page, HasSubstr("The query is too long."));
  EXPECT_THAT(page, HasSubstr("It is at character 1025."));
  EXPECT_THAT(page, HasSubstr("Leave something out."));
  EXPECT_THAT(page, Not(HasSubstr("class=\"hits\"")));
}

}  // namespace
}  // namespace backfile
