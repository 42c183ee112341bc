// One look at the postings of the capitals for each word that prefers them.
#include "query/planning/acronyms.h"

#include <algorithm>
#include <utility>

#include "indexer/index/schema.h"

namespace backfile {
namespace {

bool writes_in_capitals(const Xapian::Database& database, Xapian::docid article,
                        const WordPattern& word) {
  const std::string term = capitals_term(word.term);
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  if (posting == end) return false;
  posting.skip_to(article);
  return posting != end && *posting == article;
}

}  // namespace

std::vector<MatchPattern> patterns_in(const Xapian::Database& database, Xapian::docid article,
                                      std::vector<MatchPattern> patterns) {
  for (MatchPattern& pattern : patterns) {
    for (WordPattern& word : pattern.words) {
      if (word.prefers_capitals) word.capitals_only = writes_in_capitals(database, article, word);
    }
  }
  return patterns;
}

}  // namespace backfile
