// Every article of a document is read or reported: wrappers, lists in articles, articles in lists.
#include "indexer/readers/json/shapes/articles.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/indexer/readers/json/shapes/read_articles.h"
#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

class EveryArticle : public testing::TestWithParam<ArticlesCase> {};

TEST_P(EveryArticle, IsReadOrTold) {
  EXPECT_EQ(read_articles("a.json", GetParam().text), GetParam().read) << GetParam().text;
}

// An article with lists of others in it.
constexpr ArticlesCase inside[] = {
    {R"({"title":"M","body":"m","items":[{"title":"A","body":"a"}]})", "A: a; M: m"},
    {R"({"title":"M","articles":[{"title":"A","body":"a"}],"body":"m"})", "A: a; M: m"},
    {R"([{"title":"M","body":"m","articles":[{"title":"A","body":"a",
        "articles":[{"title":"B","body":"b"}]}]}])",
     "M: m; A: a; B: b"},
    {R"({"articles":[{"title":"M","body":"m","articles":[{"title":"A","body":"a"}]},
        {"title":"N","body":"n"}]})",
     "M: m; A: a; N: n"},
    {R"({"title":"M","body":"m","related":[{"title":"A","url":"https://a.example/"}]})", "M: m"},
    {R"({"title":"M","body":"m","items":["milk","eggs"]})", "M: m"},
    {R"({"title":"M","body":"m","results":[{"team":"Lowmark","goals":3}]})", "M: m"},
    {R"({"title":"M","items":["milk","eggs"]})", "M"},
    {R"({"title":"M","body":"m","sidebar":{"title":"A","text":"a"}})", "M: m (1 left out)"},
    {R"({"title":"M","body":"m","more":[{"title":"A","text":"a"},{"title":"B","text":"b"}]})",
     "M: m (2 left out)"},
    {R"({"title":"M","body":"m","translations":{"de":{"title":"A","body":"a"}}})", "M: m; A: a"},
    {R"({"title":"M","body":"m","comments":[{"title":"A","body":"a"}]})", "M: m"},
    {R"({"title":"M","body":"m","author":{"name":"Maud","title":"Reporter","text":"Writes."}})",
     "M: m"},
    {R"({"title":"M","author":"Maud","published":"2014","related":[{"title":"A","body":"a"}]})",
     "A: a; M"},
};
INSTANTIATE_TEST_SUITE_P(Inside, EveryArticle, testing::ValuesIn(inside));

