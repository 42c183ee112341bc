// Pages of several articles give the one that the page is about, or all of them, but never
// two joined into one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string barge =
    "<p>The harbour bridge at Kellby was shut on Thursday after a gravel barge struck the second "
    "pier. Nobody was hurt. Divers are to look at the stone.</p>"
    "<p>The barge had lost her rudder in the night. Her skipper rang the bell for an hour, and the "
    "bridge keeper thought that it was a wedding.</p>";
const std::string pumpkin =
    "<p>A pumpkin grown by a retired dentist broke the scales at the Mudwick show, and was given "
    "the prize by eye. It fills a hay cart.</p>"
    "<p>The judges walked round it twice, one each way, and met at the back. They found no seam, "
    "and said so in the minutes, which are long.</p>";

std::string article(const std::string& tag, const std::string& heading, const std::string& title,
                    const std::string& author, const std::string& day, const std::string& story) {
  const std::string name = tag.substr(0, tag.find(' '));
  return "<" + tag + "><" + heading + ">" + title + "</" + heading + "><p class=\"byline\">By " +
         author + "</p><time datetime=\"" + day + "\">" + day + "</time>" + story + "</" + name +
         ">";
}

std::string page(const std::string& title, const std::string& body) {
  return "<html lang=\"en\"><head><title>" + title + "</title></head><body>" + body +
         "</body></html>";
}

TEST(HtmlArticles, LeadIsReadWithoutTheNextStory) {
  const std::string lead = "Harbour bridge shut";
  const std::string next = "Pumpkin breaks the scales";
  for (const std::string tag :
       {"article", "div class=\"post\"", "section class=\"story full\"", "article class=\"a1\""}) {
    for (const std::string heading : {"h1", "h2"}) {
      SCOPED_TRACE(tag + " " + heading);
      const std::string first = article(tag, heading, lead, "Nessa Corrigan", "2016-02-11", barge);
      const std::string second = article(tag, heading, next, "Orrin Blythe", "2015-10-03", pumpkin);
      for (const std::string& body : {first + second, "<main>" + second + first + "</main>"}) {
        const Article read = read_one("a.html", page(lead + " | Kellby Post", body));
        EXPECT_EQ(read.title, lead);
        EXPECT_EQ(read.published, "2016-02-11");
        EXPECT_THAT(read.author, ElementsAre("Nessa Corrigan"));
        EXPECT_THAT(in_one_line(read.body), HasSubstr("gravel barge"));
        EXPECT_THAT(in_one_line(read.body), Not(HasSubstr("pumpkin")));
      }
    }
  }
}

TEST(HtmlArticles, NextStoryNeedsNoElementOfAnArticle) {
  const std::string body =
      "<div class=\"content\"><h1>Harbour bridge shut</h1><time datetime=\"2016-02-11\">11 "
      "February 2016</time>" +
      barge + "</div><div class=\"infinite\">" +
      article("div", "h1", "Pumpkin breaks the scales", "Orrin Blythe", "2015-10-03", pumpkin) +
      "</div>";
  const Article read = read_one("a.html", page("Harbour bridge shut", body));
  EXPECT_THAT(in_one_line(read.body), Not(HasSubstr("pumpkin")));
  EXPECT_EQ(read.published, "2016-02-11");
}

// Told by "Next story" or by a headline that leads to a page of its own; boxed or not.
TEST(HtmlArticles, NextStoryEndsTheFirst) {
  const std::string first =
      "<h1>Harbour bridge shut</h1><p class=\"byline\">By Nessa Corrigan</p>"
      "<time datetime=\"2016-02-11\">11 February 2016</time>" +
      barge;
  const std::string facts = "<p>By Orrin Blythe, 3 October 2015</p>" + pumpkin;
  for (const std::string headline :
       {"<h3>Next story</h3><h2><a href=\"/p\">Pumpkin breaks the scales</a></h2>",
        "<h2><a href=\"/p\">Pumpkin breaks the scales</a></h2>",
        "<div>Nächster Artikel</div><h2>Pumpkin breaks the scales</h2>",
        "<h1>Pumpkin breaks the scales</h1>"}) {
    for (const std::string& body :
         {"<main><article>" + first + "</article><section>" + headline + facts +
              "</section></main>",
          "<main>" + first + "<div class=\"up\">" + headline + facts + "</div></main>",
          "<main>" + first + headline + facts + "</main>"}) {
      SCOPED_TRACE(body);
      const Article read = read_one("a.html", page("Harbour bridge shut | Kellby Post", body));
      EXPECT_EQ(read.title, "Harbour bridge shut");
      EXPECT_EQ(read.published, "2016-02-11");
      EXPECT_THAT(read.author, ElementsAre("Nessa Corrigan"));
      EXPECT_THAT(in_one_line(read.body), HasSubstr("wedding"));
      EXPECT_THAT(in_one_line(read.body), Not(HasSubstr("umpkin")));
      EXPECT_THAT(in_one_line(read.body), Not(HasSubstr("Orrin Blythe")));
    }
  }
}

