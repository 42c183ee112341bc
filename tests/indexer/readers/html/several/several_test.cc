// Pages of several articles, and pages that look like it and hold one.
//
// Every paragraph of the tables has a number; what is expected of a page is each article with the
// numbers of its paragraphs, and how many articles it is said to leave out.
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <sstream>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

std::string p(int number) {
  return "<p>Paragraph " + std::to_string(number) +
         " says that the old bridge at Kellby will be mended before the winter, as the mayor told "
         "the council on a long Tuesday.</p>";
}
std::string headed(const std::string& headline, const std::string& rest) {
  return "<article><h2>" + headline + "</h2>" + rest + "</article>";
}
std::string by(const std::string& name) {
  return "<p class=\"byline\">By " + name + "</p>";
}
std::string titled(const std::string& title, const std::string& body) {
  return "<html lang=\"en\"><head><title>" + title + "</title></head><body>" + body +
         "</body></html>";
}
std::string about(const std::string& headline, const std::string& body) {
  return titled(headline + " | Kellby Post", body);
}
// A page whose title is none of its headlines.
std::string day(const std::string& body) {
  return titled("Kellby Post", body);
}

// "Ferry waits: 1 2; Cat found: 3; left out 1".
std::string told(const std::string& html) {
  std::string line;
  std::uint64_t left_out = 0;
  const Sink sink{[&](Found&& found) {
                    line += (line.empty() ? "" : "; ") + found.article.title + ":";
                    const std::string body = in_one_line(found.article.body);
                    for (std::size_t at = 0; (at = body.find("Paragraph ", at)) != body.npos;) {
                      at += std::string_view("Paragraph ").size();
                      line += ' ' + body.substr(at, body.find_first_not_of("0123456789", at) - at);
                    }
                    left_out += found.left.articles;
                  },
                  [&](Rejected&& rejected) { line += "; " + rejected.reason; }};
  std::istringstream in(html);
  choose_reader(html, "day.html")->read(in, "day.html", sink);
  return line + (left_out > 0 ? "; left out " + std::to_string(left_out) : "");
}

struct Case {
  const char* what;
  std::string html;
  const char* expected;
};

