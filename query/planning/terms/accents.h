// A word of a field in certain spellings only: `cafe` in a title that has "café", or "CAFÉ".
//
// The terms of a field are folded; accented forms and capitals are terms of their own at the same
// positions. To tell how a word is spelled in a field, positions have to be compared, which no
// operator of Xapian does. Used by words.h where spellings differ in meaning. For one thread.
#pragma once

#include <xapian.h>
#include <string>
#include <vector>

#include "query/planning/terms/costed_query.h"

namespace backfile {

struct Spelling {
  std::string term;                   // the field's
  std::vector<std::string> accented;  // terms of accented forms that fold to it
  // True: some occurrence of the word must have one of these forms. False: some occurrence must
  // have none of them.
  bool wanted = true;
  // Terms of words in capitals; unless empty, one of them must be at the same position.
  std::vector<std::string> capitals = {};
};

CostedQuery spelling_query(const Xapian::Database& database, const Spelling& spelling);

}  // namespace backfile
