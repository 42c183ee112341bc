// The pages, from hand-made answers.
#include "server/pages/pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/server/html_check.h"

namespace backfile {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

PageContext context() {
  PageContext context;
  context.archive_title = "The Harbour Gazette";
  context.facts.generation = "20260101T000000Z-1";
  context.facts.built_at = "2026-01-01T00:00:00Z";
  context.facts.documents = 1234;
  context.facts.first_day = 20090000;
  context.facts.last_day = 20250301;
  context.facts.sections = {{"News", 1000}, {"Sport", 234}};
  context.facts.languages = {{"en", 1200}, {"de", 34}};
  return context;
}

Snippet passage(const std::string& field, const std::string& text, std::vector<Range> marks,
                std::size_t paragraph = 0) {
  Snippet snippet;
  snippet.field = field;
  snippet.text = text;
  snippet.marks = std::move(marks);
  snippet.paragraph = paragraph;
  return snippet;
}

Hit hit() {
  Hit hit;
  Article& article = hit.article;
  article.id = "1";
  article.url = "https://www.gazette.example/storm";
  article.title = "Storm over the harbour";
  article.subtitle = "A night without sleep";
  article.author = {"Ann Ames", "Bo Berg"};
  article.published = "2015-06-11";
  article.section = "News";
  article.language = "en";
  article.body = {"The storm broke the pier.", "Nobody slept."};
  hit.key = "abcdefghijklmnop";
  hit.title = passage("title", article.title, {{0, 5}});
  hit.snippets = {passage("body", "The storm broke the pier.", {{4, 9}})};
  return hit;
}

Answer answer_with(std::vector<Hit> hits, std::uint64_t total) {
  Answer answer;
  answer.query = "storm";
  answer.interpreted = "storm";
  answer.total = total;
  answer.hits = std::move(hits);
  answer.facets = {{"section", {{"News", 30, true}, {"Sport", 12, false}}, 3, 0},
                   {"year", {{"2015", 30, false}, {"2016", 15, false}}, 0, 0}};
  return answer;
}

Enquiry asking(const std::string& query) {
  Enquiry enquiry;
  enquiry.request.query = query;
  return enquiry;
}

std::string results(const Enquiry& enquiry, const Answer& answer) {
  return results_page(context(), enquiry, answer).string();
}

std::string article(const Hit& hit, const Enquiry& enquiry) {
  std::vector<Snippet> passages = {hit.title, passage("subtitle", hit.article.subtitle, {})};
  for (std::size_t i = 0; i < hit.article.body.size(); ++i)
    passages.push_back(passage("body", hit.article.body[i], {{0, 3}}, i));
  for (const std::string& caption : hit.article.captions)
    passages.push_back(passage("caption", caption, {}));
  return article_page(context(), hit.article, passages, enquiry).string();
}

TEST(Pages, AreSoundDocuments) {
  const Answer found = answer_with({hit(), hit()}, 45);
  EXPECT_THAT(faults_of_page(home_page(context(), found).string()), IsEmpty());
  EXPECT_THAT(faults_of_page(results(asking("storm"), found)), IsEmpty());
  EXPECT_THAT(faults_of_page(results(asking("storm"), answer_with({}, 0))), IsEmpty());
  EXPECT_THAT(faults_of_page(article(hit(), asking("storm"))), IsEmpty());
  EXPECT_THAT(faults_of_page(notice_page(context(), "Nothing here", {"Sorry."}).string()),
              IsEmpty());
  Answer refused;
  refused.refusal = "Too long.";
  EXPECT_THAT(faults_of_page(results(asking("storm"), refused)), IsEmpty());
}

// Each of these must come out as text, wherever a page shows it.
const std::string hostile_texts[] = {"<script>alert(1)</script>",
                                     "\"><img src=x onerror=alert(1)>",
                                     "' onmouseover='alert(1)",
                                     "</script><script>alert(1)</script>",
                                     "</title><script>alert(1)</script>",
                                     "&lt;b&gt;",
                                     "{{7*7}} {} ${x}",
                                     "<!--",
                                     "]]>",
                                     "\u202Egnp.exe",
                                     "\u2028alert(1)"};

TEST(Pages, ShowHostileTextAsText) {
  for (const std::string& text : hostile_texts) {
    SCOPED_TRACE(text);
    Hit hostile = hit();
    Article& article_of_hit = hostile.article;
    article_of_hit.title = article_of_hit.subtitle = article_of_hit.section = text;
    article_of_hit.language = article_of_hit.license = article_of_hit.source = text;
    article_of_hit.published = article_of_hit.modified = article_of_hit.url = text;
    article_of_hit.author = article_of_hit.tags = article_of_hit.captions = {text};
    article_of_hit.body = {text, text};
    hostile.title = passage("title", text, {{0, 1}});
    hostile.snippets = {passage("body", text, {{0, 1}})};
    hostile.missing = {text};
    Answer answer = answer_with({hostile}, 45);
    answer.interpreted = answer.query = text;
    answer.notes = {{3, text}};
    answer.relaxed = true;
    answer.facets.push_back({"author", {{text, 3, true}, {"B", 1, false}}, 0, 0});
    Enquiry enquiry = asking(text);
    enquiry.request.from = enquiry.request.to = text;
    enquiry.request.author = enquiry.request.section = enquiry.request.tag = {text};
    enquiry.request.language = {text};
    Answer refused;
    refused.refusal = refused.hint = text;
    PageContext named = context();
    named.archive_title = text;

    const std::string pages[] = {
        home_page(named, answer).string(),
        results_page(named, enquiry, answer).string(),
        results_page(named, enquiry, answer_with({}, 0)).string(),
        results_page(named, enquiry, refused).string(),
        article(hostile, enquiry),
        notice_page(named, text, {text}, text).string(),
    };
    for (const std::string& page : pages) {
      EXPECT_THAT(faults_of_page(page), IsEmpty());
      EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
      EXPECT_THAT(page, Not(HasSubstr("<img")));
      EXPECT_THAT(page, Not(HasSubstr("\u202E")));
      EXPECT_EQ(count_of(page, "<script"), page.find("ld+json") == std::string::npos ? 1U : 2U);
    }
  }
}

TEST(Pages, LinkOnlyToTheWeb) {
  for (const std::string url : {"javascript:alert(1)", "data:text/html,x", "vbscript:x", "//a"}) {
    SCOPED_TRACE(url);
    Hit hostile = hit();
    hostile.article.url = hostile.article.license = url;
    EXPECT_THAT(results(asking("storm"), answer_with({hostile}, 1)), Not(HasSubstr(url)));
    EXPECT_THAT(article(hostile, asking("storm")), Not(HasSubstr("href=\"" + url)));
  }
}

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
    Enquiry enquiry = asking("storm");
    enquiry.page = c.page;
    enquiry.request.offset = (c.page - 1) * enquiry.per_page;
    const std::string page = results(enquiry, answer_with({hit()}, c.total));
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
                                std::to_string(enquiry.request.offset + 1) + "\">"));
  }
}

