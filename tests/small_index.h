// A real index of a few articles in a directory of its own, for tests.
//
//   SmallIndex index({article("1", "Storm over the harbour")});
//   Searcher searcher(open_archive(index.directory()));
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/forward/forward_index.h"
#include "indexer/index/columns.h"
#include "indexer/index/generation.h"

namespace backfile {

class SmallIndex {
 public:
  explicit SmallIndex(const std::vector<Article>& articles);
  ~SmallIndex();  // removes the directory
  SmallIndex(const SmallIndex&) = delete;
  SmallIndex& operator=(const SmallIndex&) = delete;

  const std::filesystem::path& directory() const { return directory_; }

  // Another generation in place of the present one.
  void publish(const std::vector<Article>& articles);
  // ... that says of itself what this manifest says ("stems" of another version, say).
  void publish(const std::vector<Article>& articles, Manifest manifest);

 private:
  std::filesystem::path directory_;
};

// A forward index of them alone, by number from 1 on. Its files are removed, but stay mapped.
ForwardIndex forward_index_of(const std::vector<Article>& articles);

// Their columns, in the same manner.
std::shared_ptr<const Columns> columns_of(const std::vector<Article>& articles,
                                          const ForwardIndex& forward);

// A manifest as the builder of this program would write it.
Manifest current_manifest();

// A short article in English; body paragraphs are separated by empty lines.
Article small_article(std::string id, std::string title, const std::string& body = "",
                      std::string published = "");

}  // namespace backfile