TEST(HtmlArticles, ChaptersWithDatesAreOneStory) {
  const std::string chapters = "<h2>9 January 2017</h2><p>Written at sea.</p>" + barge +
                               "<h2>The year after</h2><time>3 June 2018</time>" + pumpkin;
  const Article read = read_one("a.html", page("A log kept at Kellby",
                                               "<main><h1>A log kept at Kellby</h1><p "
                                               "class=\"byline\">By Nessa Corrigan</p>" +
                                                   chapters + "</main>"));
  EXPECT_THAT(in_one_line(read.body), HasSubstr("gravel barge"));
  EXPECT_THAT(in_one_line(read.body), HasSubstr("pumpkin"));
}

TEST(HtmlArticles, PostsWithALineOfDateAndWriterAreReadEach) {
  const auto post = [](const std::string& title, const std::string& line,
                       const std::string& story) {
    return "<div class=\"post\"><h2><a href=\"/p\">" + title + "</a></h2><p class=\"meta\">" +
           line + "</p>" + story + "</div>";
  };
  const ReadText all = read_text_as(
      "day.html",
      page("Kellby Post",
           "<header><h1>Kellby Post</h1></header><div class=\"posts\">" +
               post("Harbour bridge shut", "11 February 2016 by Nessa Corrigan", barge) +
               post("Pumpkin breaks the scales", "3 October 2015 by Orrin Blythe", pumpkin) +
               "</div>"));
  ASSERT_EQ(all.articles.size(), 2u);
  EXPECT_EQ(all.articles[0].title, "Harbour bridge shut");
  EXPECT_EQ(all.articles[1].title, "Pumpkin breaks the scales");
  EXPECT_THAT(in_one_line(all.articles[0].body), Not(HasSubstr("pumpkin")));
  EXPECT_THAT(in_one_line(all.articles[1].body), Not(HasSubstr("barge")));
}

TEST(HtmlArticles, EachIsReadWhereThePageIsAboutNone) {
  const ReadText all =
      read_text_as("day.html", page("News of the week | Kellby Post",
                                    article("article id=\"bridge\"", "h2", "Harbour bridge shut",
                                            "Nessa Corrigan", "2016-02-11", barge) +
                                        article("article", "h2", "Pumpkin breaks the scales",
                                                "Orrin Blythe", "2015-10-03", pumpkin)));
  ASSERT_EQ(all.articles.size(), 2u);
  EXPECT_EQ(all.articles[0].id, "day.html#bridge");
  EXPECT_EQ(all.articles[0].title, "Harbour bridge shut");
  EXPECT_EQ(all.articles[0].published, "2016-02-11");
  EXPECT_THAT(in_one_line(all.articles[0].body), Not(HasSubstr("pumpkin")));
  EXPECT_EQ(all.articles[1].id, "day.html#2");
  EXPECT_THAT(all.articles[1].author, ElementsAre("Orrin Blythe"));
  EXPECT_THAT(in_one_line(all.articles[1].body), Not(HasSubstr("barge")));
}

TEST(HtmlArticles, PartsOfOneStoryStayTogether) {
  const Article read = read_one(
      "a.html",
      page("A week in Kellby", "<h1>A week in Kellby</h1><article><h2>Monday</h2>" + barge +
                                   "</article><article><h2>Tuesday</h2>" + pumpkin + "</article>"));
  EXPECT_EQ(read.title, "A week in Kellby");
  EXPECT_THAT(in_one_line(read.body), HasSubstr("gravel barge"));
  EXPECT_THAT(in_one_line(read.body), HasSubstr("pumpkin"));
}

// A short <article> beside a long one.
const std::string ferry =
    "<article><h2>Ferry waits</h2><time datetime=\"2016-02-12\">12 February 2016</time><p>The "
    "ferry "
    "to Dunsk will not sail before Monday, its owners said on Friday.</p></article>";
