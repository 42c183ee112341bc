// What words weigh: the parts of a plan that give articles their scores.
//
// The weighting scheme (ranking_weight.h) knows how often a word stands in an article; how much it
// says is a factor set here, from rarity.h. Stems of one word in one language are one word; in
// several languages each counts by its own rarity. Used by words.h; for one thread.
#pragma once

#include <xapian.h>
#include <map>
#include <string>
#include <vector>

#include "query/planning/language.h"
#include "query/planning/part.h"
#include "query/planning/reading.h"
#include "query/ranking/ranking_settings.h"
#include "query/ranking/rarity.h"

namespace backfile {

class WordRanker {
 public:
  WordRanker(const Xapian::Database& database, const Rarity& rarity)
      : database_(database), rarity_(rarity) {}

  void set(const RankingSettings& settings, Likelihoods likelihoods) {
    settings_ = settings;
    likelihoods_ = std::move(likelihoods);
  }
  const RankingSettings& settings() const { return settings_; }

  // Of an index made with other stems.
  Part form(const std::string& term) const;

  // Articles that write the word in capitals; each is given by how often it does.
  Part capitals(const std::string& term) const;

  // What `places` matches; each is given this share of the most that a word as rare can give.
  Part having(const Part& places, double share) const;

  // One word's stems, each an unweighted part with as many matches as articles have the stem.
  // `narrowed`, unless empty: what stands for each instead, matching some of its articles.
  Part word(const std::vector<Stem>& stems, const std::vector<Part>& parts,
            const std::vector<Part>& narrowed) const;

  // Pairs of characters, where the dictionary may be wrong about words. Empty in scripts with
  // spaces.
  Part pairs(const Reading& reading, Range range) const;

 private:
  double standing(const std::string& language) const;

  const Xapian::Database& database_;
  const Rarity& rarity_;
  RankingSettings settings_;
  Likelihoods likelihoods_;
};

}  // namespace backfile
