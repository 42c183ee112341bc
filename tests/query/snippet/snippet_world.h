// Random articles and questions about them, in eight scripts, from a seed.
//
// Vocabularies are small, so that words meet often; between words is what breaks highlighters:
// controls, joiners, bidirectional and zero-width marks, and HTML. Only for tests.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"

namespace backfile {

struct Script {
  const char* language;
  bool spaces;
  std::vector<std::string> words;
};

const std::vector<Script>& scripts();

class World {
 public:
  explicit World(std::uint64_t seed) : random_(seed) {}

  Article article();
  // Asks for words of the article's script, some of them next to each other in it.
  std::vector<MatchPattern> question(const Article& article, Analyzer& analyzer);

  // From 0 to n - 1.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  const std::string& word();
  std::string varied(std::string word);
  std::string sentence();
  std::string paragraph();
  MatchPattern pattern(const Article& article, Analyzer& analyzer);
  std::vector<Token> sample(const Article& article, Analyzer& analyzer, std::size_t words);

  std::mt19937_64 random_;
  const Script* script_ = nullptr;
};

}  // namespace backfile
