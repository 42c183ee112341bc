// How much a word says: the rarer among the articles of its language, the more.
//
// The usual idf, but by language. A word's share of a language's articles is estimated from them
// and, where they are few, from the whole archive: a German word is then not rare because German
// articles are, and the two French articles of an archive do not decide what is frequent in French.
// In an archive of one language it is BM25's idf. Immutable; safe on any thread.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace backfile {

class Idf {
 public:
  // Of an archive that nothing is known of: all words say the same.
  Idf() = default;
  // Articles by language; "" are those whose language nobody knows.
  explicit Idf(const std::vector<std::pair<std::string, double>>& articles_by_language);

  // Of a word that so many articles of a language have, and so many in all. `trust`: as many
  // articles' worth of belief in the archive's share of the word as in the language's own.
  double of(const std::string& language, double articles, double everywhere, double trust) const;

  double articles_in(const std::string& language) const;

 private:
  std::unordered_map<std::string, double> by_language_;
  double all_ = 0;
};

}  // namespace backfile
