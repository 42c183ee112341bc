// The story of a node of JSON:API stands in the resources that it refers to.
#include "indexer/readers/json/shapes/included.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

// "1: a / b; 2: c" of all articles, then what is rejected.
std::string read_all(const std::string& text) {
  const ReadText all = read_text_as("a.json", text);
  std::string read;
  for (const Article& article : all.articles)
    read += article.title + ": " + in_one_line(article.body) + "; ";
  for (const Rejected& one : all.rejected) read += "!" + one.place + " " + one.reason;
  return read;
}

std::string node(const std::string& title, const std::string& body, const std::string& parts) {
  std::string references;
  for (const char part : parts) {
    references += references.empty() ? "" : ",";
    references += R"({"type":"paragraph--text","id":")" + std::string(1, part) + "\"}";
  }
  return R"({"type":"node--article","id":")" + title + R"(","attributes":{"title":")" + title +
         R"(","body":)" + body + R"(},"relationships":{"field_parts":{"data":[)" + references +
         R"(]},"uid":{"data":{"type":"user--user","id":"u"}}}})";
}

const std::string included =
    R"([{"type":"user--user","id":"u","attributes":{"display_name":"Maud Ferrier of the port"}},
        {"type":"paragraph--text","id":"p","attributes":{"langcode":"en","status":true,
         "field_text":{"value":"<p>The tide came.</p><p>It stayed.</p>","format":"html"}}},
        {"type":"paragraph--text","id":"q","attributes":{"field_title":"At noon",
         "field_text":"It went."},
         "relationships":{"field_more":{"data":{"type":"paragraph--text","id":"p"}}}}])";

TEST(Included, PartsOfAnArticleAreItsText) {
  const struct {
    std::string data, read;
  } cases[] = {
      {"[" + node("A", "null", "p") + "]", "A: The tide came. / It stayed.; "},
      {node("A", "null", "p"), "A: The tide came. / It stayed.; "},
      {"[" + node("A", R"({"value":"<p>High.</p>"})", "p") + "," + node("B", "null", "") + "]",
       "A: High. / The tide came. / It stayed.; B: ; "},
      {"[" + node("A", "null", "pq") + "]",
       "A: The tide came. / It stayed. / At noon / It went.; "},
      {"[" + node("A", "null", "q") + "]", "A: At noon / It went. / The tide came. / It stayed.; "},
      {"[" + node("A", "null", "x") + "]", "A: ; "},
  };
  for (const auto& row : cases) {
    EXPECT_EQ(read_all("{\"data\":" + row.data + ",\"included\":" + included + "}"), row.read);
    EXPECT_EQ(read_all("{\"included\":" + included + ",\"data\":" + row.data + "}"), row.read);
  }
}

TEST(Included, TextThatNoArticleRefersToIsTold) {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "The tide came in once more. ";
  const std::string part =
      R"([{"type":"paragraph--text","id":"p","attributes":{"field_text":{"value":")" + text +
      "\"}}}]";
  const std::string told = "!\"included\" text beside the articles is part of none";
  EXPECT_EQ(read_all("{\"data\":[" + node("A", "null", "") + "],\"included\":" + part + "}"),
            "A: ; " + told);
  EXPECT_EQ(read_all("{\"articles\":[{\"title\":\"A\",\"body\":\"a\"}],\"note\":\"" + text + "\"}"),
            "A: a; !\"note\" text beside the articles is part of none");
  EXPECT_EQ(read_all("{\"articles\":[{\"title\":\"A\",\"body\":\"a\"}],\"description\":\"" + text +
                     "\",\"license_note\":\"" + text + "\"}"),
            "A: a; ");
}

// Each refers to the next, and the last to the first.
TEST(Included, PartsInACircleEnd) {
  nlohmann::json list = nlohmann::json::array();
  for (int i = 0; i < 100; ++i) {
    const nlohmann::json next = {{"type", "paragraph"}, {"id", (i + 1) % 100}};
    list.push_back({{"type", "paragraph"},
                    {"id", i},
                    {"attributes", {{"text", "Round and round."}}},
                    {"relationships", {{"next", {{"data", {next, next}}}}}}});
  }
  Included all(list);
  nlohmann::json article = list[0];
  all.add_parts(article);
  EXPECT_EQ(article["contentblocks"].size(), 8U);
  EXPECT_EQ(all.rest().size(), 92U);
}

// Everybody refers to all, and all to each other.
TEST(Included, IsReadInBoundedTime) {
  nlohmann::json references = nlohmann::json::array(), list = references, data = references;
  for (int i = 0; i < 150; ++i) references.push_back({{"type", "paragraph"}, {"id", i}});
  const nlohmann::json relationships = {{"all", {{"data", references}}}};
  for (int i = 0; i < 150; ++i) {
    const std::string text = "Round and round. " + std::string(1000, 'x');
    list.push_back({{"type", "paragraph"},
                    {"id", i},
                    {"attributes", {{"text", text}}},
                    {"relationships", relationships}});
    data.push_back({{"type", "node"},
                    {"id", i},
                    {"attributes", {{"title", "A"}}},
                    {"relationships", relationships}});
  }
  const nlohmann::json document = {{"data", data}, {"included", list}};
  EXPECT_EQ(read_text_as("a.json", document.dump()).articles.size(), 150U);
}

}  // namespace
}  // namespace backfile
