// Acronyms: what a word means that is typed in capitals or with dots.
//
// The rule, which the rest of the query engine follows:
//
// - A word is written as an acronym if it has two letters or more and is in capitals or has dots
//   between them: US, U.S., a.m. These are one word, distinct from "us" and "am".
// - Where a whole sentence is in capitals (three words or more), the two cannot be told apart: the
//   words of such a headline or article count both as acronyms and as ordinary words.
// - A common word typed as an acronym (WHO, US, IT, a.m.) matches only where it is written as one,
//   in the text, in a field or in a phrase, whatever `match` says. If no article does that, it
//   is the common word. Any other acronym (AIDS, OPEC) finds all its forms; articles that write
//   it as an acronym rank higher, and in these its other forms are not marked.
// - A query of three words or more, or a phrase of two or more, that is all in capitals has no
//   acronyms except those with dots.
// - A word after = that is typed as an acronym matches only where it is written as one.
// - Tags, authors and sections have no acronyms; filters compare them in small letters.
//
// A note in the answer says how a word was read. The index has the terms for this (schema.h, A and,
// for common words, AA); record_patterns.h marks by the same rule.
#include <algorithm>

#include "indexer/text/word_shape.h"
#include "query/ast/quoted.h"
#include "query/planning/words.h"

namespace backfile {
namespace {

bool has_dots(std::string_view text, const Token& token) {
  return slice(text, token.range).find('.') != std::string_view::npos;
}

std::string acronym_note(std::string_view typed, const std::string& word) {
  return in_quotes(typed) +
         " was read as an acronym: only where it has capitals or dots. For the "
         "word, type " +
         in_quotes(word) + ".";
}

std::string common_word_note(std::string_view typed, const std::string& word, bool left_out) {
  return "No article writes " + in_quotes(typed) +
         " in capitals or with dots, so it was read as the " + "common word " + in_quotes(word) +
         (left_out ? ", which counts only where nothing else is asked for." : ".");
}

std::string preference_note(std::string_view typed) {
  return "Articles that write " + in_quotes(typed) +
         " in capitals rank higher. For these alone, type " + in_quotes("=" + std::string(typed)) +
         ".";
}

constexpr std::string_view shouted_note =
    "The query is all in capitals, so its words were not read as acronyms.";

std::string shouted_phrase_note(std::string_view phrase) {
  return in_quotes(phrase) +
         " is all in capitals, so its words were not read as acronyms: they may be in small "
         "letters.";
}

std::vector<std::string> acronym_terms(const std::string& term) {
  return {capitals_term(term), shouted_term(term)};
}

}  // namespace

// Dots tell, even where everything is in capitals.
bool WordPlanner::is_acronym(std::string_view text, const Token& token) const {
  if (!token.capitals && !token.shouted) return false;
  return (token.capitals && !shouted_) || has_dots(text, token);
}

bool WordPlanner::is_written_as_acronym(const Token& token) const {
  return std::ranges::any_of(acronym_terms(token.term), [&](const std::string& term) {
    return context_.database.term_exists(term);
  });
}

// "US" and "U.S." are not pronouns, unless no article writes them in capitals. `typed` is the word
// in each analysis.
void WordPlanner::read_common_word(Clause& clause, const Wanted& wanted,
                                   const std::vector<const Token*>& typed) {
  const Node& node = wanted.node;
  const Field& field = wanted.field;
  const Token& word = *typed.front();
  const std::string_view as_typed = slice(node.text, word.range);
  std::vector<CostedQuery> places;
  for (const Token* token : typed) {
    const auto terms = acronym_terms(token->term);
    if (field.words->prefix.empty()) {
      for (const auto& term : terms) places.push_back(term_query(context_.database, term));
    } else {
      MatchPattern acronym = empty_pattern(field, clause.label);
      acronym.words.push_back({token->term, {}, true, false, {}});
      places.push_back(as_patterns(
          one_of_each(context_.database, {{word_term(field, token->term)}, terms}), {acronym}));
    }
  }
  const bool is_written =
      std::ranges::any_of(typed, [&](const Token* token) { return is_written_as_acronym(*token); });
  if (!is_acronym(node.text, word) || !is_written) {
    clause.stop_word = clause.relaxable;
    if (is_written && shouted_ && word.capitals) {
      clause.acronym_notes.push_back({std::string(shouted_note)});
    } else if (is_acronym(node.text, word) && context_.stems_fit) {
      const bool left_out = clause.stop_word && node.boost == 1;
      clause.acronym_notes.push_back({common_word_note(as_typed, word.term, left_out)});
    }
    return;
  }
  clause.costed = all_of({clause.costed, unranked(any_of(places))});
  for (MatchPattern& pattern : clause.patterns) pattern.words.front().capitals_only = true;
  clause.acronym_notes.push_back({acronym_note(as_typed, word.term)});
}

// "AIDS" is no verb, but some write "Aids": articles that have the capitals come first.
void WordPlanner::prefer_capitals(Clause& clause, const Wanted& wanted, const Token& token) {
  const Field& field = wanted.field;
  const Xapian::Database& database = context_.database;
  const double written = database.get_termfreq(capitals_term(token.term));
  const bool prefers = token.capitals && !shouted_ && written > 0;
  if (!field.words->prefix.empty() || !prefers || !is_mostly_capitals(field, token)) return;
  for (MatchPattern& pattern : clause.patterns) pattern.words.front().prefers_capitals = true;
  if (!wanted.ranks) return;
  MatchPattern acronym = empty_pattern(field, token.term);
  acronym.words.push_back({token.term, {}, true, false, {}});
  const double worth = ranker_.worth(capitals_term(token.term), ranker_.settings().capitals);
  prefer(clause, {std::move(acronym), worth, true});
  // Nothing is to be told where all articles have it so.
  if (clause.costed.matches() > written && !is_always_in_capitals(token))
    clause.acronym_notes.push_back({preference_note(clause.label), true});
}

// As far as forms tell: of a sentence in capitals nobody knows.
bool WordPlanner::is_always_in_capitals(const Token& token) const {
  const Lexicon& lexicon = context_.forward.lexicon();
  const auto in_capitals = [&](FormId form) {
    return (lexicon.row(form).flags & form_in_capitals) != 0;
  };
  return std::ranges::all_of(lexicon.with_folded(token.term), [&](FormId form) {
    return in_capitals(form) && std::ranges::all_of(lexicon.family_of(form), in_capitals);
  });
}

// A name in a dateline or a word in a headline is no acronym for that.
bool WordPlanner::is_mostly_capitals(const Field& field, const Token& token) const {
  constexpr double least = 0.25;  // of the articles that have the word
  const Xapian::Database& database = context_.database;
  return database.get_termfreq(capitals_term(token.term)) >=
         least * database.get_termfreq(word_term(field, token.term));
}

// Of a phrase or the pieces of a compound; `tokens` are all of it.
void WordPlanner::demand_capitals(Clause& clause, const Node& node,
                                  const std::vector<Token>& tokens, PhraseVariant& words) const {
  const auto count = std::ranges::count(tokens, TokenKind::word, &Token::kind);
  const bool shouts = count > 1 && is_in_capitals(node.text);
  for (PhrasePosition& word : words) {
    word.capitals = demands_capitals(clause, node, *word.token, shouts);
  }
}

// "WHO" is no pronoun in a phrase either. A word wanted as it stands that is typed in capitals may
// nowhere be in small letters.
bool WordPlanner::demands_capitals(Clause& clause, const Node& node, const Token& token,
                                   bool shouts) const {
  if (node.exact) return token.capitals || token.shouted;
  if (!token.capitals && !token.shouted) return false;
  const auto stops = [&](const std::string& language) {
    return backfile::is_stop_word(token.term, language);
  };
  if (!std::ranges::any_of(context_.languages, stops)) return false;
  const bool is_written = is_written_as_acronym(token);
  if (!has_dots(node.text, token) && (shouts || shouted_)) {
    if (is_written && shouted_) {
      clause.acronym_notes.push_back({std::string(shouted_note)});
    } else if (is_written && node.kind == NodeKind::phrase) {
      clause.acronym_notes.push_back({shouted_phrase_note(node.text)});
    }
    return false;
  }
  const std::string_view typed = slice(node.text, token.range);
  if (is_written) {
    clause.acronym_notes.push_back({acronym_note(typed, token.term)});
  } else if (context_.stems_fit) {
    clause.acronym_notes.push_back({common_word_note(typed, token.term, false)});
  }
  return is_written;
}

}  // namespace backfile
