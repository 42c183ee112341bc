// What a page says of its own story stays apart from what JSON-LD and microdata say of others.
#include "indexer/readers/html/facts/other_stories.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

const std::string story =
    "<p>The crew of the barge counted the herring twice on Tuesday, and wrote it down.</p>";

// "title | authors | day | URL" of each article of a page.
std::string facts_of(const std::string& head, const std::string& body) {
  const std::string page =
      "<html lang=\"en\"><head>" + head + "</head><body>" + body + "</body></html>";
  std::string all;
  const Sink sink{[&](Found&& found) {
                    const Article& one = found.article;
                    all += (all.empty() ? "" : "; ") + one.title + " | " + in_one_line(one.author) +
                           " | " + one.published.substr(0, 10) + " | " + one.url;
                  },
                  [&](Rejected&& rejected) { all += "!" + rejected.reason; }};
  std::istringstream in(page);
  choose_reader(page.substr(0, 8192), "a.html")->read(in, "a.html", sink);
  return all;
}

std::string related(const std::string& headline, const std::string& url,
                    const std::string& day = "2020-01-01",
                    const std::string& type = "NewsArticle") {
  return "<script type=\"application/ld+json\">{\"@type\":\"" + type + "\",\"headline\":\"" +
         headline + "\",\"datePublished\":\"" + day +
         "\",\"author\":{\"@type\":\"Person\",\"name\":\"Eve Xan\"}" +
         (url.empty() ? "" : ",\"url\":\"" + url + "\"") + "}</script>";
}

const std::string own = "<title>Herring counted twice</title>";
const std::string canonical = "<link rel=\"canonical\" href=\"https://post.example/herring\">";
const std::string heading = "<h1>Herring counted twice</h1>";

TEST(OtherStories, LendNoFactsToThePageFromJsonLd) {
  const std::string nothing = "Herring counted twice |  |  | ";
  const struct {
    const char* what;
    std::string head, body, facts;
  } cases[] = {
      {"at the end of the body", own,
       heading + story + related("Mayor opens library", "https://post.example/library"), nothing},
      {"in the head",
       own + canonical + related("Mayor opens library", "https://post.example/library"),
       heading + story, nothing + "https://post.example/herring"},
      {"beside the page's own day",
       own + "<meta property=\"article:published_time\" content=\"2014-02-03\">",
       heading + story + related("Mayor opens library", "https://post.example/library"),
       "Herring counted twice |  | 2014-02-03 | "},
      {"without an address", own + related("Mayor opens library", ""), heading + story, nothing},
      {"two of them", own,
       heading + story + related("Mayor opens library", "https://post.example/library") +
           related("Bridge repaired", "https://post.example/bridge"),
       nothing},
      {"with a heading that is a link", own,
       heading + story + "<h3><a href=\"/library\">Mayor opens library</a></h3>" +
           related("Mayor opens library", "https://post.example/library"),
       nothing},
  };
  for (const auto& row : cases) EXPECT_EQ(facts_of(row.head, row.body), row.facts) << row.what;
}

TEST(OtherStories, AreNotVariantsOfThePagesHeadline) {
  const std::string ours = "https://post.example/herring", other = "https://post.example/h/17";
  const struct {
    const char* what;
    std::string head, day;
  } cases[] = {
      {"same headline", own + canonical + related("HERRING COUNTED TWICE!", other), "2020-01-01"},
      {"shorter", own + canonical + related("Herring counted", other), "2020-01-01"},
      {"longer", own + canonical + related("Kellby herring counted twice, crew says", other),
       "2020-01-01"},
      {"page's address", own + canonical + related("Twenty thousand silver fish", ours + "/?a=1"),
       "2020-01-01"},
      {"address of the mobile page",
       own + canonical + related("Twenty thousand silver fish", "http://m.post.example/herring"),
       "2020-01-01"},
      {"page's day",
       own + canonical +
           "<meta property=\"article:published_time\" content=\"2014-02-03T05:00Z\">" +
           related("Twenty thousand silver fish", other, "2014-02-03"),
       "2014-02-03"},
      {"og:title",
       own + canonical + "<meta property=\"og:title\" content=\"Twenty thousand silver fish\">" +
           related("Twenty thousand silver fish", other),
       "2020-01-01"},
      {"front page's address, another <title>",
       "<title>The Post</title>" + related("Twenty thousand silver fish", "https://post.example/"),
       "2020-01-01"},
  };
  for (const auto& row : cases) {
    const std::string facts = facts_of(row.head, heading + story);
    EXPECT_NE(facts.find(" | Eve Xan | " + row.day), std::string::npos)
        << row.what << ": " << facts;
  }
}

TEST(OtherStories, OfWideScriptsAreComparedByPairsOfCharacters) {
  const std::string title = "<title>市長は新しい図書館を開いた</title>" + canonical;
  const std::string body = "<h1>市長は新しい図書館を開いた</h1>" + story;
  const std::string other = "https://post.example/h/17";
  EXPECT_NE(facts_of(title + related("新しい図書館を開いた市長", other), body).find("Eve Xan"),
            std::string::npos);
  EXPECT_EQ(facts_of(title + related("漁船が港に戻る", other), body).find("Eve Xan"),
            std::string::npos);
}

TEST(OtherStories, LendNoFactsToThePageFromMicrodata) {
  const std::string teaser =
      "<div itemscope itemtype=\"http://schema.org/NewsArticle\"><a itemprop=\"url\" href=\"/o\">"
      "<span itemprop=\"headline\">Mayor opens library</span></a>"
      "<meta itemprop=\"datePublished\" content=\"2020-01-01\">"
      "<span itemprop=\"author\">Eve Xan</span></div>";
  const std::string hidden =
      "<div itemscope itemtype=\"https://schema.org/Article\">"
      "<meta itemprop=\"headline\" content=\"Mayor opens library\">"
      "<meta itemprop=\"author\" content=\"Eve Xan\">"
      "<time itemprop=\"datePublished\" datetime=\"2020-01-01\"></time>A new one.</div>";
  for (const std::string& other : {teaser, hidden}) {
    EXPECT_EQ(facts_of(own, heading + story + other), "Herring counted twice |  |  | ");
    EXPECT_EQ(facts_of(own, other + hidden + heading + other + story + other + teaser),
              "Herring counted twice |  |  | ");
    const std::string facts =
        "<p><span itemprop=\"author\">Ann Lee</span> "
        "<time itemprop=\"datePublished\" datetime=\"2021-02-03\"></time></p>";
    EXPECT_EQ(facts_of(own, other + teaser + heading + other + facts + story + other),
              "Herring counted twice | Ann Lee | 2021-02-03 | ");
  }
  const std::string ours =
      "<div itemscope itemtype=\"http://schema.org/NewsArticle\">"
      "<span itemprop=\"headline\">Herring counted</span>"
      "<meta itemprop=\"datePublished\" content=\"2020-01-01\">"
      "<span itemprop=\"author\">Eve Xan</span></div>";
  EXPECT_EQ(facts_of(own, heading + ours + story),
            "Herring counted twice | Eve Xan | 2020-01-01 | ");
}

}  // namespace
}  // namespace backfile
