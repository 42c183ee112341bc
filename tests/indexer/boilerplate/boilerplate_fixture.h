// Made-up articles of one source, what is learnt from them, and one of them cleaned by it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/boilerplate/boilerplate.h"
#include "indexer/boilerplate/learner.h"
#include "tests/indexer/boilerplate/made_up_stories.h"

namespace backfile {

using Lines = std::vector<std::string>;

inline Boilerplate learnt(const std::vector<Article>& articles,
                          BoilerplateOverrides overrides = {}) {
  BoilerplateLearner learner;
  for (std::size_t i = 0; i < articles.size(); ++i) learner.learn(articles[i], i);
  return Boilerplate(learner.rules([&](std::uint64_t number) { return articles.at(number); }),
                     std::move(overrides));
}

inline Article cleaned(Article article, const Boilerplate& boilerplate) {
  boilerplate.clean(article);
  return article;
}

// Articles of as many authors as there are names, all else of their own invention.
inline std::vector<Article> articles_of(std::size_t count, std::size_t authors = 3,
                                        unsigned seed = 7) {
  MadeUpStories stories(seed);
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    Article article;
    article.path = "letters/" + std::to_string(i) + ".md";
    article.id = article.path;
    article.language = "en";
    article.title = stories.title();
    article.author = {std::vector{"Zoe Alba", "Ann Berg", "Lu Corda"}.at(i % authors)};
    article.body = stories.paragraphs(5);
    articles.push_back(article);
  }
  return articles;
}

}  // namespace backfile
