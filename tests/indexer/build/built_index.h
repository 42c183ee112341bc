// Archives of a few articles built with the real builder, and what the result holds as text.
//
// For the tests of this folder; each object has a directory of its own. For one thread.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/build/builder.h"
#include "tests/temporary_directory.h"

namespace backfile {

class BuiltIndex {
 public:
  // A file among the articles; returns where it is.
  std::string write(const std::string& name, std::string_view text) const {
    return directory_.write("articles/" + name, text);
  }

  // Of the folder of articles, unless options name other sources.
  BuildReport build(BuildOptions options = {}) const;

  std::filesystem::path index() const { return directory_.path() / "archive.index"; }
  std::filesystem::path articles() const { return directory_.path() / "articles"; }
  std::filesystem::path generation() const;  // the published one
  std::filesystem::path database() const { return database_of(generation()); }

  // In the order of the index: ids, and whole articles.
  std::vector<std::string> ids() const;
  std::vector<Article> stored() const;
  // Every term with the documents, wdf and positions under it; values and articles of each
  // document.
  std::string dump() const;
  // Names of what lies directly in a folder, sorted.
  static std::vector<std::string> names_in(const std::filesystem::path& folder);

 private:
  TemporaryDirectory directory_;
};

// Articles in all formats, dated and not, with accents, capitals and repeated ids: `count` in all.
void write_mixed_archive(const BuiltIndex& built, int count);

}  // namespace backfile
