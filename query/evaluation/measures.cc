// Gains are summed down the ranking as trec_eval does. The test draws random signs for the
// differences per topic and counts how often their mean is at least as large as the one measured.
#include "query/evaluation/measures.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

namespace backfile {
namespace {

constexpr std::size_t gain_depth = 10;
constexpr std::size_t recall_depth = 100;

int grade_of(const std::string& id, const Judgements& judgements) {
  const auto judged = judgements.find(id);
  return judged == judgements.end() ? 0 : std::max(judged->second, 0);
}

double discounted(int grade, std::size_t rank_from_zero) {
  return grade / std::log2(static_cast<double>(rank_from_zero) + 2);
}

double ideal_gain(const Judgements& judgements) {
  std::vector<int> grades;
  for (const auto& [id, grade] : judgements)
    if (grade > 0) grades.push_back(grade);
  std::sort(grades.begin(), grades.end(), std::greater<>());
  double gain = 0;
  for (std::size_t rank = 0; rank < std::min(grades.size(), gain_depth); ++rank)
    gain += discounted(grades[rank], rank);
  return gain;
}

}  // namespace

bool has_relevant(const Judgements& judgements) {
  return std::any_of(judgements.begin(), judgements.end(),
                     [](const auto& judged) { return judged.second > 0; });
}

Measures measure(std::span<const std::string> ranking, const Judgements& judgements) {
  const auto relevant = static_cast<double>(std::count_if(
      judgements.begin(), judgements.end(), [](const auto& judged) { return judged.second > 0; }));
  Measures result;
  if (relevant == 0) return result;
  double found = 0, gain = 0;
  for (std::size_t rank = 0; rank < ranking.size(); ++rank) {
    const int grade = grade_of(ranking[rank], judgements);
    if (grade == 0) continue;
    ++found;
    result.average_precision += found / static_cast<double>(rank + 1);
    if (found == 1) result.reciprocal_rank = 1 / static_cast<double>(rank + 1);
    if (rank < gain_depth) {
      gain += discounted(grade, rank);
      result.precision_10 += 1.0 / gain_depth;
    }
    if (rank < recall_depth) result.recall_100 = found / relevant;
  }
  result.average_precision /= relevant;
  result.ndcg_10 = gain / ideal_gain(judgements);
  return result;
}

Measures mean(std::span<const Measures> topics) {
  Measures sum;
  if (topics.empty()) return sum;
  for (const Measures& topic : topics) {
    sum.ndcg_10 += topic.ndcg_10;
    sum.average_precision += topic.average_precision;
    sum.precision_10 += topic.precision_10;
    sum.recall_100 += topic.recall_100;
    sum.reciprocal_rank += topic.reciprocal_rank;
  }
  const auto count = static_cast<double>(topics.size());
  return {sum.ndcg_10 / count, sum.average_precision / count, sum.precision_10 / count,
          sum.recall_100 / count, sum.reciprocal_rank / count};
}

double randomization_p(std::span<const double> ours, std::span<const double> baseline,
                       std::size_t draws) {
  std::vector<double> differences;
  for (std::size_t topic = 0; topic < std::min(ours.size(), baseline.size()); ++topic)
    if (ours[topic] != baseline[topic]) differences.push_back(ours[topic] - baseline[topic]);
  double observed = 0;
  for (const double difference : differences) observed += difference;
  // Sums taken in another order differ in their last digits; they still count as equal.
  const double threshold = std::abs(observed) - 1e-9;

  std::mt19937_64 random(20071106);
  std::size_t as_large = 0;
  for (std::size_t draw = 0; draw < draws; ++draw) {
    double sum = 0;
    std::uint64_t coins = 0;
    for (std::size_t topic = 0; topic < differences.size(); ++topic) {
      if (topic % 64 == 0) coins = random();
      sum += (coins & 1) != 0 ? differences[topic] : -differences[topic];
      coins >>= 1;
    }
    if (std::abs(sum) >= threshold) ++as_large;
  }
  return draws == 0 ? 1 : static_cast<double>(as_large) / static_cast<double>(draws);
}

}  // namespace backfile
