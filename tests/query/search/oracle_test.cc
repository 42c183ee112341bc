// The engine against the oracle: random queries must select exactly the same articles.
#include <gtest/gtest.h>

#include <cstdlib>

#include "query/language/parser.h"
#include "query/search/searcher.h"
#include "tests/oracle.h"
#include "tests/query/search/oracle_archive.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

// How many questions, and from which seed: more of them, and others, by the environment.
std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

std::set<std::string> selected(Searcher& searcher, const std::string& query) {
  Request request;
  request.query = query;
  request.match = Match::all;
  request.limit = 10'000;
  request.snippets = false;
  const Answer answer = searcher.search(request);
  EXPECT_FALSE(answer.refused);
  std::set<std::string> ids;
  for (const Hit& hit : answer.hits) ids.insert(hit.article.id);
  EXPECT_EQ(answer.total, ids.size());
  return ids;
}

std::string listed(const std::set<std::string>& ids) {
  std::string list;
  for (const std::string& id : ids) list += id + " ";
  return list;
}

// The smallest part of the question on which the two differ; empty if they agree.
std::string difference(Searcher& searcher, Oracle& oracle, const std::string& query) {
  const Parsed parsed = parse(query);
  if (parsed.refused) return "";
  const std::string expected = listed(oracle.select(parsed.tree));
  const std::string found = listed(selected(searcher, query));
  if (found == expected) return "";
  for (const Node& child : parsed.tree.children) {
    const std::string smaller = difference(searcher, oracle, to_query(child));
    if (!smaller.empty()) return smaller;
  }
  return query + "\n  " + dump(parsed.tree) + "\n  found    " + found + "\n  expected " + expected;
}

using MakeArchive = std::vector<Article> (*)(std::uint64_t seed, std::size_t count);

void expect_agreement(MakeArchive make) {
  const std::uint64_t seed = number_from("ORACLE_SEED", 1);
  const std::uint64_t archives = number_from("ORACLE_ARCHIVES", 4);
  const std::uint64_t questions = number_from("ORACLE_QUESTIONS", 500);
  std::size_t answered = 0;
  for (std::uint64_t archive = seed; archive < seed + archives; ++archive) {
    const std::vector<Article> articles = make(archive, 80);
    const SmallIndex index(articles);
    Searcher searcher(open_archive(index.directory()));
    Oracle oracle(articles);
    Dice dice(archive * 1000);
    for (std::uint64_t i = 0; i < questions; ++i) {
      const std::string query = to_query(random_question(dice, articles));
      ASSERT_EQ(difference(searcher, oracle, query), "")
          << "ORACLE_SEED=" << archive << ", question " << i << ": " << query;
      answered += oracle.select(parse(query).tree).empty() ? 0U : 1U;
    }
  }
  // Questions that select nothing prove little.
  EXPECT_GT(answered, archives * questions / 4);
}

TEST(Oracle, AndTheEngineSelectTheSameArticles) {
  expect_agreement(random_archive);
}

TEST(Oracle, AgreesWhereCapitalsTellNoAcronyms) {
  expect_agreement(shouting_archive);
}

}  // namespace
}  // namespace backfile