const std::string front_page =
    article("article", "h2", "Harbour bridge shut", "Nessa Corrigan", "2016-02-11", barge) +
    article("article", "h2", "Pumpkin breaks the scales", "Orrin Blythe", "2015-10-03", pumpkin);

std::vector<Found> found_in(const std::string& html) {
  std::vector<Found> all;
  Sink sink{[&](Found&& one) { all.push_back(std::move(one)); }, [](Rejected&&) {}};
  sink.explain = true;
  std::istringstream in(html);
  choose_reader(html, "day.html")->read(in, "day.html", sink);
  return all;
}

TEST(HtmlArticles, BriefIsAnArticleBesideLongOnes) {
  for (const std::string& body : {front_page + ferry, ferry + front_page}) {
    const ReadText all = read_text_as("day.html", page("Kellby Post", body));
    ASSERT_EQ(all.articles.size(), 3u);
    for (const Article& one : all.articles) {
      EXPECT_EQ(one.title == "Ferry waits",
                in_one_line(one.body).find("ferry") != std::string::npos)
          << one.title;
      EXPECT_EQ(one.published == "2016-02-12", one.title == "Ferry waits");
    }
  }
}

// A headline that leads elsewhere, or none: no article, and told of, once.
TEST(HtmlArticles, ShortOnesThatAreNoArticlesAreToldOfOnce) {
  const std::string teaser =
      "<article><h2><a href=\"/ferry\">Ferry waits</a></h2><time>12 February 2016</time><p>The "
      "ferry to Dunsk will not sail before Monday, its owners said on Friday.</p></article>";
  const std::string bare =
      "<article><p>The ferry to Dunsk will not sail before Monday, its owners said on "
      "Friday.</p></article>";
  for (const std::string& short_one :
       {teaser, bare, "<a href=\"/f\"><h2>Ferry waits</h2></a>" + bare}) {
    for (const std::string& body : {front_page + short_one, short_one + front_page}) {
      SCOPED_TRACE(body);
      const std::vector<Found> all = found_in(page("Kellby Post", body));
      ASSERT_EQ(all.size(), 2u);
      std::size_t blocks = 0;
      std::uint64_t prose = 0;
      for (const Found& one : all) {
        EXPECT_THAT(in_one_line(one.article.body), Not(HasSubstr("ferry")));
        prose += one.left.prose;
        EXPECT_FALSE(one.left.has_most_prose());
        for (const ExplainedBlock& block : one.explanation.blocks)
          blocks += block.text.find("The ferry to Dunsk") != std::string::npos && !block.why.empty()
                        ? 1
                        : 0;
      }
      EXPECT_EQ(blocks, 1u);
      EXPECT_EQ(prose, 14u);
    }
  }
}

std::string brief(const std::string& headline, const std::string& text) {
  return "<article><h2>" + headline + "</h2><p>" + text + "</p></article>";
}

std::vector<std::string> told_by(const std::string& html) {
  std::vector<std::string> all;
  for (const Article& one : read_text_as("day.html", html).articles)
    all.push_back(one.title + ": " + in_one_line(one.body));
  return all;
}

TEST(HtmlArticles, BriefNeedsNoMoreThanAHeadlineAndASentence) {
  const std::string briefs = brief("Ferry waits", "The ferry was late by an hour.") +
                             brief("Cat found",
                                   "A <b>cat</b> was found in <a href=\"/t\">the "
                                   "tower</a> of St Brannoc.") +
                             brief("Rain", "It rains.");
  const auto each =
      ElementsAre("Ferry waits: The ferry was late by an hour.",
                  "Cat found: A cat was found in the tower of St Brannoc.", "Rain: It rains.");
  EXPECT_THAT(told_by(page("Kellby Post", briefs)), each);
  EXPECT_THAT(told_by(page("Kellby Post", "<h1>Kellby Post</h1>" + briefs)), each);
  EXPECT_THAT(told_by(page("Briefs of the day", "<h1>Briefs of the day</h1>" + briefs)), each);
  EXPECT_THAT(told_by(page("Cat found | Kellby Post", briefs)), each) << "the title names one";
}

TEST(HtmlArticles, OneOfABriefsPageThatTheTitleNamesHasWhatThePageDeclares) {
  const std::string html =
      "<html><head><title>Cat found - Kellby Post</title><meta property=\"article:published_time\" "
      "content=\"2016-02-12\"><link rel=\"canonical\" href=\"https://kellby.example/cat\"></head>"
      "<body>" +
      brief("Ferry waits", "The ferry was late by an hour.") +
      brief("Cat found", "A cat was found in the tower.") + "</body></html>";
  const ReadText all = read_text_as("day.html", html);
  ASSERT_EQ(all.articles.size(), 2u);
  EXPECT_EQ(all.articles[0].published, "");
  EXPECT_EQ(all.articles[1].published, "2016-02-12");
  EXPECT_EQ(all.articles[1].url, "https://kellby.example/cat");
}

