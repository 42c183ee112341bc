// Where the words of a query stand in an article, read from the index.
//
// Only surface forms have positions. The forms in the article are compared with the stem of a word,
// so the vocabulary of the archive, which may be large, is never searched. How much is read of one
// article is bounded. Used by search_executor.h for proximity.h; for one thread.
#pragma once

#include <xapian.h>
#include <string>
#include <vector>

#include "indexer/index/columns.h"
#include "indexer/text/analyzer.h"
#include "query/matching/match_finder_near.h"
#include "query/matching/match_pattern.h"
#include "query/matching/proximity.h"

namespace backfile {

// A word of the query, or a phrase in it.
struct RankedWord {
  std::vector<MatchPattern> patterns;  // the ways in which an article may have it
  double idf = 0;
  bool stop_word = false;
};

class ArticlePlaces {
 public:
  // All arguments must outlive this object.
  ArticlePlaces(const Xapian::Database& database, const Columns& columns, Analyzer& analyzer,
                const std::vector<RankedWord>& words);

  // The places of the words other than stop words; of all words if fewer than two remain.
  std::vector<PlacedWord> of(Xapian::docid docid);

 private:
  struct Family;
  struct Lookup;

  void look_up_pattern(const MatchPattern& pattern, Lookup& lookup);
  void look_up_families(Lookup& lookup);
  void add_positions(Xapian::docid docid, const std::string& term, Positions& positions) const;

  const Xapian::Database& database_;
  const Columns& columns_;
  Analyzer& analyzer_;
  std::vector<PlacedWord> blank_;  // without places
  std::vector<const RankedWord*> words_;
};

}  // namespace backfile
