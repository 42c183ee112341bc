// See word_hints.h.
#include "query/language/word_hints.h"

#include <algorithm>

#include "query/language/field_marks.h"
#include "query/language/hints.h"
#include "query/language/other_operators.h"
#include "query/language/other_syntax.h"

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
  const bool is_segment =
      next.kind == LexemeKind::open && !has_small_letters(word.text) && is_function_name(word.text);
  return is_segment ? segment_hint(word.text) : "";
}

}  // namespace

std::vector<std::string> word_hints(std::string_view query, const std::vector<Lexeme>& lexemes,
                                    std::size_t index, Manner manner, bool in_field,
                                    bool prefixed) {
  const Lexeme& word = lexemes[index];
  std::vector<std::string> hints = {wildcard_hint(query, word, manner),
                                    bang_hint(query, word),
                                    double_minus_hint(query, word),
                                    weight_hint(query, word),
                                    word_operator_hint(lexemes, index, manner),
                                    bracketed_field_hint(query, word),
                                    dotted_field_hint(query, word)};
  if (in_field) return hints;
  const bool alone = index == 0 || prefixed || manner.operators || manner.fields;
  hints.push_back(unknown_field_hint(query, word));
  hints.push_back(code_hint(query, word));
  hints.push_back(field_equals_hint(query, lexemes, index, alone));
  hints.push_back(field_apart_hint(query, word, alone));
  hints.push_back(date_is_hint(lexemes, index, alone));
  if (index + 1 < lexemes.size()) hints.push_back(hint_with_next(word, lexemes[index + 1]));
  return hints;
}

}  // namespace backfile
