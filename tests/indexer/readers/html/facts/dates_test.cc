// Which of the dates on a page is that of its article, and who wrote it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "indexer/boilerplate/scraped_boilerplate.h"
#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string story =
    "<p>The ferry of Kellby has a new rope, and it is longer than the old one. The ferrymen say "
    "that "
    "it will last for twenty years, if nobody sails over it.</p><p>Nobody has sailed over it yet. "
    "The harbour office has put up a lamp, and a notice that asks for patience.</p>";

Article read_page(const std::string& head, const std::string& body,
                  const std::string& lang = "en") {
  return read_one("a.html", "<!DOCTYPE html><html lang=\"" + lang +
                                "\"><head><meta charset=\"utf-8\"><title>A New Rope</title>" +
                                head + "</head><body>" + body + "</body></html>");
}

const std::string headline = "<h1>A New Rope</h1>";
const std::string masthead =
    "<div class=\"masthead\">The Kellby Post <span class=\"date\">Sunday, 29 "
    "November 2026</span></div>";

TEST(HtmlDates, OfTheMastheadDoNotWinOverTheArticles) {
  for (const std::string own :
       {"<p>By Ann Leeward, 3 May 2014</p>",
        "<div class=\"post-date\">Published on May 3rd, 2014</div>",
        "<time datetime=\"2014-05-03\">3 May</time>", "<span>3 May 2014</span><br>",
        "<p>Posted <time datetime=\"2014-05-03T10:15\">long ago</time></p>"}) {
    for (const std::string& top :
         {masthead, std::string("<p>Sunday, 29 November 2026</p>"),
          std::string("<header><time datetime=\"2026-11-29\">Today</time></header>")}) {
      const Article article = read_page("", top + headline + own + story);
      EXPECT_EQ(article.published.substr(0, 10), "2014-05-03") << top << own;
    }
  }
}

TEST(HtmlDates, OfTheMastheadAreNoArticlesAtAll) {
  const Article article = read_page("", masthead + headline + story);
  EXPECT_EQ(article.published, "");
  const Article addressed =
      read_page("<link rel=\"canonical\" href=\"https://post.example/2014/05/03/rope\">",
                "<p>Sunday, 29 November 2026</p>" + headline + story);
  EXPECT_EQ(addressed.published, "2014-05-03");
  EXPECT_EQ(addressed.published_by.where, "the address");
}

TEST(HtmlDates, StandAboveTheHeadlineAsWell) {
  EXPECT_EQ(read_page("", "<div><p>3 May 2014</p>" + headline + "</div>" + story).published,
            "2014-05-03");
}

TEST(HtmlDates, GoByRankOfEvidence) {
  const std::string json_ld = R"(<script type="application/ld+json">{"@type": "NewsArticle",
      "headline": "A New Rope", "datePublished": "2014-05-01"}</script>)";
  const std::string meta = R"(<meta property="article:published_time" content="2014-05-02">)";
  const std::string page_meta = R"(<meta name="date" content="2014-05-04">)";
  const std::string line = "<p>Published 3 May 2014</p>";
  const std::string web_page = R"(<script type="application/ld+json">{"@type": "WebPage",
      "datePublished": "2014-05-05"}</script>)";
  EXPECT_EQ(read_page(page_meta + meta + json_ld, headline + line + story).published, "2014-05-01");
  EXPECT_EQ(read_page(page_meta + meta, headline + line + story).published, "2014-05-02");
  EXPECT_EQ(read_page(page_meta, headline + line + story).published, "2014-05-03");
  EXPECT_EQ(read_page(page_meta + web_page, headline + story).published, "2014-05-04");
  EXPECT_EQ(read_page(web_page, headline + story).published, "2014-05-05");
}

TEST(HtmlDates, PassOverWhatIsNone) {
  const Article article = read_page(R"(<meta property="article:published_time" content="soon">)",
                                    headline + "<p>Published 3 May 2014</p>" + story);
  EXPECT_EQ(article.published, "2014-05-03");
  EXPECT_EQ(article.published_by,
            (DateEvidence{"a line below the headline", "Published 3 May 2014"}));
}

