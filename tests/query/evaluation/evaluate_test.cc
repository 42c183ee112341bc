// Topics and judgements that do not fit each other, and files with mistakes in them.
#include "query/evaluation/evaluate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "indexer/base/failure.h"
#include "tests/small_index.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

class Evaluate : public testing::Test {
 protected:
  std::vector<Topic> topics(const std::string& text) const {
    return read_topics(directory_.write("topics.tsv", text));
  }
  std::string refusal_of(const std::string& text) const {
    try {
      topics(text);
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Exit::unreadable);
      return failure.what();
    }
    return "";
  }

  TemporaryDirectory directory_;
};

TEST_F(Evaluate, AveragesOverTheTopicsAskedAndSaysWhichAreLeftOut) {
  const SmallIndex index({small_article("a", "Storm"), small_article("b", "Flood")});
  Searcher searcher(open_archive(index.directory()));
  const std::map<std::string, Judgements> judged = {
      {"1", {{"a", 1}}}, {"2", {{"b", 1}}}, {"3", {{"b", 0}}}, {"4", {{"a", 1}}}};
  const Evaluation evaluation = evaluate(searcher, topics("1\tstorm\n5\tflood\n"), judged, {});
  ASSERT_TRUE(evaluation.mean);
  EXPECT_EQ(evaluation.mean->reciprocal_rank, 1);
  EXPECT_EQ(evaluation.topics.size(), 2U);
  EXPECT_EQ(evaluation.not_asked, 2U) << "3 has nothing relevant";
  EXPECT_THAT(to_text(evaluation, true),
              StartsWith("2 topics, 1 with relevant judgements; 2 more are judged but were not "
                         "asked\n"));
  EXPECT_THAT(to_json(evaluation, false), HasSubstr("\"not_asked\": 2"));
}

TEST_F(Evaluate, CountsAnIdThatSeveralArticlesHaveOnceAndSaysSo) {
  Article first = small_article("7", "Storm"),
          second = small_article("7", "Storm over the harbour");
  first.identity = "file a.jsonl\n7";
  second.identity = "file b.jsonl\n7";
  const SmallIndex index({first, second, small_article("8 b", "Storm and flood")});
  Searcher searcher(open_archive(index.directory()));
  std::ostringstream run;
  const std::map<std::string, Judgements> judged = {{"1", {{"7", 1}, {"8%20b", 1}, {"9", 0}}}};
  EvaluateOptions options;
  options.run = &run;
  const Evaluation evaluation = evaluate(searcher, topics("1\tstorm\n"), judged, options);
  EXPECT_THAT(evaluation.shared_ids, testing::ElementsAre("7"));
  EXPECT_EQ(evaluation.topics[0].found, 2U);
  EXPECT_EQ(evaluation.topics[0].passed_over, 1U);
  EXPECT_EQ(evaluation.mean->average_precision, 1) << "no id is found twice";
  EXPECT_EQ(evaluation.mean->ndcg_10, 1);
  const std::string lines = run.str();
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2) << lines;
  EXPECT_THAT(to_text(evaluation, false),
              HasSubstr("\n1 judged id is shared by several articles (7): each counts once, where "
                        "the first of its articles stands. To measure one collection, index it "
                        "alone.\n1 hit was passed over, as another article above had the same "
                        "id.\n"));
  EXPECT_THAT(to_json(evaluation, false), HasSubstr("\"passed_over\": 1"));
}

TEST_F(Evaluate, SaysHowManyJudgedArticlesAreNotInTheIndex) {
  const SmallIndex index({small_article("a", "Storm"), small_article("b c", "Flood")});
  Searcher searcher(open_archive(index.directory()));
  const auto text_of = [&](const Judgements& judged) {
    const Evaluation evaluation = evaluate(searcher, topics("1\tstorm\n"), {{"1", judged}}, {});
    EXPECT_THAT(to_json(evaluation, false),
                HasSubstr("\"not_there\": " + std::to_string(evaluation.not_there)));
    return to_text(evaluation, false);
  };
  EXPECT_THAT(text_of({{"a", 1}, {"x", 1}, {"y", 0}}),
              HasSubstr("\n2 of 3 judged articles are not in the index.\n"));
  EXPECT_THAT(text_of({{"a", 1}, {"x", 1}}),
              HasSubstr("\n1 of 2 judged articles is not in the index.\n"));
  EXPECT_THAT(text_of({{"a", 1}, {"b%20c", 1}}), testing::Not(HasSubstr("not in the index")));
}

TEST_F(Evaluate, RefusesToMeasureWhatCanOnlyBeZero) {
  const SmallIndex index({small_article("a", "Storm"), small_article("b", "Flood")});
  const Searcher searcher(open_archive(index.directory()));
  const auto refusal = [&](const std::map<std::string, Judgements>& judged) -> std::string {
    try {
      require_fit(searcher, topics("1\tstorm\n2\tflood\n"), judged);
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Exit::unreadable);
      return failure.what();
    }
    return "";
  };
  EXPECT_EQ(refusal({{"1", {{"x", 1}}}, {"2", {{"b", 1}}}}), "");
  EXPECT_THAT(refusal({{"3", {{"a", 1}}}}), StartsWith("no topic has an article that is judged"));
  EXPECT_THAT(refusal({{"1", {{"a", 0}}}}), StartsWith("no topic has an article that is judged"));
  EXPECT_THAT(refusal({}), StartsWith("no topic has an article that is judged"));
  EXPECT_THAT(refusal({{"1", {{"x", 1}, {"a", 0}}}, {"2", {{"y", 2}}}, {"3", {{"b", 1}}}}),
              StartsWith("none of the 2 articles that are judged relevant is in the index (x was"));
  EXPECT_THAT(refusal({{"1", {{"x", 1}}}}),
              StartsWith("the one article that is judged relevant is not in the index (x was"));
}

TEST_F(Evaluate, KnowsWhichArticlesAnIdInJudgementsMayMean) {
  EXPECT_THAT(article_ids("8"), testing::ElementsAre("8"));
  EXPECT_THAT(article_ids("a%20b%09c%2"), testing::ElementsAre("a%20b%09c%2", "a b\tc%2"));
}

TEST_F(Evaluate, CountsTheArticlesOfALongIdExactly) {
  const std::string start(400, 'x');
  const SmallIndex index(
      {small_article(start + "1", "Storm"), small_article(start + "2", "Storm")});
  const Searcher searcher(open_archive(index.directory()));
  EXPECT_EQ(searcher.articles_called(start + "1"), 1U);
  EXPECT_EQ(searcher.articles_called(start), 0U);
}

TEST_F(Evaluate, RefusesAFileWithoutTopics) {
  for (const char* text : {"", "\n\r\n", "\uFEFF"}) {
    EXPECT_THAT(
        refusal_of(text),
        EndsWith("topics.tsv holds no topic; write one a line: an id, a tab and its words"));
  }
}

TEST_F(Evaluate, NamesATopicThatStandsTwice) {
  EXPECT_THAT(refusal_of("1\tstorm\n\n2\tflood\n1\ttide\n"),
              EndsWith("topics.tsv, line 4: the topic 1 stands above already; give it an id of "
                       "its own"));
}

TEST_F(Evaluate, SkipsAByteOrderMark) {
  EXPECT_EQ(topics("\uFEFF1\tstorm\n").at(0).id, "1");
  const auto judged = read_qrels(directory_.write("qrels.txt", "\uFEFF1 0 a 1\n"));
  EXPECT_TRUE(judged.contains("1"));
}

}  // namespace
}  // namespace backfile
