// Keys, rejections, and articles as JSON and as bytes of the index.
#include "indexer/article/article.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "indexer/base/compress.h"
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

TEST(EncodeArticle, GivesBackTheSameArticleWhateverItsLength) {
  // Around 8 KB lies a fault of the library's own compression that ours must not share.
  std::mt19937 random(1);
  for (const std::size_t length : {0U, 1U, 8191U, 8192U, 8193U, 100'000U, 5'000'000U}) {
    SCOPED_TRACE(length);
    Article article = whole_article();
    article.body = {std::string(length, 'a')};
    for (char& letter : article.body[0]) letter = static_cast<char>('a' + random() % 26);
    EXPECT_EQ(decode_article(encode_article(article)), article);
  }
}

TEST(DecodeArticle, RefusesEveryDamagedByte) {
  const std::string bytes = encode_article(whole_article());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    EXPECT_THROW(decode_article(damaged), Failure) << "byte " << i;
    EXPECT_THROW(decode_article(bytes.substr(0, i)), Failure) << "cut at " << i;
  }
}

TEST(DecodeArticle, RefusesJsonThatIsNoArticle) {
  for (const char* json : {"", "[", "[1]", "\"text\"", "{\"title\": 7}", "{\"body\": [[]]}"}) {
    SCOPED_TRACE(json);
    EXPECT_THROW(decode_article(compress(json)), Failure);
  }
}

TEST(Compress, MakesTextSmaller) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "the same again ";
  EXPECT_LT(compress(text).size(), text.size() / 20);
}

}  // namespace
}  // namespace backfile
