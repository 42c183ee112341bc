// From a text to analyses by language, from analyses to ways, from ways to clauses.
#include "query/planning/words.h"

#include <algorithm>
#include <utility>

#include "indexer/base/lists.h"
#include "indexer/text/word_shape.h"

namespace backfile {
namespace {

const Field& body_field() {
  return field_of(FieldId::body);
}

bool same_terms(const std::vector<Token>& left, const std::vector<Token>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Token& a, const Token& b) {
                      return a.term == b.term && a.position == b.position && a.kind == b.kind;
                    });
}

// "l'homme": nothing but apostrophes between its words.
bool is_elision(std::string_view text, const std::vector<const Token*>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::size_t at = words[i - 1]->range.end;
    if (at >= words[i]->range.begin || !is_apostrophe(take_code_point(text, at))) return false;
  }
  return true;
}

// Whether an article that has the terms of the pattern must have it: a single word whose accents or
// capitals are a term of their own, or do not matter. Capitals are told of common words alone, as
// there is no term for another in a headline that is all in capitals.
bool terms_tell(const MatchPattern& pattern) {
  if (pattern.words.size() != 1) return pattern.words.empty();
  const WordPattern& word = pattern.words.front();
  const bool has_accents = !word.accented.empty(), has_capitals = word.capitals_only;
  if (has_capitals && !is_stop_word(word.term)) return false;
  return pattern.field.empty() ? !(has_accents && has_capitals) : !has_accents && !has_capitals;
}

Range range_of(const std::vector<PhrasePosition>& positions) {
  return {positions.front().token->range.begin, positions.back().token->range.end};
}

}  // namespace

bool WordPlanner::TermAllowance::take() {
  if (left_ == 0) narrowed_ = true;
  return left_ > 0 && left_-- > 0;
}

std::vector<Analysis> WordPlanner::analyses(std::string_view text) {
  std::vector<Analysis> analyses;
  for (const std::string& language : context_.languages) {
    InLanguage in{language, context_.analyzer.analyze(text, language)};
    if (in.tokens.empty()) continue;
    const auto same = std::find_if(analyses.begin(), analyses.end(), [&](const Analysis& analysis) {
      return same_terms(analysis.front().tokens, in.tokens);
    });
    if (same == analyses.end()) {
      analyses.push_back({std::move(in)});
    } else {
      same->push_back(std::move(in));
    }
  }
  return analyses;
}

std::vector<Clause> WordPlanner::clauses(const Node& node, bool excluded) {
  const Field* field = find_field(node.field, for_words);
  if (field == nullptr) field = &body_field();
  const std::vector<Analysis> variants = analyses(node.text);
  if (variants.empty()) return {};
  const std::vector<Token>& tokens = variants.front().front().tokens;
  const Wanted wanted{node, *field, !excluded && context_.stems_fit};
  if (node.kind == NodeKind::phrase || node.exact) {
    Clause clause = phrase(wanted, variants, whole_range(tokens));
    if (tokens.size() == 1 && !node.exact) prefer_capitals(clause, wanted, tokens.front());
    return {std::move(clause)};
  }
  if (without_spaces(tokens)) return run(wanted, variants);
  return {word(wanted, variants)};
}

Clause WordPlanner::word(const Wanted& wanted, const std::vector<Analysis>& analyses) {
  Clause clause;
  clause.label = wanted.node.text;
  clause.relaxable = wanted.field.words->prefix.empty();
  TermAllowance allowance(expansions_left_);
  std::vector<const Token*> typed;          // the word in each analysis, or nullptr
  std::vector<std::vector<Stem>> families;  // likewise
  std::vector<Stem> stems;                  // of all of them
  for (const Analysis& analysis : analyses) {
    typed.push_back(only_word(clause.label, analysis));
    families.push_back(typed.back() ? stems_of(analysis, *typed.back()) : std::vector<Stem>());
    stems.insert(stems.end(), families.back().begin(), families.back().end());
  }
  const bool one_word = std::ranges::find(typed, nullptr) == typed.end();
  const bool is_common = one_word && is_stop_word(stems);
  for (std::size_t i = 0; i < analyses.size(); ++i) {
    if (typed[i] == nullptr) {
      add_compound(clause, wanted, analyses[i], allowance);
      continue;
    }
    if (is_common) leave_out_strangers(families[i], *typed[i]);
    add(clause, as_family(wanted.field, clause.label, *typed[i], families[i], allowance));
  }
  if (is_common) {
    read_common_word(clause, wanted, typed);
  } else if (one_word) {
    prefer_capitals(clause, wanted, *typed.front());
    for (const Analysis& analysis : analyses) {
      prefer_as_typed(clause, wanted, analysis.front().tokens.front());
    }
  }
  clause.narrowed = allowance.narrowed();
  return clause;
}

