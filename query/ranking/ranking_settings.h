// The numbers that ranking rests on, in one place.
//
// Defaults are what every search uses; they were chosen over all judged collections together, and
// bench/runs/ranking-ablation.md has what each is worth. bench/relevance and tests set them by
// name. Plain values; read by planner.h (rarity), ranking.h (weights) and proximity.h.
#pragma once

#include <cstddef>
#include <string_view>

namespace backfile {

struct RankingSettings {
  // BM25's k1 and b: how soon more of the same word stops counting, and how much length costs.
  double saturation = 1.2;
  double length_penalty = 0.75;
  // Stop words count only where a query has nothing else.
  bool stop_words = false;
  // What the form that was typed gains over others of its word, and its spelling (with or without
  // accents) over other spellings.
  double as_typed = 0.2;
  double spelling = 0.05;
  // What an article gains for having in capitals a word that was typed in capitals.
  double capitals = 0.5;
  // The weight of each piece of a compound ("half-brother"), where a word of its own has 1.
  double pieces = 0.75;
  // The weights of bigrams and of dictionary words, in scripts without spaces.
  double pairs = 0.5;
  double dictionary = 0.5;
  // The weight of a word in a language that the query is hardly in, where one in its own has 1.
  double foreign = 0.5;
  // Feedback: how many articles are read, how many words are taken from them, and what these weigh
  // together, where the query has 1.
  std::size_t feedback_articles = 10;
  std::size_t feedback_words = 20;
  double feedback = 0.3;
  // The half-life of the bonus for new articles in days (0: no bonus), and the bonus of the newest
  // article as a share of the best score. See recency.h.
  double recency_half_life = 0;
  double recency = 0.25;
  // How much the whole archive counts when the frequency of a word in a language is estimated, in
  // articles of that language. See idf.h.
  double shrinkage = 100;
  // Proximity: how many of the best matches are reranked by it; what two words of the query add for
  // being near each other, and for being in the order typed, as shares of their own weights.
  std::size_t reranked = 100;
  double nearness = 0.2;
  double order = 0.4;
};

// Sets the number of this name. False, and nothing set, for an unknown name or a negative count.
bool set_ranking(RankingSettings& settings, std::string_view name, double value);

}  // namespace backfile