TEST(ResultsPage, LetsFiltersBeAddedAndTakenAway) {
  Enquiry enquiry = asking("storm");
  enquiry.request.section = {"News"};
  enquiry.request.from = "2015";
  enquiry.page = 3;
  const std::string page = results(enquiry, answer_with({hit()}, 100));
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
  answer.notes = {{0, "No article has all of these words."}, {7, "This bracket is never closed."}};
  answer.hits[0].missing = {"surge", "pier"};
  const std::string page = results(asking("Stürme (surge"), answer);
  EXPECT_THAT(page, HasSubstr("<p>No article has all of these words.</p>"));
  EXPECT_THAT(page, HasSubstr("This bracket is never closed. (at character 7)"))
      << "characters are counted, not bytes";
  EXPECT_THAT(page, HasSubstr("match=all\">Search for all of the words only"));
  EXPECT_THAT(page, HasSubstr("Without: surge and pier"));
  EXPECT_THAT(page, Not(HasSubstr("Read as"))) << "it was read as it was written";
  answer.interpreted = "Stürme surge";
  EXPECT_THAT(results(asking("Stürme (surge"), answer), HasSubstr("Read as <code"));
}

TEST(ResultsPage, SetsWhatOneCanTypeAsCode) {
  Answer answer;
  answer.refusal = "“<b>” is not a date that `from` can use; one ` stays.";
  answer.hint = "Ask without `strict`.";
  const std::string page = results(asking("storm"), answer);
  EXPECT_THAT(page,
              HasSubstr("“&lt;b&gt;” is not a date that <code>from</code> can use; one ` stays."));
  EXPECT_THAT(page, HasSubstr("Ask without <code>strict</code>."));
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
  Enquiry second = asking("sorvik");
  second.page = 2;
  EXPECT_THAT(results(second, answer), Not(HasSubstr(line)));
  answer.hits.clear();
  answer.total = 0;
  EXPECT_THAT(results(asking("sorvik"), answer), HasSubstr(line));
}

TEST(ResultsPage, OffersWaysOnWhereNothingWasFound) {
  Enquiry enquiry = asking("storm surge");
  enquiry.request.section = {"Sport"};
  Alternative other{"without the filters", asking("storm surge").request, 41};
  const std::string page = results_page(context(), enquiry, answer_with({}, 0), {other}).string();
  EXPECT_THAT(page, HasSubstr("No article matches <q"));
  EXPECT_THAT(page,
              HasSubstr("<a href=\"/search?q=storm+surge\">41 articles without the filters</a>"));
  EXPECT_THAT(results(enquiry, answer_with({}, 0)), HasSubstr("Check the spelling"));
}

