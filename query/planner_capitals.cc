// Words in capitals: where WordPlanner tells "WHO" from "who" and "AIDS" from "aids".
#include <algorithm>

#include "query/planner_words.h"

namespace backfile {

// "US" and "U.S." are no pronouns, unless all the question is in capitals; then dots tell.
bool WordPlanner::is_acronym(const Node& node, const Token& token) const {
  return (token.capitals && !shouted_) || node.text.find('.') != std::string::npos;
}

// An archive where nobody writes the acronym in capitals may still have it otherwise.
void WordPlanner::restrict_to_capitals(Wish& wish, const Field& field, const Token& token) {
  const std::string capitals = capitals_term(token.term);
  if (shouted_ || !context_.database.term_exists(capitals)) return;
  const Part places =
      field.prefix.empty()
          ? term_part(context_.database, capitals)
          : spelling_part(context_.database, {word_term(field, token.term), {capitals}});
  wish.part = all_of({wish.part, unranked(places)});
  for (Leaf& leaf : wish.leaves) leaf.words.front().capitals_only = true;
}

// "AIDS" is no verb, but some write "Aids": articles that have the capitals come first.
void WordPlanner::prefer_capitals(Wish& wish, const Field& field, const Token& token) {
  if (!field.prefix.empty() || !writes_capitals(token) || !is_mostly_capitals(field, token)) return;
  for (Leaf& leaf : wish.leaves) leaf.words.front().prefers_capitals = true;
  if (!ranks()) return;
  wish.support = any_of({wish.support, ranker_.capitals(token.term)});
}

bool WordPlanner::writes_capitals(const Token& token) const {
  return token.capitals && !shouted_ && context_.database.term_exists(capitals_term(token.term));
}

// A name in a dateline or a word in a headline is no acronym for that.
bool WordPlanner::is_mostly_capitals(const Field& field, const Token& token) const {
  constexpr double least = 0.25;  // of the articles that have the word
  const Xapian::Database& database = context_.database;
  return database.get_termfreq(capitals_term(token.term)) >=
         least * database.get_termfreq(word_term(field, token.term));
}

// In a phrase "WHO" is no pronoun either. A word wanted as it stands that is typed in capitals may
// nowhere be in small letters; a headline that is wholly in capitals has it as well.
void WordPlanner::demand_capitals(PhraseWay& words, bool exact) const {
  for (PhrasePosition& word : words) {
    const Token& token = *word.token;
    if (exact) {
      word.shouted = word.capitals = token.accented.empty() && (token.capitals || token.shouted);
      continue;
    }
    const auto stops = [&](const std::string& language) {
      return backfile::is_stop_word(token.term, language);
    };
    word.capitals = writes_capitals(token) && std::ranges::any_of(context_.languages, stops);
  }
}

}  // namespace backfile
