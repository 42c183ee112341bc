// An article comes back whole from the two halves of an index, or not at all.
#include "indexer/index/stored_article.h"

#include <gtest/gtest.h>

#include <array>

#include "indexer/base/failure.h"
#include "indexer/forward/building/forward_run.h"
#include "indexer/forward/building/join_runs.h"
#include "indexer/index/schema.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

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

class StoredArticle : public testing::Test {
 protected:
  void write(const std::vector<Article>& articles) {
    ForwardRun run(directory_.path() / "run");
    Analyzer analyzer;
    for (const Article& article : articles) {
      database_.add_document(to_document(article, analyzer));
      run.add(article, {content_hash(article), "test 1"});
    }
    run.finish();
    fs::create_directory(forward());
    join_runs(std::array{directory_.path() / "run"}, forward(), analyzer_fingerprint(), [] {});
  }
  fs::path forward() const { return directory_.path() / "forward"; }

  TemporaryDirectory directory_;
  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
};

TEST_F(StoredArticle, ComesBackByteForByteFromItsTwoHalves) {
  Article blank;
  blank.id = "2";
  blank.body = {"\u00a0", "...", "\u5927\u6865\u901a\u8f66\u3002"};
  write({storm(), blank});
  const ForwardIndex opened(forward());
  EXPECT_EQ(stored_article(database_, opened, 1), storm());
  EXPECT_EQ(stored_article(database_, opened, 2), blank);
  EXPECT_EQ(stored_facts(database_, 1).published, "1987-03-05");
  EXPECT_EQ(stored_facts(database_, 1).title, "");
  EXPECT_EQ(opened.facts(1).content_hash, content_hash(storm()));
  EXPECT_NE(opened.facts(1).content_hash, opened.facts(2).content_hash);
  EXPECT_EQ(opened.reader_called(opened.facts(1).reader), "test 1");
}

TEST_F(StoredArticle, SaysWhatIsMissing) {
  write({storm()});
  const ForwardIndex opened(forward());
  EXPECT_THROW(stored_article(database_, opened, 2), Xapian::DocNotFoundError);
  database_.add_document(Xapian::Document());
  EXPECT_THROW(stored_article(database_, opened, 2), Failure) << "one half has it, the other not";
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