// "half-brother": the pieces side by side, or the word that they make. It is ranked by all of them,
// which count wherever they stand.
void WordPlanner::add_compound(Clause& clause, const Wanted& wanted, const Analysis& analysis,
                               TermAllowance& allowance) {
  const std::vector<Token>& tokens = analysis.front().tokens;
  const Range whole = whole_range(tokens);
  auto positions = phrase_positions(clause.label, tokens, whole);
  demand_capitals(clause, wanted.node, tokens, positions);
  Variant pieces = as_forms(wanted.field, clause.label, positions, false, allowance);
  if (const Token* joined = joined_form(tokens)) {
    Variant one =
        as_family(wanted.field, clause.label, *joined, stems_of(analysis, *joined), allowance);
    one.costed = unranked(one.costed);
    add(clause, one);
  }
  if (wanted.ranks && clause.relaxable) {
    const double weight = ranker_.settings().pieces;
    clause.support = any_of({clause.support, boosted(ranking_of(analysis, whole), weight)});
  } else if (wanted.ranks) {
    pieces.costed = supported_by(pieces.costed, ranking_of(analysis, range_of(positions)));
  }
  add(clause, pieces);
}

Clause WordPlanner::phrase(const Wanted& wanted, const std::vector<Analysis>& analyses,
                           Range range) {
  const Node& node = wanted.node;
  Clause clause;
  clause.label = node.text.substr(range.begin, range.end - range.begin);
  TermAllowance allowance(expansions_left_);
  for (const Analysis& analysis : analyses) {
    Variant any;
    const auto add_variant = [&](const std::vector<PhrasePosition>& positions) {
      const Variant variant =
          as_forms(wanted.field, clause.label, positions, node.exact, allowance);
      any.costed = any_of({any.costed, variant.costed});
      append(any.patterns, variant.patterns);
    };
    auto variants = phrase_variants(node.text, analysis.front().tokens, range);
    for (PhraseVariant& variant : variants)
      demand_capitals(clause, node, analysis.front().tokens, variant);
    for (const auto& positions : variants) {
      add_variant(positions);
      if (node.exact) continue;
      for (const auto& compounds : compound_variants(context_.database, wanted.field, positions)) {
        add_variant(compounds);
      }
    }
    if (wanted.ranks && !variants.empty()) {
      any.costed = supported_by(any.costed, ranking_of(analysis, range_of(variants.front())));
    }
    add(clause, any);
  }
  clause.narrowed = allowance.narrowed();
  return clause;
}

MatchPattern WordPlanner::empty_pattern(const Field& field, const std::string& label) {
  MatchPattern pattern;
  if (!field.words->prefix.empty()) pattern.field = field.name;
  pattern.label = label;
  return pattern;
}

void WordPlanner::add(Clause& clause, const Variant& variant) {
  clause.costed = any_of({clause.costed, variant.costed});
  append(clause.patterns, variant.patterns);
}

CostedQuery WordPlanner::phrase_in(const Field& field, std::string_view text) {
  std::vector<CostedQuery> phrases;
  TermAllowance allowance(expansions_left_);
  for (const Analysis& analysis : analyses(text)) {
    const std::vector<Token>& tokens = analysis.front().tokens;
    const auto positions = phrase_positions(text, tokens, whole_range(tokens));
    phrases.push_back(as_forms(field, std::string(text), positions, false, allowance).costed);
  }
  return any_of(phrases);
}

