// Snippets of random articles for random queries, each checked against what snippets promise.
//
// An execution is one query on one article. BACKFILE_SOAK=N runs N of each kind instead of the
// few thousand of an ordinary test; BACKFILE_SEED=N begins with another seed. A failure prints its
// own.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "tests/query/planning/planned.h"
#include "tests/query/search/oracle_archive.h"
#include "tests/query/snippet/recorded.h"
#include "tests/query/snippet/snippet_promises.h"
#include "tests/query/snippet/snippet_world.h"

namespace backfile {
namespace {

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

// Long runs say how far they are.
void tell_progress(std::uint64_t executions) {
  constexpr std::uint64_t step = 50'000;
  if (executions % step == 0 && executions > 0) std::cout << executions << " ..." << std::endl;
}

std::string traced(std::uint64_t seed, const std::string& question, const SnippetOptions& options,
                   const Article& article) {
  return "seed " + std::to_string(seed) + " width " + std::to_string(options.width) + " passages " +
         std::to_string(options.passages) + "\n" + question + "\n" + to_json_line(article);
}

// Patterns of every kind that the match finder knows, proximity among them, on texts made to break
// highlighters.
TEST(SnippetProperties, HoldForRandomQuestionsInManyScripts) {
  const std::uint64_t executions = number_from("BACKFILE_SOAK", 4000);
  const std::uint64_t first = number_from("BACKFILE_SEED", 1);
  Analyzer analyzer;
  std::uint64_t seed = first;
  for (; seed < first + executions && !HasFailure(); ++seed) {
    World world(seed);
    const Article article = world.article();
    const std::vector<MatchPattern> patterns = world.question(article, analyzer);
    const SnippetOptions options{.width = 30 + world.below(300), .passages = 1 + world.below(3)};
    SCOPED_TRACE(traced(seed, described(patterns), options, article));
    expect_promises_kept(article, patterns, analyzer, options);
    tell_progress(seed - first);
  }
  std::cout << seed - first << " executions from seed " << first << "\n";
}

bool is_marked(const Article& article, const std::vector<MatchPattern>& patterns,
               Analyzer& analyzer) {
  return std::ranges::any_of(mark_article(article, patterns, analyzer),
                             [](const Snippet& part) { return !part.marks.empty(); });
}

// One word is one clause, but for a run of Han that no article has: then each of its words is.
bool has_all_clauses(const Article& article, const std::vector<MatchPattern>& patterns,
                     Analyzer& analyzer) {
  std::map<std::string, std::vector<MatchPattern>> clauses;
  for (const MatchPattern& pattern : patterns) clauses[pattern.label].push_back(pattern);
  return !clauses.empty() && std::ranges::all_of(clauses, [&](const auto& clause) {
    return is_marked(article, clause.second, analyzer);
  });
}

// Queries through parser and planner, articles through an index: a word or a phrase is marked in
// just those articles that it finds.
TEST(SnippetProperties, HoldForQueriesPutToAnArchive) {
  constexpr std::size_t archive_size = 30, queries = 40, with_others = 6;
  const std::uint64_t wanted = number_from("BACKFILE_SOAK", 4000);
  std::uint64_t seed = number_from("BACKFILE_SEED", 1), executions = 0, found_by_one = 0;
  for (; executions < wanted && !HasFailure(); ++seed) {
    const std::vector<Article> articles = random_archive(seed, archive_size);
    Planned planned(articles);
    Dice dice(seed);
    for (std::size_t i = 0; i < queries && !HasFailure(); ++i) {
      const Parsed parsed = parse(to_query(random_question(dice, articles)));
      const std::vector<MatchPattern> patterns = planned.plan(parsed.query).patterns;
      const std::vector<std::string> found = planned.found(parsed.query);
      const bool one_leaf =
          parsed.tree.kind == NodeKind::word || parsed.tree.kind == NodeKind::phrase;
      for (const Article& article : articles) {
        const bool matches = std::ranges::find(found, article.id) != found.end();
        const SnippetOptions options{.width = 30 + dice.below(300), .passages = 1 + dice.below(3)};
        SCOPED_TRACE(traced(seed, parsed.query + "  " + described(patterns), options, article));
        if (one_leaf) {
          EXPECT_EQ(has_all_clauses(article, patterns, planned.analyzer()), matches);
          found_by_one += matches ? 1 : 0;
        }
        if (!matches && !dice.one_in(with_others)) continue;
        expect_promises_kept(article, patterns, planned.analyzer(), options);
        tell_progress(++executions);
      }
    }
  }
  std::cout << executions << " executions, up to seed " << seed << "\n";
  EXPECT_GT(found_by_one, executions / 100) << "questions that find nothing prove little";
}

}  // namespace
}  // namespace backfile