TEST(SeveralArticles, AreEachReadOrListed) {
  const std::string two = headed("Ferry waits", p(1) + p(2)) + headed("Cat found", p(3));
  const Case cases[] = {
      {"a table alone",
       day(two + headed("Results", "<table><tr><td>Kellby</td><td>Paragraph 4</td></tr></table>")),
       "Ferry waits: 1 2; Cat found: 3; Results: 4"},
      {"a picture with a line below it",
       day(two +
           headed("Dawn", "<figure><img src=\"a\"><figcaption>The ferry.</figcaption></figure>")),
       "Ferry waits: 1 2; Cat found: 3; Dawn:"},
      {"a paragraph that is one link",
       day(two + headed("Goats",
                        "<p><a href=\"/g\">Paragraph 4 says that two goats ate the flags "
                        "of the harbour office, and part of the rope.</a></p>")),
       "Ferry waits: 1 2; Cat found: 3; Goats: 4"},
      {"a headline and a date",
       day(two + headed("Rain", "<time datetime=\"2014-05-06\">6 May</time>")),
       "Ferry waits: 1 2; Cat found: 3; Rain:"},
      {"one without a headline",
       day(headed("Ferry waits", p(1)) + "<article>" + p(2) + p(3) + "</article>" +
           headed("Cat found", p(4))),
       "Ferry waits: 1; : 2 3; Cat found: 4"},
      {"a short one without a headline", day(two + "<article><p>The goats are well.</p></article>"),
       "Ferry waits: 1 2; Cat found: 3; left out 1"},
      {"a loose paragraph beside briefs",
       day(headed("Ferry waits", "<p>Paragraph 1 is brief.</p>") +
           headed("Cat found", "<p>Paragraph 2 is brief.</p>") + p(3)),
       "Ferry waits: 1; Cat found: 2"},
      {"hidden ones",
       day(two + "<article hidden><h2>Rain</h2>" + p(4) + "</article>" +
           "<article style=\"display: none\"><h2>Snow</h2>" + p(5) + "</article>"),
       "Ferry waits: 1 2; Cat found: 3; left out 2"},
      {"a hidden one beside a story",
       about("Ferry waits", "<h1>Ferry waits</h1>" + p(1) + p(2) +
                                "<div hidden><article><h2>Rain</h2>" + p(3) + "</article></div>"),
       "Ferry waits: 1 2; left out 1"},
      {"one in an aside",
       about("Ferry waits", "<article><h1>Ferry waits</h1>" + p(1) + p(2) + "</article><aside>" +
                                headed("Cat found", p(3)) + "</aside>"),
       "Ferry waits: 1 2; left out 1"},
      {"sections with bylines",
       day("<section><h2>Ferry waits</h2><address>By Una Vray</address><time>5 May 2014</time>" +
           p(1) + "</section><section><h2>Cat found</h2><address>By Orrin Blythe</address>" + p(2) +
           p(3) + "</section>"),
       "Ferry waits: 1; Cat found: 2 3"},
      {"headlines with bylines and no boxes",
       day("<h2>Ferry waits</h2>" + by("Una Vray") + p(1) + p(2) + "<h2>Cat found</h2>" +
           by("Orrin Blythe") + p(3) + "<h2>Rain</h2><p>By Una Vray</p>" + p(4)),
       "Ferry waits: 1 2; Cat found: 3; Rain: 4"},
      {"headlines below that of the day",
       titled("News in brief", "<h1>News in brief</h1><h3>Ferry waits</h3>" + by("Una Vray") +
                                   p(1) + "<h3>Cat found</h3>" + by("Orrin Blythe") + p(2)),
       "Ferry waits: 1; Cat found: 2"},
      {"headlines that have a box without the text",
       day("<header><h2>Ferry waits</h2>" + by("Una Vray") + "</header>" + p(1) + p(2) +
           "<header><h2>Cat found</h2>" + by("Orrin Blythe") + "</header>" + p(3)),
       "Ferry waits: 1 2; Cat found: 3"},
      {"cells of a table",
       day("<table><tr><td><h2>Ferry waits</h2><i>By Una Vray, 5 May 2014</i>" + p(1) +
           "</td></tr><tr><td><h2>Cat found</h2><i>By Orrin Blythe, 6 May 2014</i>" + p(2) +
           "</td></tr></table>"),
       "Ferry waits: 1; Cat found: 2"},
      {"the first of which has the title",
       titled("Ferry waits", "<h2>Ferry waits</h2>" + by("Una Vray") + p(1) + p(2) +
                                 "<h2>Cat found</h2>" + by("Orrin Blythe") + p(3)),
       "Ferry waits: 1 2; left out 1"},
      {"articles by role",
       day("<div role=\"article\"><h3>Ferry waits</h3>" + p(1) +
           "</div><div role=\"article\"><h3>Cat found</h3>" + p(2) + p(3) + "</div>"),
       "Ferry waits: 1; Cat found: 2 3"},
      {"articles in an article",
       day("<article><h1>Ferry waits</h1>" + p(1) + headed("Cat found", p(2)) +
           headed("Rain", p(3)) + "</article>"),
       "Ferry waits: 1; Cat found: 2; Rain: 3"},
      {"two documents in one file",
       about("Ferry waits", "<h1>Ferry waits</h1>" + by("Una Vray") + p(1)) +
           "\n<!doctype html>\n" + about("Cat found", "<h1>Cat found</h1>" + p(2) + p(3)),
       "Ferry waits: 1; Cat found: 2 3"},
      {"two documents, the first of which is cut off",
       "<!DOCTYPE html><html><head><title>Ferry waits</title></head><body><div><h1>Ferry "
       "waits</h1>" +
           p(1) + "<p>Para" + about("Cat found", "<h1>Cat found</h1>" + p(2)),
       "Ferry waits: 1; Cat found: 2"},
      {"a document of two and one of one", day(two) + about("Rain", "<h1>Rain</h1>" + p(4)),
       "Ferry waits: 1 2; Cat found: 3; Rain: 4"},
      {"a story without scripts",
       about("Ferry waits", "<h1>Ferry waits</h1><noscript>" + p(1) + p(2) + "</noscript>"),
       "Ferry waits: 1 2"},
      {"a story in a template",
       about("Ferry waits", "<h1>Ferry waits</h1><template>" + p(1) + p(2) + "</template>"),
       "Ferry waits: 1 2"},
      {"a story in a shadow root",
       about("Ferry waits", "<div><template shadowrootmode=\"open\"><h1>Ferry waits</h1>" + p(1) +
                                "</template></div><noscript>" + p(2) + "</noscript>"),
       "Ferry waits: 1"},
      {"a story that scripts show",
       about("Ferry waits",
             "<div style=\"visibility:hidden\"><h1>Ferry "
             "waits</h1>" +
                 p(1) + p(2) + "</div>"),
       "Ferry waits: 1 2"},
      {"articles beside the story, for browsers without scripts",
       about("Ferry waits", "<h1>Ferry waits</h1>" + p(1) + "<noscript>" +
                                headed("Cat found", p(2)) + "</noscript><template>" +
                                headed("Rain", p(3)) + "</template>"),
       "Ferry waits: 1; left out 2"},
      {"one article in another, with an author of its own",
       day("<article><h1>Ferry waits</h1>" + p(1) + headed("Cat found", by("Una Vray") + p(2)) +
           p(3) + "</article>"),
       "Ferry waits: 1 3; Cat found: 2"},
  };
  for (const Case& one : cases) EXPECT_EQ(told(one.html), one.expected) << one.what;
}

