// A small archive made at random in eleven languages and six scripts, and random queries for it,
// on which the oracle and the engine are compared. The same seed gives the same archive on every
// machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "query/ast/ast.h"

namespace backfile {

// Numbers that do not depend on the standard library (std::uniform_int_distribution does).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t bound);
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <typename Container>
  const auto& pick(const Container& from) {
    return *(std::begin(from) + static_cast<std::ptrdiff_t>(below(std::size(from))));
  }

 private:
  std::uint64_t state_;
};

std::vector<Article> random_archive(std::uint64_t seed, std::size_t count);
// The same with headlines, paragraphs and whole articles in capitals.
std::vector<Article> shouting_archive(std::uint64_t seed, std::size_t count);

// A tree whose leaves are made of pieces of the articles' own texts, names and dates.
Node random_question(Dice& dice, const std::vector<Article>& articles);

// One to four plain words, compounds and their pieces among them, now and then beside something
// that is demanded, excluded or filtered.
Node random_words(Dice& dice, const std::vector<Article>& articles);

}  // namespace backfile