// Several lists, and wrappers of all kinds.
constexpr ArticlesCase wrapped[] = {
    {R"({"articles":[{"title":"A","body":"a"}],"videos":[{"title":"B","body":"b"}]})",
     "A: a; B: b"},
    {R"({"posts":[{"title":"A","body":"a"}],"pages":[{"title":"B","body":"b"}]})", "A: a; B: b"},
    {R"({"articles":[{"title":"A","body":"a"}],"sundry":[{"title":"B","body":"b"}]})",
     "A: a; B: b"},
    {R"({"title":"My site","articles":[{"title":"A","body":"a"},{"title":"B"}]})", "A: a; B"},
    {R"({"version":"https://jsonfeed.org/version/1.1","title":"My site","home_page_url":
        "https://a.example/","items":[{"id":"1","content_html":"<p>a</p>","title":"A"},
        {"id":"2","content_text":"b"}]})",
     "A: a; -: b"},
    {R"({"responseHeader":{"status":0},"response":{"numFound":2,"docs":[
        {"id":"1","title":["A"],"body":"a"},{"id":"2","title":["B"],"body":["b"]}]}})",
     "A: a; B: b"},
    {R"({"took":1,"hits":{"total":2,"hits":[{"_id":"1","_source":{"title":"A","body":"a"}},
        {"_id":"2","_source":{"title":"B","body":"b"}}]}})",
     "A: a; B: b"},
    {R"([{"id":1,"link":"https://a.example/1","title":{"rendered":"A"},
        "content":{"rendered":"<p>a</p>"},"excerpt":{"rendered":""}}])",
     "A: a"},
    {R"({"response":{"results":[{"webTitle":"A","fields":{"body":"<p>a</p>"}}]}})", "A: a"},
    {R"({"response":{"docs":[{"headline":{"main":"A"},"lead_paragraph":"l","abstract":"s"}]}})",
     "A: l"},
    {R"({"data":[{"type":"articles","id":"1","attributes":{"title":"A","body":"a"}},
        {"type":"articles","id":"2","attributes":{"title":"B","body":"b"}}]})",
     "A: a; B: b"},
    {R"({"data":{"type":"articles","id":"1","attributes":{"title":"A","body":"a"}}})", "A: a"},
    {R"({"data":{"articles":{"edges":[{"node":{"title":"A","body":"a"}}]}}})", "A: a"},
    {R"({"kind":"Listing","data":{"children":[{"kind":"t3","data":{"title":"A","selftext":"a"}}]}})",
     "A: a"},
    {R"({"total_rows":1,"rows":[{"id":"1","key":"1","doc":{"title":"A","body":"a"}}]})", "A: a"},
    {R"({"_embedded":{"articles":[{"title":"A","body":"a"}]},"_links":{}})", "A: a"},
    {R"({"rss":{"channel":{"title":"My site","item":[{"title":"A","content":"a"}]}}})", "A: a"},
    {R"({"data":{"a1":{"title":"A","body":"a"},"a2":{"title":"B","body":"b"}}})", "A: a; B: b"},
    {R"({"articles":{"1":{"title":"A","body":"a"},"2":{"title":"B","body":"b"}}})", "A: a; B: b"},
    {R"({"2014":{"05":[{"title":"A","body":"a"}],"06":[{"title":"B","body":"b"}]}})", "A: a; B: b"},
    {R"([[{"title":"A","body":"a"}],[{"title":"B","body":"b"}]])", "A: a; B: b"},
    {R"({"article":{"title":"A","body":"a"}})", "A: a"},
    {R"({"article":{"head":{"title":"A"},"body":{"p":["The tide.","The ebb."]}}})",
     "A: The tide. / The ebb."},
    {R"({"content":{"articles":[{"title":"A","body":"The tide."}]}})", "A: The tide."},
    {R"({"headlines":{"basic":"A"},"content_elements":[{"type":"text","content":"a"}]})", "A: a"},
    {R"({"query":{"pages":{"12":{"title":"A","extract":"<p>a</p>"}}}})", "A: a"},
    {R"({"title":"A","body":"a"}{"title":"B","body":"b"})", "A: a; B: b"},
    {R"({"title":"A"} {"title":"B"})", "A; B"},
    {R"([{"title":"A","body":"a"}]
        [{"title":"B","body":"b"}] x)",
     "A: a; B: b; !line 2, column 36 this is not valid JSON"},
    {R"({"metadata":{"title":"A"},"text":"a"})", "A: a"},
    {R"({"content":[{"title":"A","body":"a"},{"title":"B","body":"b"}],"totalPages":1})",
     "A: a; B: b"},
    {R"({"title":"3 May","sections":[{"title":"News","articles":[{"title":"A","body":"a"}]}]})",
     "A: a"},
    {R"({"articles":[]})", "!an empty list"},
    {R"({"title":"My site","items":[]})", "!an empty list"},
    {R"({"title":"M","related":[]})", "M"},
    {R"({"title":"My site","author":"Maud","published":"2014","items":[{"title":"A"}]})", "A"},
    {R"({"items":[{"id":"1","source":{"title":"The Lantern"}}]})",
     "!article 1 neither a title nor a body"},
    {R"({"articles":[{"title":"A","body":"a"},null,{},{"title":"B","body":"b"}]})",
     "A: a; B: b; !article 2 this is not a JSON object; !article 3 neither a title nor a body"},
    {R"({"articles":[{"title":"A","body":"a"},{"title":"B"},{"title":"C","body":"cut)",
     "A: a; B; !line 1, column 77 this is not valid JSON"},
};
// A title is enough where its envelope or its list says that it is an article's; references to
// pictures and people are no articles.
constexpr ArticlesCase titled[] = {
    {R"({"hits":{"hits":[{"_id":"1","_source":{"title":"A"}},{"_id":"2","_source":{"title":"B",
        "body":"b"}}]}})",
     "B: b; A"},
    {R"({"data":[{"type":"node","id":"1","attributes":{"title":"A","body":null},"relationships":{
        "images":{"data":[{"type":"file","id":"f"},{"type":"file","id":"g"}]}}}]})",
     "A"},
    {R"([{"title":"A","gallery":{"data":[{"id":5,"attributes":{"url":"https://a.example/"}}]}}])",
     "A"},
    {R"({"title":"My site","channel":{"items":[{"title":"A"}]}})", "A"},
};
INSTANTIATE_TEST_SUITE_P(Titled, EveryArticle, testing::ValuesIn(titled));