TEST(SeveralArticles, AreNotMadeOfOne) {
  const std::string story = "<h1>Ferry waits</h1>" + by("Una Vray") + p(1);
  const auto post = [](const std::string& time, const std::string& text) {
    return "<article><h2>At the pier</h2><time>" + time + "</time>" + text + "</article>";
  };
  const auto reader = [](const std::string& text) {
    return "<article class=\"comment\"><h4>Una</h4>" + text + "</article>";
  };
  const Case cases[] = {
      {"headings in a story",
       about("Ferry waits", "<article>" + story + "<h2>A cold start</h2>" + p(2) +
                                "<h2>By the numbers</h2>" + p(3) + "</article>"),
       "Ferry waits: 1 2 3"},
      {"sections of a story",
       about("Ferry waits", story + "<section><h2>A cold start</h2>" + p(2) +
                                "</section><section><h2>Home again</h2>" + p(3) + "</section>"),
       "Ferry waits: 1 2 3"},
      {"a log",
       titled("Ferry waits", story + "<h2>5 May 2014</h2>" + p(2) +
                                 "<h2>The day after</h2><time>6 May 2014</time>" + p(3)),
       "Ferry waits: 1 2 3"},
      {"a timeline below its title",
       titled("The dam in dates", "<h1>The dam in dates</h1><h2>The rope</h2><p>5 May 1901</p>" +
                                      p(1) + "<h2>The tide</h2><p>6 May 1934</p>" + p(2)),
       "The dam in dates: 1 2"},
      {"days below a text",
       day("<h1>Ferry waits</h1>" + p(1) + "<h3>The rope</h3><p>5 May 2014</p>" + p(2) +
           "<h3>The tide</h3><p>6 May 2014</p>" + p(3)),
       "Kellby Post: 1 2 3"},
      {"headings of the rank of the headline",
       titled("Ferry waits", "<h2>Ferry waits</h2>" + by("Una Vray") + p(1) +
                                 "<h2>A cold start</h2>" + p(2) + "<h2>Home again</h2>" + p(3)),
       "Ferry waits: 1 2 3"},
      {"readers with a date each",
       about("Ferry waits", story + "<h4>Una</h4><p>5 May 2014</p>" + p(2) +
                                "<h4>Orrin</h4><p>6 May 2014</p>" + p(3)),
       "Ferry waits: 1 2 3"},
      {"a round table",
       titled("Ferry waits", story + "<h2>The tide</h2>" + by("Orrin Blythe") + p(2) +
                                 "<h2>The rope</h2>" + by("Nessa Corrigan") + p(3)),
       "Ferry waits: 1 2 3"},
      {"reviews of books below an introduction",
       about("Books of the year", "<h1>Books of the year</h1>" + p(1) +
                                      "<h3>The tide</h3><p>By Ann Lee</p>" + p(2) +
                                      "<h3>The rope</h3><p>By Bo Ray</p>" + p(3)),
       "Books of the year: 1 2 3"},
      {"sentences with by",
       about("Ferry waits", "<h1>Ferry waits</h1>" + p(1) +
                                "<h2>The tide</h2><p>It was seen by "
                                "Ann Lee.</p>" +
                                p(2) +
                                "<h2>The rope</h2><p>It was cut by Bo "
                                "Ray.</p>" +
                                p(3)),
       "Ferry waits: 1 2 3"},
      {"a live blog by its times",
       about("Storm at Kellby", "<h1>Storm at Kellby</h1>" + post("14:32", p(1)) +
                                    post("14:40", p(2)) + post("15:05", p(3))),
       "Storm at Kellby: 1 2 3"},
      {"a live blog by its name",
       about("Storm at Kellby", "<div class=\"live-blog\"><h1>Storm at Kellby</h1>" +
                                    post("5 May 2014", p(1)) + post("6 May 2014", p(2)) + "</div>"),
       "Storm at Kellby: 1 2"},
      {"a live blog by its data",
       about("Storm at Kellby",
             "<script type=\"application/ld+json\">{\"@type\": \"LiveBlogPosting\", \"headline\": "
             "\"Storm at Kellby\"}</script><article><h1>Storm at Kellby</h1>" +
                 p(1) + post("5 May 2014", p(2)) + post("6 May 2014", p(3)) + "</article>"),
       "Storm at Kellby: 1 2 3"},
      {"comments",
       about("Ferry waits",
             "<article>" + story + p(2) + "</article>" + reader(p(3)) + reader(p(4))),
       "Ferry waits: 1 2"},
      {"comments in the article",
       about("Ferry waits", "<article>" + story + p(2) + "<section class=\"comments\">" +
                                reader(p(3)) + reader(p(4)) + "</section></article>"),
       "Ferry waits: 1 2"},
      {"teasers",
       about("Ferry waits", "<article>" + story + p(2) +
                                "</article><article><h3><a href=\"/c\">Cat "
                                "found</a></h3><p>A cat was found in the tower.</p></article>"),
       "Ferry waits: 1 2"},
      {"cards in an aside",
       about("Ferry waits",
             "<article>" + story + p(2) +
                 "</article><aside><a href=\"/c\"><article><div><h3>Cat "
                 "found</h3><p>A cat was found.</p></div></article></a><article><a href=\"/d\"></a>"
                 "<h3>Dog found</h3><p>A dog was found.</p></article></aside>"),
       "Ferry waits: 1 2"},
      {"an article around the article",
       about("Ferry waits",
             "<article><div><article>" + story + p(2) + "</article></div></article>"),
       "Ferry waits: 1 2"},
      {"a post that is quoted",
       about("Ferry waits", "<article>" + story +
                                "<article><p>The sea is cold today.</p></article>" + p(2) +
                                "</article>"),
       "Ferry waits: 1 2"},
      {"parts of the story that names the page",
       titled("Ferry waits", "<article>" + story + headed("The rope", p(2)) +
                                 headed("The tide", p(3)) + "</article>"),
       "Ferry waits: 1 2 3"},
      {"a frame that a server wrote into the page",
       about("Ferry waits",
             "<article>" + story + p(2) +
                 "<!DOCTYPE html><html><body><a href=\"/x\">Buy hats</a></body></html>" + p(3) +
                 "</article>"),
       "Ferry waits: 1 2 3"},
      {"a document in a script",
       about("Ferry waits",
             "<article>" + story +
                 "<script>w('<html><head><title>Hats</title></head><body><h1>Hats</h1>"
                 "<p>Hats are nice.</p></body></html>')</script>" +
                 p(2) + "</article>"),
       "Ferry waits: 1 2"},
      {"a document in an attribute",
       about("Ferry waits",
             "<article>" + story +
                 "<iframe srcdoc=\"<html><title>Hats</title><h1>Hats</h1><p>Hats are "
                 "nice.</p>\"></iframe>" +
                 p(2) + "</article>"),
       "Ferry waits: 1 2"},
      {"a request to turn on scripts",
       about("Ferry waits",
             "<h1>Ferry waits</h1><noscript><p>Please turn on JavaScript to read "
             "Paragraph 1 of this page.</p></noscript>"),
       "Ferry waits:"},
      {"a story that can be seen beside one that cannot",
       about("Ferry waits", "<article>" + story + p(2) + "</article><noscript>" + p(3) + p(4) +
                                "</noscript><div hidden>" + p(5) + "</div>"),
       "Ferry waits: 1 2"},
      {"a form",
       about("Ferry waits", "<article>" + story + p(2) +
                                "</article><article><h3>Letters to you</h3><form>"
                                "<input name=\"mail\"></form></article>"),
       "Ferry waits: 1 2"},
      {"a box of links",
       about("Ferry waits",
             "<article>" + story + p(2) +
                 "</article><article><h3>Most read</h3><ul>"
                 "<li><a href=\"/a\">Rain</a></li><li><a href=\"/b\">Snow</a></li></ul>"
                 "</article>"),
       "Ferry waits: 1 2"},
  };
  for (const Case& one : cases) EXPECT_EQ(told(one.html), one.expected) << one.what;
}