TEST(HtmlArticles, BriefIsReadFromItsElementAlone) {
  const std::string around =
      "<header><h1>Kellby Post</h1><nav><a href=\"/\">Home</a></nav></header>";
  const std::string briefs =
      "<article><header><h4>Rain</h4></header><p>It rains.</p><footer>Filed "
      "under <a href=\"/t\">weather</a></footer></article>" +
      brief("Cat found", "A cat was found.");
  EXPECT_THAT(told_by(page("Kellby Post", around + "<main>" + briefs + "</main>")),
              ElementsAre("Rain: It rains.", "Cat found: A cat was found."));
}

// Without headlines they are no articles, and without many words no prose: what is not read is
// told.
TEST(HtmlArticles, SentencesThatAreLostAreListedHoweverShort) {
  std::string body;
  for (const char* text : {"The ferry was late.", "It rains.", "A cat was found by a boy.",
                           "The mayor is ill with a cold she got at sea."})
    body += "<article><p>" + std::string(text) + "</p></article>";
  const std::vector<Found> all = found_in(page("Kellby Post", body));
  ASSERT_EQ(all.size(), 1u);
  const bool whole = in_one_line(all[0].article.body).find("It rains") != std::string::npos;
  EXPECT_TRUE(whole || all[0].left.has_most_prose());
}

TEST(HtmlArticles, TeaserIsNoBrief) {
  for (const std::string& teaser :
       {brief("<a href=\"/ferry\">Ferry waits</a>", "The ferry was late."),
        brief("Ferry waits", "The ferry was late.</p><p><a href=\"/ferry\">Read more</a>"),
        std::string("<article><h2>Ferry waits</h2><p>The ferry was late.</p>"
                    "<a href=\"/ferry\">Read more</a></article>")}) {
    SCOPED_TRACE(teaser);
    const std::vector<std::string> all = told_by(page("Kellby Post", front_page + teaser));
    ASSERT_EQ(all.size(), 2u);
    for (const std::string& one : all) EXPECT_THAT(one, Not(HasSubstr("ferry")));
  }
}

// No date is needed where the page says that they are articles, and has no headline over them.
TEST(HtmlArticles, ArticlesWithoutDatesAreReadEach) {
  const std::string both = "<article><h2>Harbour bridge shut</h2>" + barge +
                           "</article><article><h2>Pumpkin breaks the scales</h2>" + pumpkin +
                           "</article>";
  EXPECT_EQ(told_by(page("Kellby Post", both)).size(), 2u);
  EXPECT_EQ(told_by(page("A week in Kellby", "<h1>A week in Kellby</h1>" + both)).size(), 1u);
}

TEST(HtmlArticles, TitleMayNameAShortHeadline) {
  const std::string both = "<article><h2>Bridge</h2>" + barge +
                           "</article><article><h2>Pumpkin</h2>" + pumpkin + "</article>";
  const std::vector<Found> all = found_in(page("Pumpkin - Kellby Post", both));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].article.title, "Pumpkin");
  EXPECT_THAT(in_one_line(all[0].article.body), Not(HasSubstr("barge")));
  EXPECT_TRUE(all[0].left.has_most_prose()) << "it is listed";
  EXPECT_EQ(told_by(page("Pumpkin-Post", both)).size(), 2u) << "no sign stands apart";
}

TEST(HtmlArticles, NoTwoOnAPageAreCalledTheSame) {
  for (const auto& [first, second] :
       {std::pair<std::string, std::string>{"post", "post"}, {"2", ""}, {"", "1"}}) {
    const auto tag = [](const std::string& id) {
      return id.empty() ? std::string("article") : "article id=\"" + id + '"';
    };
    const ReadText all = read_text_as(
        "day.html", page("Kellby Post", article(tag(first), "h2", "Harbour bridge shut",
                                                "Nessa Corrigan", "2016-02-11", barge) +
                                            article(tag(second), "h2", "Pumpkin breaks the scales",
                                                    "Orrin Blythe", "2015-10-03", pumpkin)));
    ASSERT_EQ(all.articles.size(), 2u);
    EXPECT_NE(all.articles[0].id, all.articles[1].id);
  }
}

}  // namespace
}  // namespace backfile
