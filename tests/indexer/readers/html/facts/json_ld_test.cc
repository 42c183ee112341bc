// Which of the articles in a page's JSON-LD is that of the page, and what happens to the others.
#include "indexer/readers/html/facts/json_ld.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

const std::string story =
    "<p>The council voted on Tuesday to repair the old bridge of the town.</p>";

std::string script(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

// A NewsArticle with a headline and, perhaps, a text.
std::string news(const std::string& headline, const std::string& text = "") {
  return "{\"@type\":\"NewsArticle\",\"headline\":\"" + headline + "\"" +
         (text.empty() ? "" : ",\"articleBody\":\"" + text + "\"") + "}";
}

// "Title: body" of each, with what is left out of it; then what was rejected.
std::string read_all(const std::string& title, const std::string& head, const std::string& body) {
  const std::string page = "<html lang=\"en\"><head><title>" + title + "</title>" + head +
                           "</head><body>" + body + "</body></html>";
  std::string all;
  const Sink sink{[&](Found&& found) {
                    const Article& article = found.article;
                    all += (all.empty() ? "" : "; ") + article.title;
                    if (!article.body.empty()) all += ": " + in_one_line(article.body);
                    if (found.left.articles > 0)
                      all += " (" + std::to_string(found.left.articles) + " left out)";
                  },
                  [&](Rejected&& rejected) { all += "!" + rejected.reason; }};
  std::istringstream in(page);
  choose_reader(page.substr(0, 8192), "a.html")->read(in, "a.html", sink);
  return all;
}

const std::string ferry = "The ferry sank on Monday night, said the captain.";
const std::string library = "The mayor opened the library on Tuesday.";
const std::string both = news("Ferry", ferry) + "," + news("Library", library);

TEST(JsonLd, ChoosesWhatThePageIsAbout) {
  const struct {
    const char* what;
    std::string title, head, body, read;
  } cases[] = {
      {"title", "Library | The Lantern", script("[" + both + "]"), "",
       "Library: " + library + " (1 left out)"},
      {"heading", "The Lantern", script("{\"@graph\":[" + both + "]}"), "<h1>Library</h1>",
       "Library: " + library + " (1 left out)"},
      {"two scripts", "Library", script(news("Ferry", ferry)) + script(news("Library", library)),
       "", "Library: " + library + " (1 left out)"},
      {"text", "The Lantern", script("[" + both + "]"), "<p>" + library + "</p>",
       "Library: " + library + " (1 left out)"},
      {"item", "Library", script("{\"@type\":\"ItemList\",\"itemListElement\":[" + both + "]}"), "",
       "Library: " + library + " (1 left out)"},
      {"twice", "Library", script(news("Library")) + script(news("Library", library)), "",
       "Library: " + library},
      {"teasers", "Bridge", script("[" + news("Bridge") + "," + news("Ferry") + "]"),
       "<h1>Bridge</h1>" + story, "Bridge: " + story.substr(3, story.size() - 7)},
      {"shown", "Bridge", script("[" + news("Bridge") + "," + news("Old", ferry) + "]"),
       "<h1>Bridge</h1>" + story + "<footer><p>" + ferry + "</p></footer>",
       "Bridge: " + story.substr(3, story.size() - 7)},
  };
  for (const auto& row : cases)
    EXPECT_EQ(read_all(row.title, row.head, row.body), row.read) << row.what;
}

TEST(JsonLd, IsEachOfSeveralWhereThePageIsAboutNone) {
  const std::string each = "Ferry: " + ferry + "; Library: " + library;
  const std::string items =
      "{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"ListItem\","
      "\"item\":" +
      news("Ferry", ferry) + "},{\"@type\":\"ListItem\",\"item\":" + news("Library", library) +
      "}]}";
  const std::string blog = "{\"@type\":\"Blog\",\"blogPost\":[" + both + "]}";
  for (const std::string& json : {"[" + both + "]", "{\"@graph\":[" + both + "]}", items, blog}) {
    EXPECT_EQ(read_all("The Lantern", script(json), ""), each) << json;
    EXPECT_EQ(read_all("Bridge | The Lantern", script(json), "<h1>Bridge</h1>" + story),
              "Bridge: " + story.substr(3, story.size() - 7) + "; " + each)
        << json;
  }
}

TEST(JsonLd, GivesTheUpdatesOfALiveBlogAsItsText) {
  const std::string live =
      "{\"@type\":\"LiveBlogPosting\",\"headline\":\"Live\",\"liveBlogUpdate\":[" + both + "]}";
  EXPECT_EQ(read_all("Live", script(live), ""),
            "Live: Ferry / " + ferry + " / Library / " + library);
}

TEST(JsonLd, StatesTheFactsOfEachArticleOfAPage) {
  std::string page, json;
  for (const std::string number : {"1", "2", "3"}) {
    page += "<article><h2>Story " + number + " of the day</h2><p>Today " + number + ": " +
            story.substr(3) + "</article>";
    json += (json.empty() ? "[" : ",") +
            std::string("{\"@type\":\"NewsArticle\",\"headline\":\"Story ") + number +
            " of the day\",\"author\":\"Maud Ferrier\",\"datePublished\":\"2014-05-0" + number +
            "\"}";
  }
  const ReadText all =
      read_text_as("a.html", "<html><head><title>Kellby Post</title>" + script(json + "]") +
                                 "</head><body>" + page + "</body></html>");
  ASSERT_EQ(all.articles.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(all.articles[i].published, "2014-05-0" + std::to_string(i + 1));
    EXPECT_EQ(in_one_line(all.articles[i].author), "Maud Ferrier");
  }
}

// Those that share an address are not versions of one.
TEST(JsonLd, CallsArticlesApartByAddressesOfTheirOwn) {
  const std::string url = "\"url\":\"https://a.example/day\",";
  std::string json = "[" + both + "]";
  for (std::size_t at = 0; (at = json.find("\"headline\"", at)) != std::string::npos;
       at += url.size() + 1)
    json.insert(at, url);
  const ReadText all =
      read_text_as("a.html", "<html><title>The Lantern</title>" + script(json) + "</html>");
  ASSERT_EQ(all.articles.size(), 2U);
  EXPECT_EQ(all.articles[0].url, "https://a.example/day");
  EXPECT_EQ(all.articles[1].url, "https://a.example/day#json-ld-2");
}

// The body of a page that has this JSON-LD, and the words that are left out of its data.
std::string read_data(const std::string& json, const std::string& body) {
  const std::string page = "<html lang=\"en\"><head><title>Bridge</title>" + script(json) +
                           "</head><body><h1>Bridge</h1>" + body + "</body></html>";
  std::string all;
  const Sink sink{[&](Found&& found) {
                    all += in_one_line(found.article.body);
                    const auto left = found.left.words.find("in the page's data alone");
                    if (left != found.left.words.end()) all += " -" + std::to_string(left->second);
                    if (found.left.has_most_prose()) all += " (most)";
                  },
                  [&](Rejected&&) {}};
  std::istringstream in(page);
  choose_reader(page, "a.html")->read(in, "a.html", sink);
  return all;
}

TEST(JsonLd, HoldsTextsThatAreReadOrCounted) {
  const std::string council = "The council voted on Tuesday to repair the old bridge of the town.";
  const std::string review = "The bridge is old. " + ferry + ' ' + library + ' ' + ferry;
  const auto answer = [](const std::string& text) {
    return "{\"@type\":\"FAQPage\",\"mainEntity\":[{\"@type\":\"Question\",\"name\":\"Why?\","
           "\"acceptedAnswer\":{\"@type\":\"Answer\",\"text\":\"" +
           text + "\"}}]}";
  };
  const std::string reviewed =
      "{\"@type\":\"Review\",\"name\":\"Bridge\",\"reviewBody\":\"" + review + "\"}";
  EXPECT_EQ(read_data(reviewed, ""), review);
  EXPECT_EQ(read_data(reviewed, "<p>" + review + "</p>"), review);
  EXPECT_EQ(read_data(answer(library), story), council + " -7");
  EXPECT_EQ(read_data(answer(library + ' ' + ferry + ' ' + library), story),
            council + " -23 (most)");
  EXPECT_EQ(read_data(answer("<p>" + library + "</p>"), story + "<p>" + library + "</p>"),
            council + " / " + library);
  EXPECT_EQ(read_data("{\"@type\":\"PodcastEpisode\",\"name\":\"Bridge\",\"transcript\":\"" +
                          library + "\"}",
                      story),
            council + " -7");
}

}  // namespace
}  // namespace backfile