INSTANTIATE_TEST_SUITE_P(Wrapped, EveryArticle, testing::ValuesIn(wrapped));

// One story in parts stays one.
constexpr ArticlesCase parts[] = {
    {R"({"title":"M","sections":[{"heading":"S","text":"s"},{"heading":"T","text":"t"}]})",
     "M: S / s / T / t"},
    {R"({"title":"M","body":"m","sections":[{"heading":"S","text":"s"}]})", "M: m / S / s"},
    {R"({"title":"M","body":"The tide.","blocks":[{"text":"The tide."},{"text":"The ebb."}]})",
     "M: The tide. / The ebb."},
    {R"({"title":"M","children":[{"text":"a"},{"children":[{"text":"b"},{"text":"c"}]}]})",
     "M: a / b / c"},
    {R"({"title":"M","body":"m","entries":[{"time":"10:15","text":"e"}]})", "M: m / e"},
    {R"({"title":"M","blocks":[{"title":"S","text":"s","published":"2014"},
        {"title":"T","text":"t"}]})",
     "M: S / s / T / t"},
};
INSTANTIATE_TEST_SUITE_P(Parts, EveryArticle, testing::ValuesIn(parts));

// Sections with a heading and a text, under the names of lists of articles, are parts of what has a
// title, and a date or an author; what has facts of its own is an article.
constexpr ArticlesCase sections[] = {
    {R"({"title":"M","date":"2014-02-03","pages":[{"number":1,"text":"a"},{"number":2,"text":"b"}]})",
     "M: a / b"},
    {R"({"pages":[{"number":1,"text":"a"},{"number":2,"text":"b"}],"title":"M"})", "M: a / b"},
    {R"({"pages":[{"text":"a"},{"text":"b"}]})", "-: a; -: b"},
    {R"({"title":"My site","pages":[{"title":"A","text":"a"},{"title":"B","text":"b"}]})",
     "A: a; B: b"},
    {R"({"title":"M","parts":[{"text":"a"},{"text":"b"}]})", "M: a / b"},
    {R"({"title":"M","chapters":[{"text":"a"},{"text":"b"}]})", "M: a / b"},
    {R"({"title":"Live","date":"2014","entries":[{"title":"10:00","text":"a"},
        {"title":"10:05","text":"b"}]})",
     "Live: 10:00 / a / 10:05 / b"},
    {R"({"items":[{"title":"A","text":"a"},{"title":"B","text":"b"}],"title":"Ten books",
        "author":"Maud"})",
     "Ten books: A / a / B / b"},
    {R"({"title":"M","author":"Maud","body":"m","list":[{"title":"A","text":"a"}]})",
     "M: m / A / a"},
    {R"([{"title":"M","author":"Maud","items":[{"title":"A","text":"a"}]},{"title":"N","body":"n"}])",
     "M: A / a; N: n"},
    {R"({"data":{"title":"M","author":"Maud","items":[{"title":"A","text":"a"}]}})", "M: A / a"},
    {R"({"articles":[{"title":"M","author":"Maud","items":[{"title":"A","text":"a"}]}]})",
     "M: A / a"},
    {R"({"title":"My site","author":"Maud","items":[{"title":"A","text":"a","url":"https://a.example/a"},
        {"title":"B","text":"b","url":"https://a.example/b"}]})",
     "A: a; B: b"},
    {R"({"title":"My site","author":"Maud","items":[{"title":"A","text":"a","id":1},
        {"title":"B","text":"b"}]})",
     "A: a; B: b"},
    {R"({"title":"Live","date":"2014","entries":[{"title":"A","text":"a","date":"2014-02-03"}]})",
     "A: a"},
    {R"({"title":"My site","items":[{"title":"A","text":"a"},{"title":"B","text":"b"}]})",
     "A: a; B: b"},
    {R"({"title":"My site","author":"Maud","articles":[{"title":"A","text":"a"}]})", "A: a"},
    {R"({"title":"Ten books","date":"2014","author":"Maud","list":[{"title":"A","text":"a","id":1}]})",
     "A: a; Ten books"},
    {R"([{"title":"M","date":"2014","author":"Maud","related":[{"title":"A","text":"a"}]}])",
     "A: a; M"},
};
INSTANTIATE_TEST_SUITE_P(Sections, EveryArticle, testing::ValuesIn(sections));

