// Pages: what they declare, what they show, and the story without the boilerplate around it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/indexer/readers/read_text.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string story =
    "<p>The sea came over Quay Parade at six, an hour before the tide, and went down the steps of "
    "the Lower Town like a tenant who has lost his key.</p>"
    "<p>By eight the pumps in Ropewalk Lane had drowned in what they were meant to lift, and "
    "Mrs. Corrie's piano, she said, was playing by itself.</p>"
    "<p>Nobody was hurt. The council meets on Thursday, if it can find a dry room.</p>";

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">" + head +
         "</head><body>" + body + "</body></html>";
}

const std::string plain = page("<title>The Tide | The Lantern</title>",
                               "<h1>The Tide</h1><article>" + story + "</article>");

TEST(HtmlFacts, ComeFromJsonLd) {
  const Article article = read_one("a.html", page(R"(<title>x</title><script
      type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite",
      "name": "The Lantern"}, {"@type": ["NewsArticle"], "headline": "The Tide", "datePublished":
      "2014-01-07T06:00:00Z", "dateModified": "2014-01-08", "author": [{"@type": "Person", "name":
      "Maud Ferrier"}, "Ruaridh Pell"], "articleSection": "News", "keywords": "sea, flood",
      "publisher": {"name": "The Lantern"}, "license": "CC0", "description": "High water",
      "url": "https://lantern.example/tide", "inLanguage": "en-GB"}]}</script>)",
                                                  "<article>" + story + "</article>"));
  EXPECT_EQ(article.title, "The Tide");
  EXPECT_EQ(article.published, "2014-01-07T06:00:00Z");
  EXPECT_EQ(article.modified, "2014-01-08");
  EXPECT_THAT(article.author, ElementsAre("Maud Ferrier", "Ruaridh Pell"));
  EXPECT_EQ(article.section, "News");
  EXPECT_THAT(article.tags, ElementsAre("sea", "flood"));
  EXPECT_EQ(article.source, "The Lantern");
  EXPECT_EQ(article.license, "CC0");
  EXPECT_EQ(article.subtitle, "High water");
  EXPECT_EQ(article.id, "https://lantern.example/tide");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.body.size(), 3u);
}

TEST(HtmlFacts, ComeFromOpenGraph) {
  const Article article = read_one(
      "a.html", page(R"(<meta property="og:title" content="The Tide"><meta property="og:site_name"
      content="The Lantern"><meta property="article:published_time" content="2014-01-07">
      <meta property="article:section" content="News"><meta property="article:tag" content="sea">
      <meta name="author" content="Maud Ferrier"><meta name="description" content="High water">
      <link rel="canonical" href="https://lantern.example/tide">)",
                     story));
  EXPECT_EQ(article.title, "The Tide");
  EXPECT_EQ(article.published, "2014-01-07");
  EXPECT_EQ(article.source, "The Lantern");
  EXPECT_EQ(article.section, "News");
  EXPECT_THAT(article.tags, ElementsAre("sea"));
  EXPECT_THAT(article.author, ElementsAre("Maud Ferrier"));
  EXPECT_EQ(article.url, "https://lantern.example/tide");
}

TEST(HtmlFacts, ComeFromWhatReadersSee) {
  const Article article = read_one(
      "a.html", page("<title>The Tide - The Lantern</title>",
                     "<h1>The Tide</h1><p class=\"byline\">By <a rel=\"author\" href=\"/mf\">Maud "
                     "Ferrier</a></p><time datetime=\"2014-01-07\">7 January</time><article>" +
                         story + "</article>"));
  EXPECT_EQ(article.title, "The Tide");
  EXPECT_THAT(article.author, ElementsAre("Maud Ferrier"));
  EXPECT_EQ(article.published, "2014-01-07");
}

TEST(HtmlStory, IsWithoutTheBoilerplateAroundIt) {
  const std::string boilerplate[] = {
      "<nav><a href=/a>Home</a> <a href=/b>Sport sections</a></nav>",
      "<header><ul><li><a href=/>Front</a><li><a href=/s>Sections</a></ul></header>",
      "<aside><h3>Most read</h3><ol><li><a href=/1>Other thing entirely</a></ol></aside>",
      "<div class=\"cookie-banner\">We use cookies. Accept all?</div>",
      "<div class=\"share\"><a href=/x>Share on Nest</a> <a href=/y>Mail it</a></div>",
      "<section id=\"comments\"><h2>Comments</h2><p>First! What a great piece of "
      "water.</p></section>",
      "<form><label>Subscribe to our letter</label><input><button>Go</button></form>",
      "<footer><p>All rights reserved by the Lantern Company 2014</p></footer>",
      "<script>var text = 'not a story';</script><style>p { color: red }</style>",
      "<noscript><img src=pixel.gif>Please enable scripts</noscript>",
      "<div hidden>Hidden words here</div><p style=\"display:none\">More hidden words</p>",
      "<template><p>Template words</p></template>",
  };
  for (const std::string& part : boilerplate) {
    SCOPED_TRACE(part);
    for (const std::string& body :
         {part + "<h1>The Tide</h1><article>" + story + "</article>",
          "<h1>The Tide</h1><article>" + story + "</article>" + part,
          "<h1>The Tide</h1><div class=\"content\">" + story + "</div>" + part}) {
      EXPECT_EQ(read_one("a.html", page("<title>The Tide</title>", body)).body,
                read_one("a.html", plain).body);
    }
  }
}

