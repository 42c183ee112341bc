// See other_operators.h.
#include "query/language/other_operators.h"

#include <algorithm>
#include <array>

#include "query/language/periods.h"
#include "query/language/quoted.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

bool is_operand(const Lexeme& lexeme) {
  return lexeme.kind == LexemeKind::word || lexeme.kind == LexemeKind::phrase;
}

// Between two operands; brackets and prefixes belong to them.
bool is_between(const std::vector<Lexeme>& lexemes, std::size_t index) {
  if (index == 0 || index + 1 >= lexemes.size()) return false;
  const LexemeKind before = lexemes[index - 1].kind;
  return (is_operand(lexemes[index - 1]) || before == LexemeKind::close ||
          before == LexemeKind::boost || before == LexemeKind::fuzzy) &&
         begins_operand(lexemes[index + 1].kind);
}

// Whether hyphens stand where an operator would: at the beginning, behind a space or a bracket.
bool begins_there(std::string_view query, std::size_t at) {
  return at == 0 || query[at - 1] == ' ' || query[at - 1] == '(';
}

}  // namespace

std::string word_operator_hint(const std::vector<Lexeme>& lexemes, std::size_t index,
                               Manner manner) {
  constexpr std::array exclusions = {"ANDNOT"sv, "AND-NOT"sv, "AND_NOT"sv};
  const std::string_view word = lexemes[index].text;
  if (!is_between(lexemes, index)) return "";
  if (std::ranges::find(exclusions, word) != exclusions.end()) {
    return quoted(word) +
           " is not an operator here; it was searched as a word, and nothing was left out. Write "
           "NOT.";
  }
  if (word == "XOR") {
    return "“XOR” is not an operator here; it was searched as a word. Write OR, or two queries.";
  }
  if (!manner.operators) return "";
  if (word == "not") {
    return "“not” in small letters is a word like any other, so nothing was left out. Write NOT.";
  }
  if (word == "or") {
    return "“or” in small letters is a word like any other, so both sides were searched. Write OR.";
  }
  return "";
}

std::string date_is_hint(const std::vector<Lexeme>& lexemes, std::size_t index, bool alone) {
  if (!alone || index + 2 >= lexemes.size() || !is_operand(lexemes[index + 2])) return "";
  const std::string_view word = lexemes[index].text, verb = lexemes[index + 1].text;
  const bool is_date = (word == "DATE" || word == "date") && (verb == "IS" || verb == "is");
  if (!is_date || !read_period("date", lexemes[index + 2].text)) return "";
  return quoted(std::string(word) + " " + std::string(verb)) +
         " is not understood; its words were searched. Write date:2019 or date:2019..2021.";
}

std::string double_minus_hint(std::string_view query, const Lexeme& word) {
  constexpr auto marks = "-"sv;
  const bool is_bare = word.text.empty();
  const std::size_t end = is_bare ? word.end : word.begin;
  std::size_t begin = end;
  while (begin > 0 && marks.find(query[begin - 1]) != marks.npos) --begin;
  const bool is_doubled = end - begin >= 2 && begins_there(query, begin);
  const bool binds = end < query.size() && query[end] > ' ' && query[end] != ')';
  // A second one, as in "the ferry --late again-- sank", shows that they are dashes.
  if (!is_doubled || !binds || query.find("--") != begin || query.find("--", end) != query.npos) {
    return "";
  }
  return "“--” does not leave out what follows, which was searched. Write one hyphen, as in -" +
         (is_bare ? "\"oil price\"" : std::string(word.text)) + ".";
}

std::string weight_hint(std::string_view query, const Lexeme& word) {
  const std::string_view behind = query.substr(word.end);
  const std::size_t inside = word.text.find('^');
  const bool is_inside = inside != word.text.npos && inside >= 2;
  const bool is_behind = behind == "^" || behind.starts_with("^ ") || behind.starts_with("^-");
  const bool is_of_phrase = word.begin > 1 && query[word.begin - 1] == '^' &&
                            (query[word.begin - 2] == '"' || query[word.begin - 2] == ')');
  if (!is_inside && !is_behind && !is_of_phrase) return "";
  return "A weight is a number, as in oil^2; what stands here was searched as plain words.";
}

}  // namespace backfile
