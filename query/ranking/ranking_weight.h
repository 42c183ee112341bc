// What one word of the query gives an article: BM25 without the idf.
//
// Idf stands in the query, as a factor on each word, since the planner alone knows what counts
// as one word and in which language (idf.h). The rest of the formula is here: saturation and
// length. Used by ranking.h; a weight is for one match.
#pragma once

#include <xapian.h>
#include <string>

#include "query/ranking/ranking_settings.h"

namespace backfile {

class WordWeight : public Xapian::Weight {
 public:
  explicit WordWeight(const RankingSettings& settings);

  std::string name() const override { return "backfile::WordWeight"; }
  WordWeight* clone() const override { return new WordWeight(settings_); }
  void init(double factor) override;
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount unique) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  double part(double wdf, double length) const;

  RankingSettings settings_;
  double factor_ = 0;
};

}  // namespace backfile
