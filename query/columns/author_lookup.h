// The writers whom a query names.
//
// Plain words are searched in the text of articles, not in their bylines; a reader who types the
// name of a writer is told beside the answer where that writer's articles are. Made once from
// merged_column.h when an archive is opened; used by searcher.h. Immutable: shared by all threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query/answer/answer.h"
#include "query/ast/ast.h"
#include "query/columns/merged_column.h"

namespace backfile {

class AuthorLookup {
 public:
  AuthorLookup() = default;
  // A word that is a stop word of one of `languages` names nobody in a longer query.
  AuthorLookup(const MergedColumn& authors, std::vector<std::string> languages);

  // The writers whose names have every plain word of a short query, or else two or more of its
  // neighbouring words. At most three, the ones with the most articles first.
  std::vector<Writer> named_in(const Node& query) const;

 private:
  using Numbers = std::vector<std::uint32_t>;  // indices into writers_, ascending

  const Numbers& having(const std::string& word) const;
  Numbers having_all(const std::vector<std::string>& words) const;
  Numbers having_neighbours(const std::vector<std::string>& words) const;
  bool names_somebody(const std::vector<std::string>& words) const;

  std::vector<std::string> languages_;
  std::vector<Writer> writers_;
  std::unordered_map<std::string, Numbers> by_word_;  // by folded word of their names
};

}  // namespace backfile
