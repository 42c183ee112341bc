// Topics and judgements that do not fit each other, and files with slips in them.
#include "query/evaluate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/failure.h"
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
