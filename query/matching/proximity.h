// How close together an article has the words of a query: what reranking adds to its score.
//
// Words that stand together in the query are searched together in the article, as in the
// sequential dependence model (Metzler and Croft, SIGIR 2005): near each other in any order, and in
// the order typed. What two words far apart are worth falls with the square of their distance
// (Buettcher, Clarke and Lushman, SIGIR 2006). Works on places alone; article_words.h reads them,
// search_executor.h adds the result. Pure functions; safe on any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "query/ranking/ranking_settings.h"

namespace backfile {

// Positions, as the analyzer counts them, of the first and the last part of a word; they differ
// where it is typed as one and stands as several ("half-brother", a run of Han).
struct WordPlace {
  std::uint32_t first = 0, last = 0;
};

// A word of the query in one article.
struct PlacedWord {
  std::size_t typed = 0;          // its place in the query
  double idf = 0;                 // what it says; see idf.h
  std::vector<WordPlace> places;  // by `first`, each of them once
};

// `words` must be in the order typed. 0 if the article has no two of them; never more than a few
// times what the words themselves can give.
double proximity(std::span<const PlacedWord> words, const RankingSettings& settings);

}  // namespace backfile