TEST(HtmlDates, ThatAreNoneAreTold) {
  const ReadText all =
      read_text_as("a.html", "<html lang=en><title>A New Rope</title><body>" + headline +
                                 "<p>Published on 31 February 2014</p>" + story);
  ASSERT_EQ(all.articles.size(), 1u);
  EXPECT_EQ(all.articles[0].published, "");
  ASSERT_EQ(all.rejected.size(), 1u);
  EXPECT_TRUE(all.rejected[0].kept);
  EXPECT_EQ(all.rejected[0].reason,
            "\"31 February 2014\" is not a valid date: there is no 31 February in 2014");
}

// One that can't be is said even where another is taken; what is no day at all is not.
TEST(HtmlDates, ThatAreNoneAreToldBesideOneThatIs) {
  const auto told = [](const std::string& head) {
    const ReadText all = read_text_as(
        "a.html", "<html><head><title>Rain</title>" + head +
                      "</head><body><article><h1>Rain</h1><time datetime=\"2014-03-01\">1 March "
                      "2014</time><p>It rains on the harbour of Kellby today.</p></article></body>"
                      "</html>");
    std::string line = all.articles.size() == 1 ? all.articles[0].published : "no article";
    for (const Rejected& one : all.rejected) line += (one.kept ? "; " : "; lost: ") + one.reason;
    return line;
  };
  const std::string ld =
      "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Rain\", "
      "\"datePublished\": \"2014-13-01\"}</script>";
  const std::string published = "<meta property=\"article:published_time\" content=\"";
  EXPECT_EQ(told(published + "2014-02-31\">"),
            "2014-03-01; \"2014-02-31\" is not a valid date: there is no 31 February in 2014; "
            "another date of the article is used");
  EXPECT_EQ(told(ld + published + "2014-03-02\">"),
            "2014-03-02; \"2014-13-01\" is not a valid date: there is no month 13; another date of "
            "the article is used");
  EXPECT_EQ(told(published + "yesterday\">"), "2014-03-01");
  EXPECT_EQ(told(""), "2014-03-01");
}

TEST(HtmlSections, OtherThanTheFirstAreTags) {
  const auto read = [](const std::string& head) {
    const Article one =
        read_one("a.html", "<html><head><title>Rain</title>" + head +
                               "<meta name=\"keywords\" content=\"wet\"></head><body>"
                               "<h1>Rain</h1><p>It rains on the harbour today.</p>"
                               "</body></html>");
    return one.section + ": " + in_one_line(one.tags);
  };
  const std::string section = "<meta property=\"article:section\" content=\"";
  EXPECT_EQ(read(section + "Sea\">" + section + "Local\">"), "Sea: wet / Local");
  EXPECT_EQ(read("<script type=\"application/ld+json\">{\"@type\": \"Article\", \"headline\": "
                 "\"Rain\", \"articleSection\": [\"Sea\", \"Local\", \"Sea\"]}</script>"),
            "Sea: wet / Local / Sea");
  EXPECT_EQ(read_one("a.json", R"({"title": "Rain", "section": ["Sea", "Local"]})").tags,
            std::vector<std::string>{"Local"});
}

TEST(HtmlDates, OfTwoReadingsGoByTheLanguageOfThePage) {
  const std::string body = headline + "<p class=\"date\">Published 03/04/2014</p>" + story;
  EXPECT_EQ(read_page("", body, "en-GB").published, "2014-04-03");
  EXPECT_EQ(read_page("", body, "en-US").published, "2014-03-04");
  const ReadText all =
      read_text_as("a.html", "<html lang=en><title>A New Rope</title><body>" + body);
  ASSERT_EQ(all.rejected.size(), 1u);
  EXPECT_THAT(all.rejected[0].reason, HasSubstr("may be read in two ways"));
}

TEST(HtmlDates, TellUpdatedFromPublished) {
  const Article article =
      read_page("", headline +
                        "<p>Updated <time datetime=\"2014-05-07\">7 May</time>, published <time "
                        "datetime=\"2014-05-03\">3 May</time></p>" +
                        story);
  EXPECT_EQ(article.published, "2014-05-03");
  EXPECT_EQ(article.modified, "2014-05-07");
}

TEST(HtmlDates, StandInLinesWithinAnInlineElement) {
  const Article article = read_page(
      "", headline +
              "<small>Last updated: 2 February 2015 at 9:15am<br>Created: 3 May 2014</small>" +
              story);
  EXPECT_EQ(article.published, "2014-05-03");
  EXPECT_EQ(article.modified, "2015-02-02T09:15");
}

