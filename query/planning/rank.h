// What words weigh: the parts of a plan that give articles their scores.
//
// The weighting scheme (ranking_weight.h) knows how often a word stands in an article; how much it
// says is a factor set here, from idf.h. Stems of one word in one language are one word; in
// several languages each counts by its own rarity. Used by words.h; for one thread.
#pragma once

#include <xapian.h>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "query/planning/analysis.h"
#include "query/planning/terms/costed_query.h"
#include "query/planning/terms/language.h"
#include "query/ranking/idf.h"
#include "query/ranking/ranking_settings.h"

namespace backfile {

class WordRanker {
 public:
  WordRanker(const Xapian::Database& database, const Idf& idf, const RankingSettings& settings,
             Likelihoods likelihoods)
      : database_(database), idf_(idf), settings_(settings), likelihoods_(std::move(likelihoods)) {}

  const RankingSettings& settings() const { return settings_; }

  // Of an index made with other stems.
  CostedQuery form(const std::string& term) const;

  // This share of the most that a word as rare as the term can give an article.
  double worth(const std::string& term, double share) const;

  // One word's stems, each an unweighted part with as many matches as articles have the stem.
  // `narrowed`, unless empty: what stands for each instead, matching some of its articles.
  CostedQuery word(const std::vector<Stem>& stems, const std::vector<CostedQuery>& queries,
                   const std::vector<CostedQuery>& narrowed) const;

  // Pairs of characters, where the dictionary may be wrong about words. Empty in scripts with
  // spaces.
  CostedQuery pairs(const Analysis& analysis, Range range) const;

 private:
  double standing(const std::string& language) const;

  const Xapian::Database& database_;
  const Idf& idf_;
  const RankingSettings settings_;
  const Likelihoods likelihoods_;
};

}  // namespace backfile
