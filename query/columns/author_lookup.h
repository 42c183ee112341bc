// The writers whom a query names.
//
// Plain words are looked for in what was written, not in who wrote it; a reader who types a name is
// told of that writer's articles beside the answer. Made once when an archive is opened, from
// merged_column.h; used by searcher.h. Immutable once made: shared by all threads.
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

  // Those whose names hold every plain word of a short query, else two or more neighbouring
  // words of it; three at most, those with most articles first.
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
