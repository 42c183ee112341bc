// More words for a topic, taken from the articles that answer it best.
//
// Pseudo-relevance feedback in the manner of RM3 (Abdul-Jaleel et al., TREC 2004): the stems of the
// first articles, each by its share of an article's words, by how well the article answered and by
// its rarity. The query keeps most of the weight, so that a poor answer does not lead astray.
// Used by searcher.h. Costs the records of a few articles and the postings of words that are not
// frequent; for one thread.
#pragma once

#include <xapian.h>
#include <span>
#include <string>
#include <vector>

#include "indexer/forward/forward_index.h"
#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"
#include "query/matching/records/article_stems.h"
#include "query/planning/terms/costed_query.h"
#include "query/ranking/idf.h"
#include "query/ranking/ranking_settings.h"

namespace backfile {

struct AddedWord {
  std::string text;  // as articles spell it, folded
  std::string stem;  // with its language: "en:bridg"
};

struct Expansion {
  // Most important first; without those that the query has itself.
  std::vector<AddedWord> words;
  CostedQuery costed;  // the stems of all of them, weighted
};

// `best`: the first matches of the query, which has the weight of its best match; `asked`: its
// words.
Expansion expansion_from(const Xapian::Database& database, const ForwardIndex& forward,
                         const Xapian::MSet& best, const std::vector<MatchPattern>& asked,
                         const Idf& idf, Analyzer& analyzer, const RankingSettings& settings);

// Which of the words added an article has: why it was found. All arguments must outlive it.
class SharedWords {
 public:
  SharedWords(const ForwardIndex& forward, std::span<const AddedWord> words, Analyzer& analyzer);

  // The first few, in their order.
  std::vector<std::string> of(Xapian::docid docid);

 private:
  std::span<const AddedWord> words_;
  ArticleStems article_;
  std::vector<ArticleStems::Number> stems_;  // of the words
};

}  // namespace backfile
