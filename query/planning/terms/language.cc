// Naive Bayes: for each language, the product of the shares of its articles that have each stem.
#include "query/planning/terms/language.h"

#include <algorithm>
#include <cmath>

#include "indexer/index/stem_terms.h"

namespace backfile {
namespace {

constexpr std::size_t most_words = 64;

struct Evidence {
  std::vector<double> articles;  // by word: how many of the language have it
};

Evidence evidence_of(std::string_view words, const std::string& language,
                     const Xapian::Database& database, const Lexicon& lexicon, Analyzer& analyzer) {
  Evidence evidence;
  for (const Token& token : analyzer.analyze(words, language)) {
    if (token.stem.empty() || token.kind == TokenKind::joined) continue;
    evidence.articles.push_back(
        database.get_termfreq(term_of_stem(database, lexicon, language, token.stem)));
    if (evidence.articles.size() == most_words) break;
  }
  return evidence;
}

}  // namespace

Likelihoods likely_languages(std::string_view words, const std::vector<std::string>& languages,
                             const Xapian::Database& database, const Lexicon& lexicon,
                             const Idf& idf, Analyzer& analyzer, double trust) {
  Likelihoods likelihoods;
  std::vector<std::string> present = languages;
  std::erase_if(present,
                [&](const std::string& language) { return idf.articles_in(language) == 0; });
  if (present.size() < 2) return likelihoods;
  std::vector<Evidence> all;
  std::vector<double> everywhere(most_words);
  for (const std::string& language : present) {
    all.push_back(evidence_of(words, language, database, lexicon, analyzer));
    const std::vector<double>& articles = all.back().articles;
    for (std::size_t i = 0; i < articles.size(); ++i) everywhere[i] += articles[i];
  }
  double best = -HUGE_VAL;
  for (std::size_t i = 0; i < present.size(); ++i) {
    double& sum = likelihoods[present[i]];
    for (std::size_t word = 0; word < all[i].articles.size(); ++word) {
      sum -= idf.of(present[i], all[i].articles[word], everywhere[word], trust);
    }
    best = std::max(best, sum);
  }
  for (auto& [language, sum] : likelihoods) sum = std::exp(sum - best);
  return likelihoods;
}

}  // namespace backfile
