// An article comes back whole from the files of an index, or not at all.
#include "indexer/index/stored_article.h"

#include <gtest/gtest.h>

#include "indexer/base/failure.h"
#include "tests/indexer/index/built_catalogue.h"

namespace backfile {
namespace {

Article storm() {
  Article article;
  article.id = "1";
  article.title = "Storm\u00a0over the\tharbour";
  article.author = {"Maud Ely"};
  article.published = "1987-03-05";
  article.published_by = {"<time>", "5 March"};
  article.language = "en";
  article.tags = {"weather"};
  article.body = {"\u201cIt broke,\u201d she said.", "", "  S-400s, e-mail ..."};
  article.captions = {"The mole"};
  return article;
}

TEST(StoredArticle, ComesBackByteForByte) {
  Article blank;
  blank.id = "2";
  blank.body = {"\u00a0", "...", "\u5927\u6865\u901a\u8f66\u3002"};
  const test::BuiltCatalogue built(std::vector{storm(), blank});
  const Catalogue catalogue = built.open();
  EXPECT_EQ(stored_article(catalogue, built.forward(), 1), storm());
  EXPECT_EQ(stored_article(catalogue, built.forward(), 2), blank);
  EXPECT_THROW(stored_article(catalogue, built.forward(), 3), Failure);
}

TEST(ContentHash, ChangesWithAnythingThatIsStored) {
  const ContentHash before = content_hash(storm());
  EXPECT_EQ(content_hash(storm()), before);
  for (const auto& member : {&Article::title, &Article::published, &Article::url, &Article::path}) {
    Article changed = storm();
    (changed.*member) += "x";
    EXPECT_NE(content_hash(changed), before);
  }
  for (const auto& member : {&Article::tags, &Article::body, &Article::captions}) {
    Article changed = storm();
    (changed.*member).front() += "x";
    EXPECT_NE(content_hash(changed), before);
  }
}

}  // namespace
}  // namespace backfile
