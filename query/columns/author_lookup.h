// The writers whom a query names.
//
// Plain words are searched in the text of articles, not in their bylines; a reader who types the
// name of a writer is told beside the answer where that writer's articles are. Reads the names of
// columns.h; used by searcher.h. Immutable: shared by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "indexer/index/columns.h"
#include "query/answer/answer.h"
#include "query/ast/ast.h"

namespace backfile {

class AuthorLookup {
 public:
  AuthorLookup() = default;
  // A word that is a stop word of one of `languages` names nobody in a longer query.
  AuthorLookup(std::shared_ptr<const Columns> columns, std::vector<std::string> languages);

  // The writers whose names have every plain word of a short query, or else two or more of its
  // neighbouring words. At most three, the ones with the most articles first.
  std::vector<Writer> named_in(const Node& query) const;

 private:
  using Numbers = std::vector<std::uint32_t>;  // of authors in their column, ascending

  Numbers having_all(const std::vector<std::string>& words) const;
  Numbers having_neighbours(const std::vector<std::string>& words) const;
  bool names_somebody(const std::vector<std::string>& words) const;

  std::shared_ptr<const Columns> columns_;
  std::vector<std::string> languages_;
};

}  // namespace backfile
