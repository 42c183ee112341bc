// How good a ranking is: the measures of trec_eval, and whether two rankings differ by more than
// chance.
//
// Pure arithmetic over ids and grades; trec_files.h reads them, evaluate.h runs the topics. Safe on
// any thread.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace backfile {

// Grades of the judged articles of one topic, by article id; 0 and below: not relevant.
using Judgements = std::map<std::string, int>;

// Of one topic, or their means over topics. All lie between 0 and 1; higher is better.
struct Measures {
  // Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", TOIS 20(4), 2002;
  // as trec_eval's ndcg_cut_10: gain is the grade, discount log2(rank + 1).
  double ndcg_10 = 0;
  double average_precision = 0;  // over all relevant articles, found or not; its mean is MAP
  double precision_10 = 0;
  double recall_100 = 0;
  double reciprocal_rank = 0;  // of the first relevant article
};

// `ranking`: ids, best first. A topic without a relevant judgement cannot be measured:
// has_relevant.
bool has_relevant(const Judgements& judgements);
Measures measure(std::span<const std::string> ranking, const Judgements& judgements);
Measures mean(std::span<const Measures> topics);

// Paired two-sided randomization test (Smucker, Allan and Carterette, CIKM 2007): the probability
// of a difference of means at least as large if the two systems were the same, each topic's two
// figures swapped at random. The draws are seeded: the same input gives the same answer.
double randomization_p(std::span<const double> ours, std::span<const double> baseline,
                       std::size_t draws = 100'000);

}  // namespace backfile
