// log(1 / share), where the share of articles with a word is smoothed twice: by half an article on
// either side, as in BM25, and by `trust` articles with the word as often as in the whole archive.
#include "query/ranking/idf.h"

#include <algorithm>
#include <cmath>

namespace backfile {

Idf::Idf(const std::vector<std::pair<std::string, double>>& articles_by_language) {
  for (const auto& [language, articles] : articles_by_language) {
    by_language_[language] += articles;
    all_ += articles;
  }
}

double Idf::articles_in(const std::string& language) const {
  const auto found = by_language_.find(language);
  return found == by_language_.end() ? 0 : found->second;
}

double Idf::of(const std::string& language, double articles, double everywhere,
               double trust) const {
  if (all_ == 0) return 1;
  const double own = articles_in(language);
  // Half an article more on either side, as BM25 has it.
  const double having = std::min(everywhere, all_) + 0.5, whole = all_ + 1;
  const double archive_share = having / whole;
  const double share = (std::min(articles, own) + 0.5 + trust * archive_share) / (own + 1 + trust);
  return std::log(1 / share);
}

}  // namespace backfile
