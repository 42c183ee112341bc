// Keys, rejections, and articles as JSON and as bytes of the index.
#include "indexer/article/article.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

Article whole_article() {
  Article article;
  article.id = "17";
  article.identity = "source The Example\n17";
  article.url = "https://example.org/a";
  article.title = "Ärger in «Köln»\twith a tab";
  article.subtitle = "What \\ happened";
  article.author = {"Ann Ωmega", "Bo"};
  article.published = "2019-03-31T10:00:00Z";
  article.modified = "2020";
  article.section = "Politics";
  article.tags = {"a", "b c"};
  article.language = "de";
  article.license = "CC0";
  article.source = "The Example";
  article.body = {"First paragraph.", "Second,\nwith a line break.", "第三"};
  article.captions = {"A picture"};
  article.path = "a/b.jsonl:7";
  return article;
}

template <class Value>
concept MakesAKey = requires(const Value& value) {
  article_key(value);
};
static_assert(MakesAKey<Identity> && MakesAKey<Article>);
static_assert(!MakesAKey<std::string> && !MakesAKey<std::string_view> && !MakesAKey<const char*>,
              "ids, which two articles may share, make none");

TEST(ArticleKey, IsBase32OfTheHashOfTheIdentity) {
  // printf '' | sha256sum | xxd -r -p | head -c 10 | base32, and so on.
  struct Case {
    const char* identity;
    const char* key;
  };
  for (const Case& c : {Case{"", "4oymiquy7qobjgx3"}, Case{"abc", "xj4bnp4pahh6uqkb"}}) {
    SCOPED_TRACE(c.identity);
    EXPECT_EQ(article_key(Identity(c.identity)), c.key);
    Article article;
    article.id = c.identity;
    EXPECT_EQ(article_key(article), c.key) << "an id that is the identity";
    article.id = "17";
    article.identity = c.identity;
    if (!article.identity.empty()) {
      EXPECT_EQ(article_key(article), c.key);
    }
  }
}

TEST(RejectionOf, PutsWhatItKnowsOfTheArticleWhereItBelongs) {
  const Rejected rejected = rejection_of(whole_article(), "a reason");
  EXPECT_EQ(rejected.path, "a/b.jsonl");
  EXPECT_EQ(rejected.place, "line 7") << "as readers put it";
  EXPECT_EQ(rejected.reason, "a reason");
  EXPECT_EQ(rejected.id, "17");
  EXPECT_FALSE(rejected.kept);
}

TEST(RejectionOf, KnowsTheArticleOfAList) {
  Article article;
  article.path = "a/b.json#12";
  EXPECT_EQ(rejection_of(article, "").path, "a/b.json");
  EXPECT_EQ(rejection_of(article, "").place, "article 12");
}

TEST(RejectionOf, TakesNoOtherNameForAPlace) {
  for (const char* path :
       {"a/b.md", "2014-05:notes.md", "a:", ":x", "a:7b", "", "7", "#7", "Letter #7", "a#7b"}) {
    Article article;
    article.path = path;
    EXPECT_EQ(rejection_of(article, "").path, path);
    EXPECT_EQ(rejection_of(article, "").place, "");
  }
}

TEST(ArticleJson, HasTheFieldsOfTheDocumentationInTheirOrder) {
  const auto object = nlohmann::ordered_json::parse(to_json_line(whole_article()));
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  EXPECT_EQ(names,
            (std::vector<std::string>{"id", "key", "identity", "url", "title", "subtitle", "author",
                                      "published", "modified", "section", "tags", "language",
                                      "license", "source", "body", "captions", "path"}));
  EXPECT_EQ(object["key"], article_key(Identity("source The Example\n17")));
  EXPECT_EQ(object["body"][1], "Second,\nwith a line break.");
}

TEST(ArticleJson, SaysNullForAnUnknownDate) {
  const auto object = nlohmann::json::parse(to_json_line(Article()));
  EXPECT_TRUE(object["published"].is_null());
  EXPECT_TRUE(object["modified"].is_null());
  EXPECT_EQ(object["author"], nlohmann::json::array());
}

TEST(ArticleJson, IsOneLineWhateverTheTextHolds) {
  Article article = whole_article();
  article.body = {"a\nb\r\nc\u2028d"};
  EXPECT_EQ(to_json_line(article).find('\n'), std::string::npos);
  article.title = "broken \xff bytes";
  EXPECT_TRUE(nlohmann::json::accept(to_json_line(article)));
}

TEST(EncodeArticle, GivesBackTheSameArticle) {
  EXPECT_EQ(decode_article(encode_article(whole_article())), whole_article());
  EXPECT_EQ(decode_article(encode_article(Article())), Article());
}

TEST(DecodeArticle, RefusesWhateverIsNoArticle) {
  using namespace std::string_literals;
  const std::string cases[] = {
      "\0"s,                                        // no member has this number
      "\x63\1a"s,                                   // nor this
      "\1\5four"s,                                  // cut off
      "\1\x80"s,                                    // within a length
      "\2\1a\1\1b"s,                                // out of order
      "\1\1a\1\1b"s,                                // twice
      "\x0E\x02\1a"s,                               // one of two paragraphs
      "\x0E\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F"s,  // more than there can be
      "\x14\1\1\1"s,                                // half a region
      "\x14\1\1\xFF\xFF\xFF\xFF\xFF\1\1"s,          // a paragraph beyond 32 bits
  };
  for (const std::string& bytes : cases) {
    EXPECT_THROW(decode_article(bytes), Failure) << testing::PrintToString(bytes);
  }
}

TEST(DecodeArticle, EndsWellWhateverIsDamaged) {
  const std::string bytes = encode_article(whole_article());
  std::size_t refused = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const int flipped : {0x01, 0x55, 0x80}) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ flipped);
      try {
        EXPECT_NE(decode_article(damaged), whole_article());
      } catch (const Failure& failure) {
        EXPECT_EQ(failure.code(), Exit::corrupt);
        ++refused;
      }
    }
  }
  EXPECT_GT(refused, 0U);
}

}  // namespace
}  // namespace backfile