// A field that is no text gives way to one that is.
constexpr ArticlesCase fields[] = {
    {R"({"title":"M","body":true,"text":"m"})", "M: m"},
    {R"({"title":"M","body":5,"text":"m"})", "M: m"},
    {R"({"title":"M","body":{"id":7},"text":"m"})", "M: m"},
    {R"({"title":"M","body":{"html":"","text":"m"}})", "M: m"},
    {R"({"title":"M","body":{"text":"","html":"<p>m</p>"}})", "M: m"},
    {R"({"title":"M","body":true})", "M"},
    {R"({"title":"M","body":1984})", "M: 1984"},
    {R"({"title":true,"headline":"M","body":"m"})", "M: m"},
    {R"({"title":{"id":7},"headline":"M","body":"m"})", "M: m"},
    {R"({"title":["M"],"body":"m"})", "M: m"},
    {R"({"title":["M","N"],"body":"m"})", "M / N: m"},
    {R"({"body":true})", "!neither a title nor a body"},
    {R"({"title":" ","body":"\u200b"})", "!nothing to read: its title and body are blank"},
    {R"({"title":"\u00ad\u2060","body":["\u3164","\u2800"]})",
     "!nothing to read: its title and body are blank"},
    {R"({"title":"M","body":["\u200b","m"]})", "M: m"},
};
INSTANTIATE_TEST_SUITE_P(Fields, EveryArticle, testing::ValuesIn(fields));

TEST(JsonArticles, AreCalledEachByANumberOfItsOwn) {
  const ReadText all = read_text_as("a.json", R"({"title":"M","body":"m","items":[
      {"title":"A","body":"a"},{"title":"B","body":"b","items":[{"title":"C","body":"c"}]}]})");
  std::string called;
  for (const Article& article : all.articles) called += article.title + "=" + article.id + " ";
  EXPECT_EQ(called, "A=a.json B=a.json#2 C=a.json#3 M=a.json#4 ");
}

TEST(JsonArticles, TellWhichOfThemAreLeftOut) {
  const std::string text =
      R"({"title":"M","body":"The tide is in.","sidebar":{"title":"A","text":"The ebb."}})";
  std::vector<Found> all;
  const Sink sink{[&](Found&& found) { all.push_back(std::move(found)); }, [](Rejected&&) {}, true};
  std::istringstream in(text);
  choose_reader(text, "a.json")->read(in, "a.json", sink);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].left.articles, 1U);
  EXPECT_EQ(all[0].left.words.at("another article"), 3U);
  ASSERT_EQ(all[0].explanation.blocks.size(), 2U);
  EXPECT_EQ(all[0].explanation.blocks[1].why, "another article");
  EXPECT_EQ(all[0].explanation.blocks[1].text, "A The ebb.");
}

TEST(JsonArticles, AreToldWhereTheTextBesideThemIsPartOfNone) {
  const std::string text =
      "The harbour master closed the gates before the storm came up from the south, and the boats "
      "that were still out had to wait behind the island until the morning, when the wind had gone "
      "down and the pilots could see the buoys again.";
  EXPECT_EQ(read_articles("a.json", R"({"months":{"may":[{"title":"A","body":"a"}],"note":")" +
                                        text + R"("},"x":{"title":"B","body":")" + text + R"("}})"),
            "A: a; B: " + text + "; !\"months\" text beside the articles is part of none");
}

