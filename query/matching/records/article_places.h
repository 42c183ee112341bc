// Where the words of a query stand in an article, for how close they are to each other.
//
// Reads the article's record, so that neither postings nor texts are touched. Used by
// search_executor.h, which hands the places to proximity.h; for one thread.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/forward/forward_index.h"
#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"
#include "query/matching/proximity.h"
#include "query/matching/records/record_patterns.h"

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
  ArticlePlaces(const ForwardIndex& forward, Analyzer& analyzer,
                const std::vector<RankedWord>& words);

  // The places of the words other than stop words; of all words if fewer than two remain.
  std::vector<PlacedWord> of(std::uint32_t docid);

 private:
  void add_places(const Intervals& found, std::vector<WordPlace>& places) const;

  std::vector<PlacedWord> blank_;  // without places
  std::vector<std::size_t> ends_;  // by word, where its patterns end among all
  RecordPatterns patterns_;
};

}  // namespace backfile
