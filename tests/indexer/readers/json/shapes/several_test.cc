// Tables by columns and stories in several languages are read article by article.
#include "indexer/readers/json/shapes/several.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

struct Case {
  const char *text, *read;
};

// "A 2014-02-03 en: a / b" of each article, then what is rejected.
std::string read_all(const std::string& text) {
  const ReadText all = read_text_as("a.json", text);
  std::string read;
  const auto add = [&](const std::string& one) { read += (read.empty() ? "" : "; ") + one; };
  for (const Article& article : all.articles) {
    const std::string date = article.published.empty() ? "" : " " + article.published;
    const std::string language = article.language.empty() ? "" : " " + article.language;
    add((article.title.empty() ? "-" : article.title) + date + language +
        (article.body.empty() ? "" : ": " + in_one_line(article.body)));
  }
  for (const Rejected& one : all.rejected)
    add("!" + one.place + (one.place.empty() ? "" : " ") + one.reason);
  return read;
}

class SeveralArticles : public testing::TestWithParam<Case> {};

TEST_P(SeveralArticles, AreReadEach) {
  EXPECT_EQ(read_all(GetParam().text), GetParam().read) << GetParam().text;
}

// pandas: DataFrame.to_json().
constexpr Case columns[] = {
    {R"({"title":{"0":"A","1":"B"},"body":{"0":"a","1":"b"},"date":{"0":"2014-02-03","1":null}})",
     "A 2014-02-03: a; B: b"},
    {R"({"Text":{"2":"a","10":"b"},"Headline":{"2":"A","10":"B"}})", "A: a; B: b"},
    {R"({"title":{"0":"A","1":"B"},"body":{"0":"a"}})", "A: a; B"},
    {R"({"columns":["title","body"],"index":[0,1],"data":[["A","a"],["B","b"]]})", "A: a; B: b"},
    {R"({"columns":["title","body"],"data":[["A"]]})", "!article 1 this is not a JSON object"},
    {R"({"x":{"0":"A"},"y":{"0":"B"}})", "!neither a title nor a body"},
    // orient="list"
    {R"({"title":["A","B"],"body":["a","b"],"date":["2014-02-03",null]})", "A 2014-02-03: a; B: b"},
    {R"({"Headline":["A","B","C"],"Text":["a","b",""]})", "A: a; B: b; C"},
    {R"({"title":["A","B"],"body":["a","b"]})", "A / B: a / b"},
    {R"({"title":["A"],"body":["a","b"],"date":["2014-02-03"]})", "A 2014-02-03: a / b"},
    {R"({"title":["A","A","A"],"body":["a","b","c"]})", "A / A / A: a / b / c"},
    {R"({"title":["A","B"],"body":["a","b"],"date":["2014-02-03","2014-02-04"],"source":"M"})",
     "A / B 2014-02-03: a / b"},
};
INSTANTIATE_TEST_SUITE_P(Columns, SeveralArticles, testing::ValuesIn(columns));

// Contentful, with locale=*.
constexpr Case languages[] = {
    {R"({"items":[{"fields":{"title":{"en-US":"A","de":"B"},"date":{"en-US":"2014-02-03"},
        "body":{"en-US":"a","de":"b"}}}]})",
     "B 2014-02-03 de: b; A 2014-02-03 en: a"},
    {R"({"title":{"fr":"A"},"body":{"fr":"a"}})", "A fr: a"},
    {R"({"title":{"fr":"A","de":"B"},"body":{"fr":"a"}})", "A fr: a"},
    {R"({"title":{"fr":"A","de":"B"},"body":"a"})", "B de: a"},
    {R"({"title":{"main":"A"},"body":{"en":"It ebbs.","de":"Es ebbt."}})",
     "A: Es ebbt. / It ebbs."},
    {R"({"title":{"id":7},"headline":"M","body":"m"})", "M: m"},
};
INSTANTIATE_TEST_SUITE_P(Languages, SeveralArticles, testing::ValuesIn(languages));

// Notion, with the blocks of each page put into it.
constexpr Case properties[] = {
    {R"({"results":[{"object":"page","id":"7","properties":{"Headline":{"id":"title","title":[
        {"plain_text":"A "},{"plain_text":"B"}]},"When":{"date":{"start":"2014-02-03"}}},"children":[
        {"type":"paragraph","paragraph":{"rich_text":[{"plain_text":"It ebbs."}]}}]}]})",
     "A B 2014-02-03: It ebbs."},
    {R"([{"object":"page","properties":{"Name":{"title":[{"plain_text":"A"}]}}}])", "A"},
};
INSTANTIATE_TEST_SUITE_P(Properties, SeveralArticles, testing::ValuesIn(properties));

// The tables of WordPress: by WP-CLI, by phpMyAdmin, inside of other programs' envelopes.
constexpr Case tables[] = {
    {R"([{"ID":"1","post_author":"1","post_title":"A","post_content":"a\n\n<b>b</b> c\n\nd",
        "post_date":"2014-02-03 10:00:00","post_status":"publish","post_name":"a"}])",
     "A 2014-02-03T10:00:00: a / b c / d"},
    {R"([{"post":{"post_title":"A","post_content":"a","post_excerpt":"e"}}])", "A: a"},
    {R"([{"ID":5,"post_title":"A","post_status":"draft"}])", "!article 1 marked as a draft"},
    {R"([{"type":"header","version":"5.1"},{"type":"database","name":"wp"},
        {"type":"table","name":"wp_terms","data":[{"term_id":"1","name":"News"}]},
        {"type":"table","name":"wp_posts","data":[
        {"ID":"1","post_title":"A","post_content":"a","post_status":"publish"},
        {"ID":"2","post_title":"A","post_content":"a","post_status":"inherit"}]}])",
     "A: a; !table \"wp_terms\" a table without articles; "
     "!article 6 marked as not published: inherit"},
};
INSTANTIATE_TEST_SUITE_P(Tables, SeveralArticles, testing::ValuesIn(tables));

// Facts as libraries and newspapers' interfaces give them.
TEST(JsonFacts, AreReadFromTheFormsOfInterfaces) {
  const auto read = [](const std::string& members) {
    return read_one("a.json", "{\"title\":\"T\",\"body\":\"b\"," + members + "}");
  };
  EXPECT_EQ(in_one_line(read(R"("keywords":[{"name":"glocations","value":"Lowmark"},
      {"name":"persons","value":"Ferrier, Maud","rank":2}])")
                            .tags),
            "Lowmark / Ferrier, Maud");
  EXPECT_EQ(in_one_line(read(R"("keywords":[{"name":"ports"}])").tags), "ports");
  for (const char* name : {"Ferrier, Maud, 1880-1944", "Ferrier, Maud, 1880-", "Maud Ferrier",
                           "Ferrier, Maud, 1880-1944."}) {
    EXPECT_EQ(in_one_line(read("\"dc:creator\":\"" + std::string(name) + "\"").author),
              "Maud Ferrier")
        << name;
  }
  EXPECT_EQ(read(R"("fields":{"byline":"Maud Ferrier"})").author.size(), 1U);
  EXPECT_EQ(read_one("a.json", R"({"dc:title":"T","dc:date":"1923"})").published, "1923");
}

}  // namespace
}  // namespace backfile