// Candidates that are to be judged by their records.
CostedQuery WordPlanner::as_patterns(const CostedQuery& candidates,
                                     std::vector<MatchPattern> patterns) const {
  return where_found(candidates, context_.database, {context_.forward, context_.analyzer},
                     std::move(patterns));
}

// The forms as typed, one right after the other; not ranked.
WordPlanner::Variant WordPlanner::as_forms(const Field& field, const std::string& label,
                                           const std::vector<PhrasePosition>& positions, bool exact,
                                           TermAllowance& allowance) {
  const CostedQuery words =
      one_of_each(context_.database, terms_of(field, positions, exact, allowance));
  MatchPattern pattern = pattern_of(empty_pattern(field, label), positions, exact);
  if (terms_tell(pattern)) return {unranked(words), {std::move(pattern)}};
  return {as_patterns(words, {pattern}), {pattern}};
}

MatchPattern WordPlanner::pattern_of(const MatchPattern& empty,
                                     const std::vector<PhrasePosition>& positions, bool exact) {
  MatchPattern pattern = empty;
  for (const PhrasePosition& position : positions) {
    const Token& token = *position.token;
    WordPattern& word = pattern.words.emplace_back();
    word.term = token.term;
    if (exact) word.accented = token.accented;
    word.capitals_only = position.capitals;
    word.pieces = position.pieces;
    if (!position.across.empty()) word.forms = {position.across};
  }
  return pattern;
}

// nullptr where the analysis has more than a word.
const Token* WordPlanner::only_word(std::string_view typed, const Analysis& analysis) {
  const std::vector<Token>& tokens = analysis.front().tokens;
  if (joined_form(tokens) != nullptr) return nullptr;
  return only_content_word(typed, analysis, words_within(tokens, whole_range(tokens)));
}

// The word of "l'homme" is `homme`, wherever else it stands. nullptr where there are several words,
// and for "out-of-court", which means all of its pieces.
const Token* WordPlanner::only_content_word(std::string_view typed, const Analysis& analysis,
                                            const std::vector<const Token*>& words) {
  if (words.size() == 1) return words.front();
  if (!is_elision(typed, words)) return nullptr;
  const Token* only = nullptr;
  for (const Token* word : words) {
    if (is_stop_word(stems_of(analysis, *word))) continue;
    if (only != nullptr) return nullptr;
    only = word;
  }
  return only;
}

// The terms that tell how a word is written, where that matters; they say nothing of its field.
Alternatives WordPlanner::written_terms(const PhrasePosition& position, bool with_accents) {
  const Token& token = *position.token;
  if (position.pieces > 1) return {};
  if (with_accents && !token.accented.empty()) return {accented_term(token.accented)};
  // Who shouts another word, records alone tell.
  if (position.capitals && backfile::is_stop_word(token.term)) {
    return {capitals_term(token.term), shouted_term(token.term)};
  }
  return {};
}

// What an article must have that has the phrase. How a word is written tells nothing of its field.
std::vector<Alternatives> WordPlanner::terms_of(const Field& field,
                                                const std::vector<PhrasePosition>& positions,
                                                bool with_accents, TermAllowance& allowance) {
  std::vector<Alternatives> terms;
  for (const PhrasePosition& position : positions) {
    const Token& token = *position.token;
    if (position.pieces > 1) {
      terms.push_back({compound_term(field, token.term, position.pieces)});
      continue;
    }
    const Alternatives written = written_terms(position, with_accents);
    if (!written.empty()) terms.push_back(written);
    if (!written.empty() && field.words->prefix.empty()) continue;
    terms.push_back({word_term(field, token.term)});
    if (!position.across.empty()) terms.back().push_back(word_term(field, position.across));
    if (position.open_ended) {
      expand(terms.back(), forms_.bigrams_of(field, token.term), allowance);
    }
  }
  return terms;
}

// Adds the terms that are not there yet, as far as the query's expansions go.
void WordPlanner::expand(Alternatives& terms, const std::vector<std::string>& more,
                         TermAllowance& allowance) {
  for (const std::string& term : more) {
    if (term == terms.front()) continue;
    if (allowance.take()) terms.push_back(term);
  }
  if (more.size() >= most_bigrams) allowance.narrow();
}

}  // namespace backfile
