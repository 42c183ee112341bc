// News-like archives of any size from a seed, for measuring.
//
// Words follow Zipf's law; two hundred topics have words, people, places and acronyms of their own,
// a section, and bursts in which they fill the paper; a few stories are republished, lightly
// revised. The text means nothing. The same seed gives the same articles everywhere. Neighbours:
// random.h, made_up_words.h; generate.cc prints them, the benchmarks index them. For one thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/random.h"
#include "indexer/article/article.h"

namespace backfile::bench {

struct GeneratorOptions {
  std::uint64_t seed = 1;
  std::size_t articles = 10'000;
  std::size_t words = 350;  // of a body, on average
  std::size_t vocabulary = 80'000;
  int first_year = 2005;
  int last_year = 2024;  // included
};

class ArchiveGenerator {
 public:
  explicit ArchiveGenerator(const GeneratorOptions& options);

  // The articles in the order of their dates; nothing more to come after options.articles of them.
  bool next(Article& article);

 private:
  struct Burst {
    double middle;  // fractions of the archive's span
    double width;
    double height;  // times the topic's usual rate
  };
  struct Topic {
    std::size_t section;
    double rate;
    std::vector<Burst> bursts;
    std::vector<std::size_t> words;  // of the vocabulary, most typical first
    std::vector<std::string> names;  // people and places
    std::string acronym;
  };

  void make_topics(std::size_t count);
  void choose_topics_for(double when);
  const Topic& draw_topic();
  std::string word(const Topic& topic);
  std::string sentence(const Topic& topic);
  std::string headline(const Topic& topic);
  void republish(Article& article);
  std::string date(double when);

  GeneratorOptions options_;
  Random random_;
  std::vector<std::string> vocabulary_;
  Weighted everyday_;  // over the vocabulary
  Weighted typical_;   // over the words of a topic
  std::vector<Topic> topics_;
  std::vector<std::string> authors_;
  std::vector<Weighted> current_;  // at most one: topics by their rate in the present month
  std::size_t current_month_ = 0;
  std::vector<Article> recent_;  // candidates for being republished
  std::size_t made_ = 0;
};

}  // namespace backfile::bench
