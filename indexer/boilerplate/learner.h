// Learns what the articles of one source share: paragraphs at their ends, the site's name in their
// titles, its motto.
//
// Boilerplate is what many articles of a source have in the same place. A sentence must be shared
// by more of them than a label ("Share this"), and one that opens stories must be shared by several
// authors: a serial repeats its opening, a columnist a greeting. A story printed several times
// counts once. learner.cc gives the thresholds and their reasons. The order of learning does not
// matter.
//
//   for (article : archive) learner.learn(article, number);
//   const Boilerplate boilerplate(learner.rules(), overrides);
//
// For one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/boilerplate/rule.h"
#include "indexer/boilerplate/sample.h"

namespace backfile {

class BoilerplateLearner {
 public:
  // `number` is how the caller finds the article again, for examples.
  void learn(const Article& article, std::uint64_t number = 0) { sample_.add(article, number); }

  // By source, the most frequent first. With `load`, which returns a learnt article by its number,
  // each rule gets an example.
  using Load = std::function<Article(std::uint64_t number)>;
  std::vector<BoilerplateRule> rules(const Load& load = {}) const;

 private:
  BoilerplateSample sample_;
};

}  // namespace backfile
