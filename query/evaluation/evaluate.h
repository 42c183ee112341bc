// Runs a list of topics against an archive and measures the rankings against judgements.
//
// Neighbours: searcher.h answers, trec_files.h reads and writes, measures.h computes;
// evaluate_command.cc is the command. For one thread.
#pragma once

#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "query/evaluation/measures.h"
#include "query/evaluation/trec_files.h"
#include "query/search/searcher.h"

namespace backfile {

struct EvaluateOptions {
  std::size_t depth = 1000;     // hits asked for per topic
  bool syntax = false;          // topics are in the query language, not plain words
  std::ostream* run = nullptr;  // where rankings are written; none are asked for once it fails
  bool feedback = false;
  RankingSettings ranking;
};

struct TopicResult {
  std::string id;
  std::string text;
  std::size_t found = 0;             // ids in the ranking, each once
  std::size_t passed_over = 0;       // hits whose id another article above them has
  std::optional<Measures> measures;  // absent where nothing relevant is judged
  std::string first;                 // id of the first hit, if any
};

struct Evaluation {
  std::vector<TopicResult> topics;
  std::size_t not_asked = 0;  // topics that are judged but are not among these
  std::size_t judged = 0;     // ids that are judged for any topic
  std::size_t not_there = 0;  // those of them that no article of the index has
  // Judged ids shared by several articles, which no judgement can tell apart: each counts once, at
  // the rank of the first of its articles.
  std::vector<std::string> shared_ids;
  std::optional<Measures> mean;  // over the measured topics; absent without judgements

  // Against a baseline, where one was given: per measure, its mean and the probability that the
  // difference is luck.
  struct Comparison {
    Measures baseline;
    double p_ndcg_10 = 1;
    double p_average_precision = 1;
  };
  std::optional<Comparison> comparison;
};

// Throws Failure{unreadable} if all measures would be zero: no topic has an article that is judged
// relevant, or none of those articles is in the index.
void require_fit(const Searcher& searcher, const std::vector<Topic>& topics,
                 const std::map<std::string, Judgements>& judgements);

// Runs every topic. Those that are judged but not asked are counted and left out of the mean, as
// trec_eval does without -c.
Evaluation evaluate(Searcher& searcher, const std::vector<Topic>& topics,
                    const std::map<std::string, Judgements>& judgements,
                    const EvaluateOptions& options);

// Fills in the comparison with a run made earlier.
void compare(Evaluation& evaluation, const Run& baseline,
             const std::map<std::string, Judgements>& judgements);

std::string to_text(const Evaluation& evaluation, bool per_topic);
std::string to_json(const Evaluation& evaluation, bool per_topic);

}  // namespace backfile