TEST(HtmlDates, StandBelowAHeadlineThatIsNoHeading) {
  const std::string old =
      "<table><tr><td><font size=\"5\"><b>A New Rope</b></font><br>"
      "<font size=\"1\">Posted 3 May 2014, by Ann Leeward</font>";
  EXPECT_EQ(read_page("", old + story).published, "2014-05-03");
  const std::string linked = "<a href=\"/rope\">A New Rope</a><br>3 May 2014<br>";
  EXPECT_EQ(read_page("", linked + story).published, "");
}

TEST(HtmlDates, InProseOrCommentsAreNotTheArticles) {
  const Article article = read_page(
      "",
      headline +
          "<p>The fair opens on <time datetime=\"2014-05-10\">10 May 2014</time>, and it will "
          "rain.</p>" +
          story +
          "<div class=\"comments\"><p class=\"date\">4 May 2014</p><p>Long may it last.</p></div>");
  EXPECT_EQ(article.published, "");
}

TEST(HtmlByline, OfTheHeadlineWinsOverThoseOfOtherStories) {
  const Article article = read_page(
      "",
      "<ul><li class=\"teaser\"><a href=/x>Rain</a> <span class=\"author-name\">Tam Orrin</span>"
      "</li></ul>" +
          std::string(40, '.') + headline +
          "<div class=\"author-name\">Ann Leeward, Staff Writer</div>" + story);
  EXPECT_THAT(article.author, ElementsAre("Ann Leeward"));
}

TEST(HtmlByline, StandsBesideADate) {
  const Article article =
      read_page("", headline + "<div class=\"byline\">By Ann Leeward May 3, 2014</div>" + story);
  EXPECT_THAT(article.author, ElementsAre("Ann Leeward"));
  EXPECT_EQ(article.published, "2014-05-03");
}

TEST(HtmlByline, IsNoneWhereNobodyIsNamed) {
  EXPECT_THAT(read_page(R"(<meta name="author" content="admin">)", headline + story).author,
              IsEmpty());
}

TEST(DeclaredDates, KeepTheDayOfTheirZone) {
  const auto published = [](const std::string& date) {
    return read_one("a.json", R"({"title": "T", "body": "b.", "date": )" + date + "}").published;
  };
  EXPECT_EQ(published("\"2014-05-03T23:30:00-05:00\""), "2014-05-03T23:30:00-05:00");
  EXPECT_EQ(published("1228138394000"), "2008-12-01T13:33:14Z");
  EXPECT_EQ(published("1228138394.0"), "2008-12-01T13:33:14Z");
  EXPECT_EQ(published("-41385600"), "1968-09-09T00:00:00Z");
  EXPECT_EQ(published("{\"$date\": {\"$numberLong\": \"928368000000\"}}"), "1999-06-03T00:00:00Z");
  EXPECT_EQ(published("\"/Date(1399075200000+0200)/\""), "2014-05-03T02:00:00+02:00");
  EXPECT_EQ(published("2014"), "2014");
  EXPECT_EQ(published("20140503"), "2014-05-03");
  EXPECT_EQ(published("0"), "");
}

TEST(OpeningLines, DateAPostThatNothingElseDates) {
  const std::string rest = "\n\nThe ferry of Kellby has a new rope.\n\nIt is longer.\n";
  const Article post =
      read_one("a.md", "# A New Rope\n\nPublished on May 3rd, 2014 by Ann Leeward" + rest);
  EXPECT_EQ(post.published, "2014-05-03");
  EXPECT_THAT(post.author, ElementsAre("Ann Leeward"));
  EXPECT_EQ(in_one_line(post.body), "The ferry of Kellby has a new rope. / It is longer.");
  const Article json = read_one("a.json", R"({"title": "A New Rope", "body": ["By Ann Leeward",
      "3 May 2014", "The ferry has a new rope."]})");
  EXPECT_EQ(json.published, "2014-05-03");
  EXPECT_EQ(in_one_line(json.body), "The ferry has a new rope.");
  const Article prose = read_one("a.md", "# Rope\n\nIn May 2014 it broke.\n\nIt broke again.\n");
  EXPECT_EQ(prose.published, "");
  EXPECT_EQ(prose.body.size(), 2u);
  const Article dated = read_one("a.md", "---\ndate: 2015-01-01\n---\n\n3 May 2014" + rest);
  EXPECT_EQ(dated.published, "2015-01-01");
  EXPECT_EQ(dated.body.size(), 3u);
}

