// Every article is found by its docid, its key and its id; a damaged file says so.
#include "indexer/index/catalogue.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "indexer/base/failure.h"
#include "indexer/forward/article_text.h"
#include "tests/indexer/index/built_catalogue.h"

namespace backfile {
namespace {

Article numbered(int number) {
  Article article;
  article.id = "story " + std::to_string(number % 50);  // twins
  article.identity = "example " + std::to_string(number);
  article.url = "https://example.org/news/" + std::to_string(number);
  article.title = "Title " + std::to_string(number);
  article.published = "2014-03-0" + std::to_string(1 + number % 9);
  article.published_by = {"<time> beside the headline", "3 May 2014"};
  article.tags = std::vector<std::string>(static_cast<std::size_t>(number % 3), "harbour");
  article.body = {"Words " + std::to_string(number)};
  article.license = "All rights of this story stay with Harbour News of Example Town";
  return article;
}

std::vector<Article> numbered_articles(int count) {
  std::vector<Article> articles;
  for (int number = 0; number < count; ++number) articles.push_back(numbered(number));
  return articles;
}

TEST(Catalogue, HasTheFactsOfEveryArticle) {
  for (const int count : {1, 31, 32, 33, 64, 65, 2000}) {
    SCOPED_TRACE(count);
    const std::vector<Article> articles = numbered_articles(count);
    const test::BuiltCatalogue built(articles, 700);
    const Catalogue catalogue = built.open();
    ASSERT_EQ(catalogue.size(), articles.size());
    for (std::uint32_t docid = 1; docid <= catalogue.size(); ++docid) {
      ASSERT_EQ(catalogue.facts(docid), without_text(articles[docid - 1])) << docid;
      ASSERT_EQ(catalogue.find(article_key(articles[docid - 1])), docid);
    }
    EXPECT_THROW(catalogue.facts(0), Failure);
    EXPECT_THROW(catalogue.facts(catalogue.size() + 1), Failure);
    catalogue.verify([] {});
  }
}

TEST(Catalogue, OfNoArticlesFindsNone) {
  const test::BuiltCatalogue built(std::span<const Article>{});
  const Catalogue catalogue = built.open();
  EXPECT_EQ(catalogue.size(), 0U);
  EXPECT_EQ(catalogue.find(article_key(numbered(1))), std::nullopt);
  EXPECT_EQ(catalogue.called("story 1"), 0U);
  catalogue.verify([] {});
}

TEST(Catalogue, CountsArticlesThatAreCalledAlike) {
  const test::BuiltCatalogue built(numbered_articles(110));
  const Catalogue catalogue = built.open();
  EXPECT_EQ(catalogue.called("story 1"), 3U);
  EXPECT_EQ(catalogue.called("story 11"), 2U);
  EXPECT_EQ(catalogue.called("story"), 0U);
  EXPECT_EQ(catalogue.called(""), 0U);
}

TEST(Catalogue, FindsNothingByWhatIsNoKey) {
  const test::BuiltCatalogue built(numbered_articles(110));
  const Catalogue catalogue = built.open();
  const std::string key = article_key(numbered(7));
  std::string close = key;
  close.back() = close.back() == 'a' ? 'b' : 'a';  // begins with the same number
  for (const std::string& other :
       {close, key.substr(1), key + "a", std::string(), std::string(16, '1'),
        std::string(16, '\xC3'), std::string(16, '\0'), std::string(16, 'A')}) {
    EXPECT_EQ(catalogue.find(other), std::nullopt) << other;
  }
}

TEST(Catalogue, KeepsOnceWhatArticlesShare) {
  const test::BuiltCatalogue few(numbered_articles(50)), many(numbered_articles(4000));
  const auto bytes_an_article = [](const Catalogue& catalogue) {
    return (catalogue.file().size() - sizeof(FileHeader)) / catalogue.size();
  };
  EXPECT_LT(bytes_an_article(many.open()), bytes_an_article(few.open()) * 2 / 3);
}

TEST(Catalogue, NamesTheFileThatIsDamaged) {
  const test::BuiltCatalogue built(numbered_articles(300));
  std::string bytes;
  {
    std::ifstream in(built.file(), std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    std::string damaged = bytes;
    const std::size_t place = sizeof(FileHeader) + random() % (bytes.size() - sizeof(FileHeader));
    damaged[place] = static_cast<char>(damaged[place] ^ (1 << random() % 8));
    std::ofstream(built.file(), std::ios::binary | std::ios::trunc) << damaged;
    try {
      built.open().verify([] {});
      ADD_FAILURE() << "byte " << place;
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Exit::corrupt);
      EXPECT_NE(std::string(failure.what()).find(built.file().string()), std::string::npos)
          << failure.what();
    }
  }
}

TEST(Catalogue, OfAnotherLexiconIsRefused) {
  const test::BuiltCatalogue built(numbered_articles(30));
  std::vector<Article> others = numbered_articles(30);
  others[3].body = {"Quite another story"};
  const test::BuiltCatalogue other(others);
  EXPECT_THROW(Catalogue(built.file().parent_path(), other.forward()), Failure);
}

}  // namespace
}  // namespace backfile
