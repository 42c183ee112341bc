// Runs of Han, Kana and Thai: where WordPlanner decides whether one is a word or several.
#include <utility>

#include "query/docids/evaluation.h"
#include "query/planning/words.h"

namespace backfile {

// A short run is wanted as it stands; where no article has it so, its dictionary words are.
std::vector<Clause> WordPlanner::run(const Wanted& wanted, const std::vector<Analysis>& analyses) {
  const std::vector<Token>& tokens = analyses.front().front().tokens;
  std::vector<Clause> clauses = pieces(wanted, analyses, pieces_of(tokens));
  if (clauses.size() > 1 || !is_nowhere(clauses.front().costed)) return clauses;
  const std::vector<Range> smaller = dictionary_pieces_of(tokens);
  if (smaller.size() <= 1) return clauses;
  clauses = pieces(wanted, analyses, smaller);
  for (Clause& clause : clauses) clause.in_pieces = true;
  return clauses;
}

bool WordPlanner::is_nowhere(const CostedQuery& costed) const {
  constexpr double most_looked_at = 2'000'000;
  if (costed.finds_nothing() || costed.cost > most_looked_at) return costed.finds_nothing();
  return evaluate(costed.condition, context_.database).empty();
}

std::vector<Clause> WordPlanner::pieces(const Wanted& wanted, const std::vector<Analysis>& analyses,
                                        const std::vector<Range>& ranges) {
  const std::vector<Token>& tokens = analyses.front().front().tokens;
  // Where the dictionary may be wrong, pieces decide what matches and the whole text how well.
  const bool is_of_text = wanted.field.words->prefix.empty();
  const bool apart = wanted.ranks && is_of_text && ranges.size() > 1;
  std::vector<Clause> clauses;
  for (const Range range : ranges) {
    clauses.push_back(phrase(apart ? wanted.unranked() : wanted, analyses, range));
    clauses.back().relaxable = is_of_text;
  }
  if (ranges.size() > 1 && !clauses.empty()) {
    // Where the run stands as it was typed, all of it is marked.
    for (MatchPattern& pattern : phrase(wanted, analyses, whole_range(tokens)).patterns) {
      pattern.label = clauses.front().label;
      clauses.front().patterns.push_back(std::move(pattern));
    }
  }
  if (!apart) return clauses;
  std::vector<CostedQuery> support;
  for (const Analysis& analysis : analyses) {
    support.push_back(ranking_of(analysis, whole_range(tokens)));
  }
  clauses.front().support = any_of(support);
  return clauses;
}

}  // namespace backfile
