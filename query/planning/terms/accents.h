// A field's word under certain spellings: `cafe` in a title where it is written "café", or "CAFÉ".
//
// Terms of a field are folded, and accented forms and capitals stand apart, at the same positions.
// Which spelling a field has is told by comparing them, which no operator of Xapian does. Used by
// words.h, only where spellings differ in what they mean. One thread.
#pragma once

#include <xapian.h>
#include <string>
#include <vector>

#include "query/planning/terms/costed_query.h"

namespace backfile {

struct Spelling {
  std::string term;                   // the field's
  std::vector<std::string> accented;  // terms of accented forms that fold to it
  // Whether the word has to stand somewhere under one of these, or somewhere under none of them.
  bool wanted = true;
  // Terms for words in capitals; where there are any, one of them has to stand at the same place.
  std::vector<std::string> capitals = {};
};

CostedQuery spelling_query(const Xapian::Database& database, const Spelling& spelling);

}  // namespace backfile