// The API of MediaWiki.
TEST(JsonArticles, ArePagesWithARevision) {
  for (const std::string text :
       {R"({"query":{"pages":{"12":{"pageid":12,"title":"A","revisions":[{"timestamp":
           "2014-02-03T10:00:00Z","slots":{"main":{"contentmodel":"wikitext","*":"a"}}}]}}}})",
        R"({"query":{"pages":[{"title":"A","revisions":[{"timestamp":"2014-02-03T10:00:00Z",
           "content":"a"}]}]}})"}) {
    const ReadText all = read_text_as("a.json", text);
    ASSERT_EQ(all.articles.size(), 1U) << text;
    EXPECT_EQ(all.articles[0].title, "A") << text;
    EXPECT_EQ(in_one_line(all.articles[0].body), "a") << text;
    EXPECT_EQ(all.articles[0].modified, "2014-02-03T10:00:00Z") << text;
  }
}

// Wagtail has it in "meta", where other systems note when they fetched a page.
TEST(JsonArticles, HaveTheDateOfPublicationBesideThem) {
  const std::pair<const char*, const char*> cases[] = {
      {R"({"title":"M","body":"m","meta":{"first_published_at":"2014-02-03"}})", "2014-02-03"},
      {R"({"title":"M","body":"m","date":"2014-02-04","meta":{"published_at":"2014-02-03"}})",
       "2014-02-04"},
      {R"({"title":"M","body":"m","meta":{"timestamp":"2014-02-03","title":"N"}})", ""},
  };
  for (const auto& [text, date] : cases) {
    const ReadText all = read_text_as("a.json", text);
    ASSERT_EQ(all.articles.size(), 1U) << text;
    EXPECT_EQ(all.articles[0].title, "M") << text;
    EXPECT_EQ(all.articles[0].published, date) << text;
  }
}

// A part of a text that is an article by its looks, but is read nowhere.
TEST(JsonArticles, AreToldWhereATextHasThemAndDoesNotSayThem) {
  const std::string text =
      R"({"title":"M","blocks":[{"type":"text","text":"The tide is in."},{"type":"image","inset":{
          "title":"A","text":"The harbour master closed the gates before the storm came up."}}]})";
  std::vector<Found> all;
  const Sink sink{[&](Found&& found) { all.push_back(std::move(found)); }, [](Rejected&&) {}};
  std::istringstream in(text);
  choose_reader(text, "a.json")->read(in, "a.json", sink);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].left.words["in a field that was not read"], 11U);
}

TEST(JsonArticles, AreCalledApartInDocumentsBehindOneAnother) {
  const ReadText all = read_text_as("a.json", R"({"title":"A"}[{"title":"B"}]{"title":"C"})");
  std::string called;
  for (const Article& article : all.articles) called += article.title + "=" + article.id + " ";
  EXPECT_EQ(called, "A=a.json B=a.json#2 C=a.json#3 ");
}

// Elasticsearch's bulk format has a line before each article that says what to do with it.
TEST(JsonArticles, FollowTheirBulkActions) {
  EXPECT_EQ(read_articles("a.jsonl", R"({"index":{"_id":"1"}}
{"title":"A","body":"a"}
{"create":{}}
{"title":"B","body":"b"})"),
            "A: a; B: b");
}

// Lists in lists, objects in objects, names that mean something on every level.
TEST(JsonArticles, AreFoundInBoundedTime) {
  for (const std::string name : {"children", "data", "articles", "content", "x", "items", "meta"}) {
    std::string text, end;
    for (int i = 0; i < 31; ++i) {
      text += "{\"" + name + "\":[";
      end = "]}" + end;
    }
    std::string wide = "0";
    for (int i = 0; i < 100'000; ++i) wide += ",{\"type\":[{}]}";
    EXPECT_EQ(read_text_as("a.json", text + wide + end).articles.size(), 0U) << name;
    EXPECT_LE(read_text_as("a.json", text + "{\"text\":\"t\"}" + end).articles.size(), 1U) << name;
  }
}

}  // namespace
}  // namespace backfile
