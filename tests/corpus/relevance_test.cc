// How good the ranking is, in golden files: a change of ranking shows in their diff.
//
// The sample archive topic by topic; the judged collections, which lie outside the project, by
// their means.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/build/builder.h"
#include "query/evaluation/evaluate.h"
#include "tests/golden_file.h"
#include "tests/places.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

Evaluation evaluate_in(const std::string& source, const std::string& topics,
                       const std::string& qrels, std::ostream* run = nullptr) {
  const TemporaryDirectory directory;
  BuildOptions building;
  building.sources = {source};
  building.index = (directory.path() / "index").string();
  build(building);
  Searcher searcher(open_archive(building.index));
  EvaluateOptions options;
  options.run = run;
  return evaluate(searcher, read_topics(topics), read_qrels(qrels), options);
}

std::string figures(const Measures& measures) {
  char line[80];
  std::snprintf(line, sizeof line, "nDCG@10 %.4f  MAP %.4f  R@100 %.4f  MRR %.4f", measures.ndcg_10,
                measures.average_precision, measures.recall_100, measures.reciprocal_rank);
  return line;
}

// The first ids of each topic, out of a run in TREC's six columns.
std::map<std::string, std::vector<std::string>> first_of(const std::string& run,
                                                         std::size_t count) {
  std::map<std::string, std::vector<std::string>> first;
  std::istringstream in(run);
  std::string topic, fixed, id, rank, score, name;
  while (in >> topic >> fixed >> id >> rank >> score >> name) {
    if (first[topic].size() < count) first[topic].push_back(id);
  }
  return first;
}

TEST(Relevance, OfTheSampleArchiveIsAsRecorded) {
  const std::string corpus = std::string(source_dir) + "/corpus";
  std::ostringstream run;
  const Evaluation evaluation =
      evaluate_in(corpus + "/articles", corpus + "/topics.tsv", corpus + "/qrels.txt", &run);
  const auto first = first_of(run.str(), 5);
  const std::map<std::string, Judgements> judged = read_qrels(corpus + "/qrels.txt");
  ASSERT_TRUE(evaluation.mean);
  std::string text = "mean     " + figures(*evaluation.mean) + "\n";
  for (const TopicResult& topic : evaluation.topics) {
    ASSERT_TRUE(topic.measures) << topic.id;
    text += "\n" + topic.id + "  " + topic.text + "\n         " + figures(*topic.measures) + "\n";
    for (const std::string& id : first.at(topic.id)) {
      const Judgements& grades = judged.at(topic.id);
      const auto grade = grades.find(id);
      text +=
          "      " + std::to_string(grade == grades.end() ? 0 : grade->second) + "  " + id + "\n";
    }
  }
  expect_golden("relevance_sample.txt", text);
}

class JudgedRelevance : public testing::TestWithParam<std::string> {};

TEST_P(JudgedRelevance, IsAsRecorded) {
  const char* data = std::getenv("BACKFILE_TEST_DATA");
  if (data == nullptr) GTEST_SKIP() << "set BACKFILE_TEST_DATA to a folder with judged/";
  const std::string folder = std::string(data) + "/judged/" + GetParam();
  const Evaluation evaluation =
      evaluate_in(folder + "/docs.jsonl", folder + "/topics.tsv", folder + "/qrels.txt");
  ASSERT_TRUE(evaluation.mean);
  expect_golden("relevance_" + GetParam() + ".txt", figures(*evaluation.mean) + "\n");
}

INSTANTIATE_TEST_SUITE_P(Collections, JudgedRelevance,
                         testing::Values("cranfield", "time", "xquad-de", "xquad-en", "xquad-ru",
                                         "xquad-zh"),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace backfile