// The summary counts what `read --explain` shows.
TEST(SeveralArticles, ThatCannotBeSeenAreCountedByTheirWords) {
  const std::string html =
      about("Ferry waits", "<h1>Ferry waits</h1>" + p(1) + "<p hidden>Four words of it.</p>" +
                               "<noscript><p>It rains today.</p></noscript>");
  std::map<std::string, std::uint64_t> counted, explained;
  Sink sink{[&](Found&& found) {
              counted = found.left.words;
              for (const ExplainedBlock& block : found.explanation.blocks)
                if (!block.why.empty()) explained[block.why] += block.words;
            },
            [](Rejected&&) {}};
  sink.explain = true;
  std::istringstream in(html);
  choose_reader(html, "day.html")->read(in, "day.html", sink);
  EXPECT_EQ(counted, explained);
  EXPECT_EQ(counted["hidden from readers"], 4u);
  EXPECT_EQ(counted["shown without scripts only"], 3u);
}

TEST(SeveralArticles, OfDocumentsInOneFileAreCalledByTheirNumber) {
  const ReadText all =
      read_text_as("day.html", about("Rain", "<h1>Rain</h1>" + p(1)) +
                                   day(headed("Ferry waits", p(2)) + headed("Cat found", p(3))));
  ASSERT_EQ(all.articles.size(), 3u);
  EXPECT_EQ(all.articles[0].id, "day.html");
  EXPECT_EQ(all.articles[1].id, "day.html#page-2-1");
  EXPECT_EQ(all.articles[2].id, "day.html#page-2-2");
}

}  // namespace
}  // namespace backfile
