// All pages except the page of results, from hand-made answers.
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

TEST(Pages, AreSoundDocuments) {
  const Answer found = answer_with({hit(), hit()}, 45);
  EXPECT_THAT(faults_of_page(home_page(context(), found).string()), IsEmpty());
  EXPECT_THAT(faults_of_page(results(asking("storm"), found)), IsEmpty());
  EXPECT_THAT(faults_of_page(results(asking("storm"), answer_with({}, 0))), IsEmpty());
  EXPECT_THAT(faults_of_page(article(hit(), asking("storm"))), IsEmpty());
  EXPECT_THAT(faults_of_page(notice_page(context(), "Nothing here", {"Sorry."}).string()),
              IsEmpty());
  Answer refused;
  refused.refused = {"Too long.", "", {}};
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
    SearchParameters parameters = asking(text);
    parameters.request.from = parameters.request.to = text;
    parameters.request.filters[FieldId::author] = parameters.request.filters[FieldId::section] =
        parameters.request.filters[FieldId::tag] = {text};
    parameters.request.filters[FieldId::language] = {text};
    Answer refused;
    refused.refused = {text, text, {}};
    SearchParameters topic = parameters;
    topic.request.match = Match::topic;
    Answer widened = answer;
    widened.expansion = {text, text + " OR " + text};
    PageContext named = context();
    named.archive_title = text;

    const std::string pages[] = {
        home_page(named, answer).string(),
        results_page(named, parameters, answer).string(),
        results_page(named, parameters, answer_with({}, 0)).string(),
        results_page(named, parameters, refused).string(),
        results_page(named, topic, widened).string(),
        article(hostile, parameters),
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

TEST(ArticlePage, ShowsTheWholeArticle) {
  Hit full = hit();
  full.article.tags = {"sea & weather"};
  full.article.captions = {"The pier in 1953"};
  full.article.license = "CC BY 4.0";
  full.article.modified = "2015-07-01";
  full.article.source = "The Gazette";
  const std::string page = article(full, asking(""));
  EXPECT_THAT(
      page,
      HasSubstr(
          "<p class=\"standfirst\" id=\"standfirst\" dir=\"auto\">A night without sleep</p>"));
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

TEST(ArticlePage, SaysWhereItsDatesComeFrom) {
  Hit dated = hit();
  const auto rows = [&] { return between(article(dated, asking("")), "<dl>", "</dl>"); };
  EXPECT_THAT(rows(), Not(HasSubstr("taken from")));
  dated.article.published_by = {"<time> below the headline", "June 11th, <2015>"};
  dated.article.modified = "2015-07-01";
  dated.article.modified_by = {"<meta article:modified_time>", "2015-07-01"};
  EXPECT_THAT(rows(), HasSubstr("<dt>Date taken from</dt><dd>a line below the headline: <q "
                                "dir=\"auto\">June 11th, &lt;2015&gt;</q></dd>\n"));
  EXPECT_THAT(rows(), HasSubstr("<dt>Update taken from</dt><dd>the page’s data for search engines: "
                                "<q dir=\"auto\">2015-07-01</q></dd>\n"));
  dated.article.published.clear();
  dated.article.published_by = {"\"date\"", "31 February 2014"};
  EXPECT_THAT(rows(), HasSubstr("<dt>Date unknown</dt><dd>the field “date” of its data says <q "
                                "dir=\"auto\">31 February 2014</q>, which is not a date</dd>\n"));
}

TEST(ArticlePage, StepsThroughTheMatchesWithoutAScript) {
  SearchParameters parameters = asking("storm");
  parameters.request.filters[FieldId::section] = {"News"};
  parameters.page = 2;
  const std::string page = article(hit(), parameters);
  EXPECT_THAT(page, HasSubstr("<span>3 matches for"));
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

TEST(ArticlePage, HasAPlaceForEachPassageThatAResultMayLeadTo) {
  Hit full = hit();
  full.article.captions = {"The pier in 1953", "And after"};
  const std::string page = article(full, asking("storm"));
  EXPECT_THAT(page, HasSubstr("<p class=\"standfirst\" id=\"standfirst\""));
  EXPECT_THAT(page, HasSubstr("<p id=\"p2\">"));
  EXPECT_THAT(page, HasSubstr("<li id=\"c1\" dir=\"auto\">The pier in 1953</li>"));
  EXPECT_THAT(page, HasSubstr("<li id=\"c2\" dir=\"auto\">And after</li>"));
  EXPECT_THAT(faults_of_page(page), IsEmpty());
}

TEST(ArticlePage, NamesTheWordsThatItHasNot) {
  Hit partial = hit();
  EXPECT_THAT(article(partial, asking("storm surge")), Not(HasSubstr("Without:")));
  partial.missing = {"surge", "<b>"};
  const std::string page = article(partial, asking("storm surge <b>"));
  EXPECT_THAT(between(page, "<nav class=\"jump\"", "</nav>"),
              HasSubstr("Without: <bdi>surge</bdi> and <bdi>&lt;b&gt;</bdi>"));
  EXPECT_THAT(faults_of_page(page), IsEmpty());
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

TEST(HomePage, ListsTheLargestSectionsOfVeryMany) {
  PageContext crowded = context();
  crowded.facts.sections.clear();
  for (std::uint64_t i = 100; i < 1100; ++i)
    crowded.facts.sections.emplace_back("Section " + std::to_string(i), i);
  const std::string page = home_page(crowded, answer_with({hit()}, 1)).string();
  EXPECT_THAT(faults_of_page(page), IsEmpty());
  EXPECT_THAT(page, HasSubstr("section=Section+1060&amp;"));
  EXPECT_THAT(page, Not(HasSubstr("section=Section+1059&amp;")));
  EXPECT_LT(page.find("Section 1099"), page.find("Section 1098"));
  // 100 + 101 + ... + 1059.
  EXPECT_THAT(page, HasSubstr("and 556,320 articles under other values"));
}

}  // namespace
}  // namespace backfile