TEST(HtmlStory, KeepsCaptionsApart) {
  const Article article =
      read_one("a.html", page("<title>The Tide</title>",
                              "<h1>The Tide</h1><article>" + story +
                                  "<figure><img src=a.jpg alt=\"Water\"><figcaption>Ropewalk "
                                  "under water</figcaption></figure></article>"));
  EXPECT_THAT(article.captions, testing::Contains("Ropewalk under water"));
  EXPECT_THAT(in_one_line(article.body), Not(HasSubstr("Ropewalk under water")));
}

TEST(HtmlStory, KeepsTheCaptionOfAPictureInABoxOfAnyName) {
  const auto read_box = [](const std::string& text) {
    return read_one("a.html",
                    page("", "<article><h1>Ferry sinks</h1>" + story +
                                 "<div class=\"widget type-image\"><div class=\"image\"><img "
                                 "src=a.jpg></div>" +
                                 text + "</div>" + story + "</article>"));
  };
  const Article captioned = read_box("<div class=\"dnd-caption-wrapper\">Ropewalk, flooded</div>");
  EXPECT_THAT(captioned.captions, testing::Contains("Ropewalk, flooded"));
  for (const std::string& paragraph : captioned.body)
    EXPECT_EQ(paragraph.find("flooded"), std::string::npos) << paragraph;
  const Article links = read_box(
      "<div class=\"caption\"><a href=\"/a\">Ropewalk, flooded</a> <a href=\"/b\">More</a></div>");
  EXPECT_THAT(links.captions, testing::Not(testing::Contains("Ropewalk, flooded")));
}

TEST(HtmlText, IsReadInTheEncodingOfTheFile) {
  const std::string head =
      "<!DOCTYPE html><html><head><meta charset=\"iso-8859-1\">"
      "<title>Caf\xE9</title></head><body><article>";
  EXPECT_EQ(read_one("a.html", head + story + "<p>Caf\xE9.</p></article>").body.back(), "Café.");
  std::string wide = "\xFF\xFE";
  for (const char c : plain) {
    wide += c;
    wide += '\0';
  }
  EXPECT_EQ(read_one("a.html", wide).body, read_one("a.html", plain).body);
}

// Each is read in a blink, or rejected with a reason; the file goes on for a million characters.
TEST(HtmlHostile, IsReadOrRefused) {
  const auto times = [](int count, const std::string& piece) {
    std::string text;
    for (int i = 0; i < count; ++i) text += piece;
    return text;
  };
  std::string attributes = "<p ";
  for (int i = 0; i < 200'000; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  const std::string endless = "0 articles; : a page made of tags without end";
  const struct {
    std::string hostile, title;
  } cases[] = {
      {times(100'000, "<div>"), "The Tide"},
      {times(100'000, "<b><i>"), endless},
      {attributes + ">", endless},
      {times(1'000'000, "<"), "The Tide"},
      {"<!--" + times(1'000'000, "-"), "The Tide"},
      {"<" + times(1'000'000, "x") + ">", "The Tide"},
      {"<p title=\"" + times(1'000'000, "\""), "The Tide"},
      {"&#" + times(1'000'000, "9") + ";", "The Tide"},
  };
  for (const auto& row : cases) {
    SCOPED_TRACE(row.hostile.substr(0, 20));
    const Article article =
        read_one("a.html", page("<title>The Tide</title>",
                                "<h1>The Tide</h1><article>" + story + "</article>" + row.hostile));
    EXPECT_EQ(article.title, row.title);
    if (row.title != endless) {
      EXPECT_THAT(in_one_line(article.body), HasSubstr("The council meets on Thursday"));
    }
  }
}

TEST(HtmlHostile, NamesNoEntityOfItsOwnAndOpensNoFile) {
  TemporaryDirectory directory;
  const std::string secret = directory.write("secret.txt", "the secret of the file");
  const Article article =
      read_one("a.html",
               "<!DOCTYPE html [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;\"><!ENTITY "
               "file SYSTEM \"file://" +
                   secret +
                   "\">]><html><head><title>The Tide</title></head>"
                   "<body><h1>The Tide</h1><article>" +
                   story +
                   "<p>See &lol2; and &file; there, "
                   "said the clerk who had seen neither.</p></article></body></html>");
  EXPECT_THAT(in_one_line(article.body), Not(HasSubstr("lollol")));
  EXPECT_THAT(in_one_line(article.body), Not(HasSubstr("the secret of the file")));
}

TEST(HtmlHostile, HasScriptsNowhereInItsText) {
  const Article article = read_one(
      "a.html", page("<title>&lt;script&gt;alert(1)&lt;/script&gt;</title><link rel=canonical "
                     "href=\"javascript:alert(1)\">",
                     "<article>" + story +
                         "<p onclick=\"x()\">Said <script>alert(2)</script>she.</p></article>"));
  EXPECT_THAT(article.url, IsEmpty());
  EXPECT_THAT(in_one_line(article.body), Not(HasSubstr("alert(2)")));
}

}  // namespace
}  // namespace backfile
