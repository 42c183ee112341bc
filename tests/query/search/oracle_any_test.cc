// Searches for any of the words, the engine against the oracle. The articles found, how many have
// all words, the words that each lacks, and the marks must all agree.
#include <gtest/gtest.h>

#include <algorithm>

#include "query/language/parser.h"
#include "query/search/searcher.h"
#include "tests/oracle.h"
#include "tests/query/search/oracle_archive.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using Ids = std::set<std::string>;

// Tags, authors and sections count as words that an article has, and the oracle reads texts alone.
std::vector<Article> articles_of_text_alone(std::uint64_t seed) {
  constexpr std::uint64_t last_quiet = 3;
  std::vector<Article> articles =
      seed > last_quiet ? shouting_archive(seed, 80) : random_archive(seed, 80);
  for (Article& article : articles) {
    article.tags.clear();
    article.author.clear();
    article.section.clear();
  }
  return articles;
}

Answer answer_to(Searcher& searcher, const std::string& query, Match match) {
  Request request;
  request.query = query;
  request.match = match;
  request.limit = 100;  // of 80
  request.snippets = false;
  return searcher.search(request);
}

Ids ids_of(const Answer& answer) {
  Ids ids;
  for (const Hit& hit : answer.hits) ids.insert(hit.article.id);
  return ids;
}

bool is_marked(Searcher& searcher, const Article& article, const std::string& query) {
  return std::ranges::any_of(searcher.marked(article_key(article), query)->passages,
                             [](const Snippet& passage) { return !passage.marks.empty(); });
}

// What is demanded beside the words: phrases, brackets, words in a field.
bool demands_more(const Node& tree) {
  const auto demands = [](const Node& node) {
    return node.kind == NodeKind::phrase || node.kind == NodeKind::any ||
           (node.kind == NodeKind::word && (node.exact || !node.field.empty()));
  };
  return demands(tree) || std::ranges::any_of(tree.children, demands);
}

class OracleOfAny : public testing::TestWithParam<std::uint64_t> {
 protected:
  std::string next_question() { return to_query(random_words(dice_, articles_)); }

  void expect_true(const Answer& answer, const std::string& query) {
    const std::vector<Oracle::PlainWord> words = oracle_.plain_words(parse(query).tree);
    const bool more = demands_more(parse(query).tree);
    for (const Hit& hit : answer.hits) {
      const std::string& id = hit.article.id;
      std::vector<std::string> missing;
      for (const Oracle::PlainWord& word : words) {
        if (!word.ids.contains(id)) missing.push_back(word.label);
      }
      EXPECT_EQ(hit.missing, missing) << query << ": " << id;
      const bool has_any = missing.size() < words.size();
      if (more) continue;
      EXPECT_EQ(is_marked(searcher_, hit.article, query), has_any) << query << ": " << id;
    }
  }

  std::vector<Article> articles_ = articles_of_text_alone(GetParam());
  SmallIndex index_{articles_};
  Searcher searcher_{open_archive(index_.directory())};
  Oracle oracle_{articles_};
  Dice dice_{GetParam() * 77};
};

constexpr int questions = 250;

TEST_P(OracleOfAny, FindsWhatHasAWordAndCountsWhatHasAll) {
  std::size_t partly = 0;
  for (int i = 0; i < questions; ++i) {
    const std::string query = next_question();
    const Node tree = parse(query).tree;
    const Answer any = answer_to(searcher_, query, Match::any);
    const Ids complete = oracle_.select(tree);
    ASSERT_EQ(ids_of(any), oracle_.select_any(tree)) << query;
    ASSERT_EQ(any.total, any.hits.size()) << query;
    ASSERT_EQ(any.complete, complete.size()) << query;
    expect_true(any, query);
    partly += !complete.empty() && complete.size() < any.total ? 1U : 0U;
  }
  EXPECT_GT(partly, questions / 10U) << "too few questions that tell some from all";
}

TEST_P(OracleOfAny, TopicAddsToItAndCountsTheSameComplete) {
  for (int i = 0; i < questions; ++i) {
    const std::string query = next_question();
    const Node tree = parse(query).tree;
    const Answer topic = answer_to(searcher_, query, Match::topic);
    const Ids found = ids_of(topic), any = oracle_.select_any(tree);
    ASSERT_TRUE(std::ranges::includes(found, any)) << query;
    ASSERT_TRUE(!topic.expansion.empty() || found == any) << query;
    ASSERT_EQ(topic.total, topic.hits.size()) << query;
    ASSERT_EQ(topic.complete, oracle_.select(tree).size()) << query;
    expect_true(topic, query);
  }
}

TEST_P(OracleOfAny, RelaxedAnswersPutFirstWhatHasAll) {
  int relaxed = 0;
  for (int i = 0; i < questions; ++i) {
    const std::string query = next_question();
    const Node tree = parse(query).tree;
    const Answer answer = answer_to(searcher_, query, Match::automatic);
    const Ids complete = oracle_.select(tree);
    ASSERT_EQ(answer.complete, complete.size()) << query;
    ASSERT_EQ(ids_of(answer), answer.relaxed ? oracle_.select_any(tree) : complete) << query;
    if (!answer.relaxed) continue;
    ++relaxed;
    expect_true(answer, query);
    for (std::size_t rank = 0; rank < answer.hits.size(); ++rank) {
      ASSERT_EQ(complete.contains(answer.hits[rank].article.id), rank < complete.size()) << query;
    }
  }
  EXPECT_GT(relaxed, questions / 10);
}

INSTANTIATE_TEST_SUITE_P(Archives, OracleOfAny, testing::Values(1U, 2U, 3U, 4U, 5U));

}  // namespace
}  // namespace backfile