TEST(ResultsPage, LeadsBackFromBehindItsEnd) {
  Enquiry enquiry = asking("storm");
  enquiry.page = 9;
  EXPECT_THAT(results(enquiry, answer_with({}, 45)),
              HasSubstr("There is no page 9. <a href=\"/search?q=storm\">Go to the first</a>"));
}

TEST(ResultsPage, SaysWhyAQuestionIsRefused) {
  Answer refused;
  refused.refusal = "The query is too long.";
  refused.hint = "Leave something out.";
  refused.refusal_position = 1024;
  const std::string page = results(asking(std::string(2000, 'x')), refused);
  EXPECT_THAT(page, HasSubstr("The query is too long."));
  EXPECT_THAT(page, HasSubstr("It is at character 1025."));
  EXPECT_THAT(page, HasSubstr("Leave something out."));
  EXPECT_THAT(page, Not(HasSubstr("class=\"hits\"")));
}

TEST(ArticlePage, ShowsTheWholeArticle) {
  Hit full = hit();
  full.article.tags = {"sea & weather"};
  full.article.captions = {"The pier in 1953"};
  full.article.license = "CC BY 4.0";
  full.article.modified = "2015-07-01";
  full.article.source = "The Gazette";
  const std::string page = article(full, asking(""));
  EXPECT_THAT(page, HasSubstr("<p class=\"standfirst\" dir=\"auto\">A night without sleep</p>"));
  EXPECT_THAT(page, HasSubstr("By <strong dir=\"auto\">Ann Ames and Bo Berg</strong>"));
  EXPECT_THAT(page, HasSubstr("updated <time datetime=\"2015-07-01\">1 July 2015</time>"));
  EXPECT_THAT(page, HasSubstr("<p id=\"p2\">"));
  EXPECT_THAT(page, HasSubstr("The pier in 1953"));
  EXPECT_THAT(page, HasSubstr("href=\"/search?q=&amp;tag=sea+%26+weather&amp;sort=newest\""));
  EXPECT_THAT(page, HasSubstr("CC BY 4.0"));
  EXPECT_THAT(page, HasSubstr("href=\"https://www.gazette.example/storm#:~:text="));
  EXPECT_THAT(page, HasSubstr("<meta name=\"citation_author\" content=\"Bo Berg\">"));
  EXPECT_THAT(between(page, "ld+json\">", "</script>"),
              HasSubstr("\"datePublished\":\"2015-06-11\""));
  EXPECT_THAT(page, Not(HasSubstr("Back to the results")));
}

TEST(ArticlePage, StepsThroughTheMatchesWithoutAScript) {
  Enquiry enquiry = asking("storm");
  enquiry.request.section = {"News"};
  enquiry.page = 2;
  const std::string page = article(hit(), enquiry);
  EXPECT_THAT(page, HasSubstr("3 matches for"));
  EXPECT_THAT(page, HasSubstr("<mark id=\"m1\">Storm</mark>"));
  EXPECT_THAT(
      page,
      HasSubstr(
          "<a rel=\"prev\" href=\"#m3\" aria-label=\"Previous match\">↑</a><span>1 of 3</span>"
          "<a rel=\"next\" href=\"#m2\" aria-label=\"Next match\">↓</a>"));
  EXPECT_THAT(page, HasSubstr("<a rel=\"next\" href=\"#m1\" aria-label=\"Next match\">"))
      << "the last leads to the first";
  EXPECT_THAT(
      page,
      HasSubstr("href=\"/search?q=storm&amp;section=News&amp;page=2\">← Back to the results"));
}

TEST(ArticlePage, RunsFromRightToLeftWhereTheLanguageDoes) {
  Hit arabic = hit();
  arabic.article.language = "ar";
  EXPECT_THAT(article(arabic, asking("")),
              HasSubstr("<div class=\"story\" lang=\"ar\" dir=\"rtl\">"));
}

TEST(HomePage, SaysWhatTheArchiveHolds) {
  const std::string page = home_page(context(), answer_with({hit()}, 1)).string();
  EXPECT_THAT(page, HasSubstr("<h1>The Harbour Gazette</h1>"));
  EXPECT_THAT(page, HasSubstr("1,234 articles, 2009 to 2025"));
  EXPECT_THAT(page, HasSubstr("href=\"/search?q=&amp;section=Sport&amp;sort=newest\""));
  EXPECT_THAT(page, HasSubstr("href=\"/search?q=&amp;from=2016&amp;to=2016&amp;sort=newest\""));
  EXPECT_THAT(page, HasSubstr("href=\"/search?q=&amp;lang=de&amp;sort=newest\""));
  EXPECT_THAT(page, HasSubstr("<a href=\"/article/abcdefghijklmnop\">Storm over the harbour</a>"));
}

}  // namespace
}  // namespace backfile
