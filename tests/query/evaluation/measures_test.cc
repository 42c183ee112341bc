// The measures compared with values worked out by hand.
#include "query/evaluation/measures.h"

#include <gtest/gtest.h>

#include <cmath>

namespace backfile {
namespace {

// Ranking a b c d e; relevant: b (grade 2), d (grade 1), x (grade 3, never found). c is judged 0.
const std::vector<std::string> ranking = {"a", "b", "c", "d", "e"};
const Judgements judgements = {{"b", 2}, {"c", 0}, {"d", 1}, {"x", 3}};

TEST(Measures, AgreeWithFiguresWorkedOutByHand) {
  const Measures measures = measure(ranking, judgements);
  // Relevant at ranks 2 and 4 of three: (1/2 + 2/4) / 3.
  EXPECT_DOUBLE_EQ(measures.average_precision, 1.0 / 3);
  EXPECT_DOUBLE_EQ(measures.precision_10, 0.2);
  EXPECT_DOUBLE_EQ(measures.recall_100, 2.0 / 3);
  EXPECT_DOUBLE_EQ(measures.reciprocal_rank, 0.5);
  // 2/log2(3) + 1/log2(5) over 3/log2(2) + 2/log2(3) + 1/log2(4).
  const double ideal = 3 + 2 / std::log2(3) + 0.5;
  EXPECT_DOUBLE_EQ(measures.ndcg_10, (2 / std::log2(3) + 1 / std::log2(5)) / ideal);
}

TEST(Measures, APerfectRankingHasOneThroughout) {
  const std::vector<std::string> perfect = {"x", "b", "d"};
  const Measures measures = measure(perfect, judgements);
  EXPECT_DOUBLE_EQ(measures.ndcg_10, 1);
  EXPECT_DOUBLE_EQ(measures.average_precision, 1);
  EXPECT_DOUBLE_EQ(measures.recall_100, 1);
  EXPECT_DOUBLE_EQ(measures.reciprocal_rank, 1);
}

TEST(Measures, OnlyTheFirstTenCountForPrecisionAndGain) {
  std::vector<std::string> late(10, "nothing");
  late.push_back("x");
  const Measures measures = measure(late, judgements);
  EXPECT_EQ(measures.ndcg_10, 0);
  EXPECT_EQ(measures.precision_10, 0);
  EXPECT_GT(measures.recall_100, 0);
}

TEST(Measures, ATopicWithoutRelevantJudgementsIsNotMeasured) {
  EXPECT_FALSE(has_relevant({{"a", 0}, {"b", -1}}));
  EXPECT_TRUE(has_relevant(judgements));
}

TEST(Randomization, TheSameFiguresTwiceDifferByLuckAlone) {
  const std::vector<double> same = {0.1, 0.5, 0.9};
  EXPECT_EQ(randomization_p(same, same), 1);
}

TEST(Randomization, AgreesWithCountingEveryAssignment) {
  // Four topics, each better by 0.1: of the 16 assignments of signs two are as extreme.
  const std::vector<double> ours = {0.6, 0.6, 0.6, 0.6}, theirs = {0.5, 0.5, 0.5, 0.5};
  EXPECT_NEAR(randomization_p(ours, theirs), 2.0 / 16, 0.005);
  EXPECT_EQ(randomization_p(ours, theirs), randomization_p(ours, theirs)) << "draws are seeded";
}

}  // namespace
}  // namespace backfile
