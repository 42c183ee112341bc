// Every kind of hint is asked in turn; those about fields only where no field is given.
#include "query/language/word_hints.h"

#include <algorithm>

#include "query/language/field_codes.h"
#include "query/language/field_marks.h"
#include "query/language/lexemes/other_syntax.h"
#include "query/language/other_notations.h"
#include "query/language/other_operators.h"

namespace backfile {
namespace {

bool has_small_letters(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

// What the word and the next are together.
std::string hint_with_next(const Lexeme& word, const Lexeme& next) {
  if (next.kind == LexemeKind::word || next.kind == LexemeKind::phrase) {
    return pair_hint(word.text, next.text);
  }
  const bool is_segment = next.kind == LexemeKind::open && next.begin > word.end &&
                          !has_small_letters(word.text) && is_segment_name(word.text);
  return is_segment ? segment_hint(word.text) : "";
}

}  // namespace

std::vector<Hint> word_hints(std::string_view query, const std::vector<Lexeme>& lexemes,
                             std::size_t index, Manner manner, bool in_field, bool prefixed) {
  const Lexeme& word = lexemes[index];
  std::vector<Hint> hints = {wildcard_hint(query, word, manner),
                             {bang_hint(query, word)},
                             {tilde_hint(query, word)},
                             double_minus_hint(query, word, manner),
                             long_dash_hint(query, word),
                             single_quotes_hint(query, word, manner),
                             angle_hint(query, word),
                             {weight_hint(query, word)},
                             {word_operator_hint(lexemes, index, manner)},
                             small_connector_hint(query, lexemes, index, manner),
                             bracketed_distance_hint(lexemes, index),
                             within_hint(lexemes, index, manner),
                             {bracketed_field_hint(query, word)},
                             {dotted_field_hint(query, word, manner.operators)},
                             {field_behind_hint(query, word)},
                             {slashed_field_hint(query, word, manner.operators)},
                             regular_expression_hint(query, word),
                             range_hint(query, lexemes, index)};
  if (in_field) return hints;
  const bool alone = index == 0 || prefixed || manner.operators || manner.fields;
  hints.push_back({unknown_field_hint(query, word)});
  hints.push_back({code_hint(query, word)});
  hints.push_back(field_code_hint(lexemes, index, manner));
  hints.push_back({field_equals_hint(query, lexemes, index, alone)});
  hints.push_back({relation_hint(query, lexemes, index, alone)});
  hints.push_back(field_apart_hint(query, word, index == 0 || prefixed, manner));
  hints.push_back(colon_apart_hint(query, word));
  hints.push_back(parameter_hint(query, word));
  hints.push_back({date_is_hint(lexemes, index, alone)});
  hints.push_back(earlier_search_hint(query, lexemes, index, manner));
  hints.push_back(heading_hint(query, lexemes, index, manner));
  hints.push_back(sql_hint(query, lexemes, index, manner));
  if (index + 1 < lexemes.size()) hints.push_back({hint_with_next(word, lexemes[index + 1])});
  return hints;
}

}  // namespace backfile
