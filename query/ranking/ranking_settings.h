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
  // BM25: how soon more of the same word stops counting; how much long articles are held back.
  double saturation = 1.2;
  double length_penalty = 0.75;
  // Stop words count only where a query has nothing else.
  bool stop_words = false;
  // The form that was typed beside others of its word, and its spelling (accents or none).
  double as_typed = 0.2;
  double spelling = 0.05;
  // What an article gets for writing a word in capitals that was typed so.
  double capitals = 0.5;
  // Each piece of a compound ("half-brother") beside a word that stands alone.
  double pieces = 0.75;
  // Pairs of characters and the dictionary's words, in scripts without spaces.
  double pairs = 0.5;
  double dictionary = 0.5;
  // A word in a language that the query is hardly in, beside one in the query's own.
  double foreign = 0.5;
  // Feedback: how many articles are read, how many words taken, and what these weigh together
  // beside the query.
  std::size_t feedback_articles = 10;
  std::size_t feedback_words = 20;
  double feedback = 0.3;
  // The days in which the bonus of a new article halves (0: there is no bonus), and the bonus of
  // the newest as a share of the best score. See recency.h.
  double recency_half_life = 0;
  double recency = 0.25;
  // Articles' worth of trust in the whole archive when a language's share of a word is estimated.
  double shrinkage = 100;
  // Proximity: how many of the first matches are ranked by it; what two words of the query give
  // for standing near each other, and for standing as typed, beside what they give themselves.
  std::size_t reranked = 100;
  double nearness = 0.2;
  double order = 0.4;
};

// False for a name that there is not.
bool set_ranking(RankingSettings& settings, std::string_view name, double value);

}  // namespace backfile