TEST(ScrapedDates, BelowTheTitleWinOverThoseAboveIt) {
  const auto published = [](const std::string& text) {
    ScrapedBoilerplate learnt;
    Article article;
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    learnt.clean(lines, article);
    return article.published;
  };
  const std::string rest =
      "\n\nThe ferry of Kellby has a new rope, and it is longer than the old one by a hand.\n";
  EXPECT_EQ(published("Sunday, 29 November 2026\nA New Rope\nPosted: May 3, 2014" + rest),
            "2014-05-03");
  EXPECT_EQ(published("Sunday, 29 November 2026\nA New Rope\n3 May 2014" + rest), "2014-05-03");
  EXPECT_EQ(published("3 May 2014\nA New Rope" + rest), "2014-05-03");
  EXPECT_EQ(published("A New Rope\nPublished 3 May 2014, updated 7 May 2015" + rest), "2014-05-03");
}

TEST(ScrapedDates, ThatCannotBeAreKeptAsEvidenceAndAreNoSubtitle) {
  const std::string rest =
      "\n\nThe ferry of Kellby has a new rope, and it is longer than the old one by a hand.\n";
  for (const std::string head :
       {"A New Rope\nApril 31, 2015", "A New Rope\nUna Vray\nApril 31, 2015",
        "A New Rope\nBy Una Vray, April 31, 2015"}) {
    SCOPED_TRACE(head);
    ScrapedBoilerplate learnt;
    Article article;
    std::vector<std::string> lines;
    std::istringstream in(head + rest);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    learnt.clean(lines, article);
    EXPECT_EQ(article.title, "A New Rope");
    EXPECT_EQ(article.subtitle, "");
    EXPECT_EQ(article.published, "");
    EXPECT_NE(article.published_by.text.find("April 31, 2015"), std::string::npos);
    EXPECT_EQ(article.author.size(), head.find("Una") == head.npos ? 0u : 1u);
    EXPECT_EQ(article.body.size(), 1u);
  }
}

TEST(DeclaredNames, AreNeverTheNumbersOfWordPress) {
  const std::string post =
      R"({"title": {"rendered": "Rain"}, "content": {"rendered": "<p>It rains.</p>"}, "author": 7, "categories": [12], "tags": [276])";
  const Article numbers = read_one("a.json", post + "}");
  EXPECT_THAT(numbers.author, IsEmpty());
  EXPECT_EQ(numbers.section, "");
  EXPECT_THAT(numbers.tags, IsEmpty());
  const Article strings = read_one(
      "a.json",
      R"({"title": {"rendered": "Rain"}, "link": "https://rain.example/1", "content": {"rendered":
      "<p>It rains.</p>"}, "author": "7", "categories": ["12"], "tags": ["276"]})");
  EXPECT_THAT(strings.author, IsEmpty());
  EXPECT_EQ(strings.section, "");
  EXPECT_THAT(strings.tags, IsEmpty());
  const Article named = read_one("a.json", post + R"(, "_embedded": {"author": [{"id": 7, "name":
      "Linnet Aske"}], "wp:term": [[{"name": "Boats", "taxonomy": "category"}], [{"name": "ferry",
      "taxonomy": "post_tag"}, {"name": 3, "taxonomy": "post_tag"}]]}})");
  EXPECT_THAT(named.author, ElementsAre("Linnet Aske"));
  EXPECT_EQ(named.section, "Boats");
  EXPECT_THAT(named.tags, ElementsAre("ferry"));
}

TEST(DeclaredNames, MayEndInANumber) {
  const auto authors = [](const std::string& declared) {
    return in_one_line(read_one("a.json", R"({"title": "Rain", "body": "It rains.", "author": ")" +
                                              declared + "\"}")
                           .author);
  };
  EXPECT_EQ(authors("Agent 47"), "Agent 47");
  EXPECT_EQ(authors("Una Vray 9 May"), "Una Vray");
  EXPECT_EQ(authors("Una Vray, 47"), "Una Vray");
  EXPECT_EQ(authors("Reporter 2"), "");
  EXPECT_EQ(authors("by Una Vray 2014"), "Una Vray");
}

}  // namespace
}  // namespace backfile
