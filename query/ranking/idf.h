// How much a word tells: the rarer it is among the articles of its language, the more.
//
// The usual idf, but by language. The share of a language's articles that have a word is estimated
// from them and, where they are few, from the whole archive: a German word is not rare merely
// because German articles are, and two French articles do not decide what is frequent in French.
// In an archive of one language it is BM25's idf. Immutable; safe on any thread.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace backfile {

class Idf {
 public:
  // For an archive about which nothing is known: all words weigh the same.
  Idf() = default;
  // Articles by language; "" stands for those of unknown language.
  explicit Idf(const std::vector<std::pair<std::string, double>>& articles_by_language);

  // The idf of a word that `articles` articles of the language have, and `everywhere` in all. The
  // share of the whole archive counts as if it were seen in `trust` more articles of the language.
  double of(const std::string& language, double articles, double everywhere, double trust) const;

  double articles_in(const std::string& language) const;

 private:
  std::unordered_map<std::string, double> by_language_;
  double all_ = 0;
};

}  // namespace backfile
