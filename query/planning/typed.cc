// Words as typed: where WordPlanner prefers the form and the spelling that somebody wrote to others
// that are found as well. Both find the same articles as ever.
#include "query/planning/words.h"

namespace backfile {

// "storms" before "storm"; "Sørvik" before "Sorvik", or the other way round.
void WordPlanner::prefer_as_typed(Clause& clause, const Wanted& wanted, const Token& token) {
  if (!wanted.field.words->prefix.empty() || !wanted.ranks) return;
  const std::string form = word_term(wanted.field, token.term);
  MatchPattern pattern = empty_pattern(wanted.field, token.term);
  pattern.words.push_back({token.term, {}, false, false, {}});
  const RankingSettings& settings = ranker_.settings();
  prefer(clause, {pattern, ranker_.worth(form, settings.as_typed), true});

  // Where the archive knows one spelling, there is nothing to prefer.
  const bool has_accents = !token.accented.empty();
  if (!has_accents && context_.spellings.of(token.term).empty()) return;
  pattern.words.front().accented = has_accents ? token.accented : token.term;
  const std::string spelled = has_accents ? accented_term(token.accented) : form;
  prefer(clause, {pattern, ranker_.worth(spelled, settings.spelling), false});
}

// What is worth nothing is not worth looking for.
void WordPlanner::prefer(Clause& clause, Preference preference) {
  if (preference.most > 0) clause.preferences.push_back(std::move(preference));
}

}  // namespace backfile
