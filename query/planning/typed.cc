// Words as typed: where WordPlanner ranks the form and the spelling that somebody wrote before
// others that are found as well. Both find the same articles as ever.
#include "query/planning/words.h"

namespace backfile {

// "storms" before "storm"; "Sørvik" before "Sorvik", or the other way round.
void WordPlanner::prefer_as_typed(Clause& clause, const Wanted& wanted, const Token& token) {
  const Field& field = wanted.field;
  if (!field.words->prefix.empty() || !wanted.ranks) return;
  const CostedQuery form = ranker_.form(word_term(field, token.term));
  clause.support = any_of({clause.support, boosted(form, ranker_.settings().as_typed),
                           ranker_.having(spelled(field, token), ranker_.settings().spelling)});
}

// The articles that have the word with the accents that it was typed with, or without any. Empty
// where the archive knows one spelling.
CostedQuery WordPlanner::spelled(const Field& field, const Token& token) const {
  if (!token.accented.empty()) return term_query(context_.database, accented_term(token.accented));
  if (context_.spellings.of(token.term).empty()) return {};
  MatchPattern plain = empty_pattern(field, token.term);
  plain.words.push_back({token.term, token.term, false, false, {}});
  return as_patterns(term_query(context_.database, word_term(field, token.term)), {plain});
}

}  // namespace backfile
