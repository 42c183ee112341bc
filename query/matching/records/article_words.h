// The words of a query in an article, as far as they rank it: where they stand, and how they are
// written.
//
// Reads the article's record, so that neither postings nor texts are touched. Used by
// search_executor.h, which hands the places to proximity.h; for one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/forward/forward_index.h"
#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"
#include "query/matching/proximity.h"
#include "query/matching/records/record_patterns.h"
#include "query/ranking/ranking_settings.h"

namespace backfile {

// A way of writing a word that is preferred to others: as typed, with its accents, in capitals.
struct Preference {
  MatchPattern pattern;   // of one word
  double most = 0;        // what an article gains, at most
  bool by_count = false;  // the more, the oftener it is written so; else all of it for once
};

// A word of the query, or a phrase in it.
struct RankedWord {
  std::vector<MatchPattern> patterns;  // the ways in which an article may have it
  double idf = 0;
  bool stop_word = false;
  std::vector<Preference> preferences = {};
};

class ArticleWords {
 public:
  // All arguments must outlive this object.
  ArticleWords(const ForwardIndex& forward, Analyzer& analyzer,
               const std::vector<RankedWord>& words);

  // Whether they can rank any article.
  static bool rank(const std::vector<RankedWord>& words);

  // In place of the article read before.
  void read(std::uint32_t docid);

  // The places of the words other than stop words; of all words if fewer than two remain.
  const std::vector<PlacedWord>& placed() const { return placed_; }
  // What the article gains for how it writes them: BM25's share of the most for so many times in an
  // article of its length.
  double gained(const RankingSettings& settings) const;

 private:
  void add_places(const Intervals& found, std::vector<WordPlace>& places) const;
  std::size_t times(std::size_t pattern) const;

  std::vector<PlacedWord> placed_;
  std::vector<std::size_t> ends_;  // by word, where its patterns end among all
  std::vector<Preference> preferences_;
  double average_length_;    // of a record, in positions
  RecordPatterns patterns_;  // of the words, then of the preferences
};

}  // namespace backfile
