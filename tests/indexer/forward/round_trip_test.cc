// What is stored comes back, byte for byte, whatever it is.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "indexer/text/unicode.h"
#include "tests/indexer/forward/built.h"
#include "tests/indexer/forward/random_articles.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

void expect_same_text(const Article& stored, const Article& back) {
  EXPECT_EQ(stored.title, back.title);
  EXPECT_EQ(stored.subtitle, back.subtitle);
  EXPECT_EQ(stored.author, back.author);
  EXPECT_EQ(stored.body, back.body);
  EXPECT_EQ(stored.captions, back.captions);
}

void expect_all_back(const std::vector<Article>& articles, std::size_t per_run = 1000) {
  const test::BuiltForward built(articles, per_run);
  ASSERT_EQ(built->size(), articles.size());
  for (std::uint32_t docid = 1; docid <= built->size(); ++docid) {
    Article back = test::article_of("", "left over", {"left over"});
    built->read_text(docid, back);
    expect_same_text(articles[docid - 1], back);
    const RecordFacts& facts = built->facts(docid);
    EXPECT_EQ(built->lexicon().language_called(facts.language), articles[docid - 1].language);
    if (testing::Test::HasFailure()) return;
  }
  built->verify([] {});
}

TEST(ForwardRoundTrip, HasEveryFieldAndParagraph) {
  Article article = test::article_of("en", "Storm hits base", {"One.", "Two two?", "", "Three"});
  article.subtitle = "A standfirst, with S-400s";
  article.author = {"Ada Quill", "", "B. O’Harl"};
  article.captions = {"The pier.", "The U.S. pier"};
  expect_all_back({article, Article{}, test::article_of("", "", {}), article});
}

TEST(ForwardRoundTrip, KeepsAnIndexWithoutArticles) {
  expect_all_back({});
}

TEST(ForwardRoundTrip, KeepsTextsThatAreHardlyText) {
  std::string long_word(1'000'000, 'x'), marks = "U.S.", dots(300'000, '.'), han;
  for (int i = 0; i < 100'000; ++i) marks += "\u0301";
  for (int i = 0; i < 100'000; ++i) han += i % 3 == 0 ? "大" : i % 3 == 1 ? "\u3099" : "橋";
  std::vector<Article> articles;
  for (const std::string& text : {std::string(" ... --- !?\n\n“”"),
                                  std::string(" "),
                                  std::string("."),
                                  std::string("。"),
                                  std::string("a"),
                                  std::string("大"),
                                  std::string("大。"),
                                  std::string("\n"),
                                  long_word,
                                  "a " + long_word + " b",
                                  marks + " law",
                                  dots,
                                  han,
                                  std::string("so\u00ADft\u00AD\u00AD"),
                                  std::string("\u200B\u200Bzero\u200Bwidth\u200B"),
                                  std::string("e\u0301 o\u0308\u0304."),
                                  std::string("\u0301a\u0301"),
                                  std::string("ﬁne ﬂag ﷺ Ǆ"),
                                  std::string("\u115F \u3164a"),
                                  std::string("\uFEFF\u2060x\u202Ey"),
                                  std::string("\U0001F1E9\U0001F1EA\u200D\U0001F600"),
                                  std::string("A\tB  C   D\r\nE"),
                                  std::string("AT&T's S-400's U.S.'s 1980's C++ F#.")}) {
    articles.push_back(test::article_of("en", text, {text, text}));
    articles.push_back(test::article_of("zh", "", {text}));
  }
  expect_all_back(articles);
}

TEST(ForwardRoundTrip, KeepsEveryKindOfRepairedBytes) {
  std::mt19937 random(5);
  std::vector<Article> articles;
  for (int i = 0; i < 500; ++i) {
    std::string bytes(random() % 60, '\0');
    for (char& byte : bytes)
      byte = static_cast<char>(random() % 3 == 0 ? random() % 128 : random());
    articles.push_back(test::article_of("en", repair_utf8(bytes), {repair_utf8(bytes)}));
  }
  expect_all_back(articles);
}

TEST(ForwardRoundTrip, KeepsRandomTextInTenScripts) {
  expect_all_back(test::random_articles(21, 6000), 700);
}

// Forms beyond the short codes: more than 61,432 of them.
TEST(ForwardRoundTrip, KeepsRareForms) {
  std::mt19937 random(3);
  std::vector<Article> articles;
  for (int i = 0; i < 400; ++i) {
    std::string text;
    for (int w = 0; w < 600; ++w) text += "w" + std::to_string(random() % 150'000) + " the ";
    articles.push_back(test::article_of("en", "rare", {text}));
  }
  const test::BuiltForward built(articles, 90);
  ASSERT_GT(built->rare_positions(), 1000U);
  for (std::uint32_t docid = 1; docid <= built->size(); ++docid) {
    Article back;
    built->read_text(docid, back);
    ASSERT_EQ(back.body, articles[docid - 1].body);
  }
  const Record record = built->record(77);
  std::vector<FormId> ids;
  built->read_ids(record, ids);
  for (std::uint32_t i = 0; i < ids.size(); ++i) ASSERT_EQ(built->form_at(record, i), ids[i]);
}

std::vector<Article> articles_in(const fs::path& jsonl, const std::string& language) {
  std::vector<Article> articles;
  std::ifstream file(jsonl);
  for (std::string line; std::getline(file, line);) {
    const auto object = nlohmann::json::parse(line);
    const auto& body = object.at("body");
    Article article = test::article_of(language, repair_utf8(object.value("title", "")), {});
    if (body.is_string()) {
      article.body = {repair_utf8(body.get<std::string>())};
    } else {
      for (const std::string paragraph : body) article.body.push_back(repair_utf8(paragraph));
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

TEST(ForwardRoundTrip, KeepsRealText) {
  const char* data = std::getenv("BACKFILE_TEST_DATA");
  if (!data) GTEST_SKIP() << "set BACKFILE_TEST_DATA to a folder of real text";
  std::vector<Article> articles;
  for (const char* language : {"en", "de", "ru", "zh"}) {
    for (Article& article :
         articles_in(fs::path(data) / "judged" / ("xquad-" + std::string(language)) / "docs.jsonl",
                     language)) {
      articles.push_back(std::move(article));
    }
  }
  for (Article& article : articles_in(fs::path(data) / "judged/time/docs.jsonl", "en")) {
    articles.push_back(std::move(article));
  }
  ASSERT_GT(articles.size(), 1000U);
  expect_all_back(articles, 300);
}

}  // namespace
}  // namespace backfile
