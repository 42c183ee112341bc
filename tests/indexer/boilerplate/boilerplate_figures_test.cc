// Sentences with figures at the ends of many articles: how stories end, or counters of the site.
#include <gtest/gtest.h>

#include "tests/indexer/boilerplate/boilerplate_fixture.h"

namespace backfile {
namespace {

// Of 60 articles, of which one in so many ends with the line; with `below`, what stands at the
// foot.
TEST(Boilerplate, IsNoSentenceThatEndsStoriesWithFiguresOfTheirOwn) {
  for (const std::size_t share : {1U, 2U, 3U}) {
    for (const std::size_t scores : {3U, 60U}) {
      for (const Lines& below : {Lines(), Lines{"Share this"}, Lines{"Sign up for our letter."}}) {
        std::vector<Article> articles = articles_of(60);
        for (std::size_t i = 0; i < articles.size(); ++i) {
          Lines& body = articles[i].body;
          const std::string score = std::to_string(i / share % scores);
          if (i % share == 0) body.push_back("The final score was " + score + "-1.");
          body.insert(body.end(), below.begin(), below.end());
        }
        const Boilerplate boilerplate = learnt(articles);
        EXPECT_EQ(boilerplate.rules().size(), below.size());
        for (std::size_t i = 0; i < articles.size(); ++i)
          EXPECT_EQ(cleaned(articles[i], boilerplate).body.size(), i % share == 0 ? 6U : 5U);
      }
    }
  }
}

TEST(Boilerplate, IsASentenceWithACounterBelowOther) {
  std::vector<Article> articles = articles_of(60);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (const std::string& line : {std::string("Share this"),
                                    "This page has been read " + std::to_string(31 * i) + " times.",
                                    std::string("Updated by the desk on 3 May 2014.")})
      articles[i].body.push_back(line);
  }
  const Boilerplate boilerplate = learnt(articles);
  for (const Article& article : articles) EXPECT_EQ(cleaned(article, boilerplate).body.size(), 5U);
}

}  // namespace
}  // namespace backfile
