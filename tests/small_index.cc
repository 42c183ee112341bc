// Writes documents in the builder's order and publishes them, without the stages of a build.
#include "tests/small_index.h"

#include <unistd.h>

#include <xapian.h>
#include <algorithm>
#include <array>
#include <atomic>

#include "indexer/article/date.h"
#include "indexer/forward/building/forward_run.h"
#include "indexer/forward/building/join_runs.h"
#include "indexer/index/building/catalogue_run.h"
#include "indexer/index/building/columns_run.h"
#include "indexer/index/building/join_catalogue.h"
#include "indexer/index/building/join_columns.h"
#include "indexer/index/schema.h"
#include "indexer/text/stem.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

fs::path fresh_directory() {
  static std::atomic<int> count = 0;
  return fs::temp_directory_path() /
         ("backfile-small-index-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
}

PackedDay day_of_article(const Article& article) {
  const std::optional<Day> day = day_of(article.published);
  return day ? pack(*day) : 0;
}

// The order of every index: newest first, within a day as well, undated last, then by id.
bool comes_first(const Article& left, const Article& right) {
  const PackedDay left_day = day_of_article(left), right_day = day_of_article(right);
  if (left_day != right_day) return left_day > right_day;
  const auto left_instant = instant_of(left.published), right_instant = instant_of(right.published);
  return left_instant != right_instant ? left_instant > right_instant : left.id < right.id;
}

}  // namespace

SmallIndex::SmallIndex(const std::vector<Article>& articles) : directory_(fresh_directory()) {
  publish(articles);
}

SmallIndex::~SmallIndex() {
  std::error_code ignored;
  fs::remove_all(directory_, ignored);
}

void SmallIndex::publish(const std::vector<Article>& articles) {
  publish(articles, current_manifest());
}

void SmallIndex::publish(const std::vector<Article>& articles, Manifest manifest) {
  std::vector<Article> ordered = articles;
  std::sort(ordered.begin(), ordered.end(), comes_first);
  const IndexLock lock(directory_);
  const fs::path building = begin_generation(directory_);
  {
    Xapian::WritableDatabase database(database_of(building).string(),
                                      Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST);
    const fs::path run_name = building / "run";
    ForwardRun run(run_name);
    ColumnsRun columns(run_name);
    CatalogueRun catalogue(run_name);
    Analyzer analyzer;
    for (const Article& article : ordered) {
      database.add_document(to_document(article, analyzer));
      run.add(article, {});
      columns.add(article);
      catalogue.add(article);
      ++manifest.languages[article.language];
    }
    database.commit();
    run.finish();
    columns.finish();
    catalogue.finish();
    fs::create_directory(forward_of(building));
    join_runs(std::array{run_name}, forward_of(building), "test", [] {});
    const Lexicon lexicon(forward_of(building));
    join_columns(std::array{run_name}, building, lexicon, [] {});
    join_catalogue(std::array{run_name}, building, lexicon, [] {});
  }
  manifest.documents = ordered.size();
  backfile::publish(directory_, manifest);
  prune(directory_, 2);
}

ForwardIndex forward_index_of(const std::vector<Article>& articles) {
  const TemporaryDirectory directory;
  const fs::path run_name = directory.path() / "run", files = directory.path() / "forward";
  ForwardRun run(run_name);
  for (const Article& article : articles) run.add(article, {});
  run.finish();
  fs::create_directory(files);
  join_runs(std::array{run_name}, files, "test", [] {});
  return ForwardIndex(files);
}

std::shared_ptr<const Columns> columns_of(const std::vector<Article>& articles,
                                          const ForwardIndex& forward) {
  const TemporaryDirectory directory;
  const fs::path run_name = directory.path() / "run";
  ColumnsRun run(run_name);
  for (const Article& article : articles) run.add(article);
  run.finish();
  join_columns(std::array{run_name}, directory.path(), forward.lexicon(), [] {});
  return std::make_shared<const Columns>(directory.path(), forward);
}

Manifest current_manifest() {
  Manifest manifest;
  manifest.schema = schema_version;
  manifest.analyzer = analyzer_version;
  manifest.stems = Stemmer::fingerprint();
  manifest.program = "test";
  return manifest;
}

Article small_article(std::string id, std::string title, const std::string& body,
                      std::string published) {
  Article article;
  article.id = std::move(id);
  article.title = std::move(title);
  article.published = std::move(published);
  article.language = "en";
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find("\n\n", begin), body.size());
    article.body.push_back(body.substr(begin, end - begin));
    begin = end + 2;
  }
  return article;
}

}  // namespace backfile
