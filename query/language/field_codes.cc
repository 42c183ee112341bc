// A code counts by how seldom it is anything else, and by what stands around it: operators in the
// query, a phrase right behind the code, another code elsewhere. The sum decides between a note, a
// doubtful one and none.
#include "query/language/field_codes.h"

#include <algorithm>
#include <array>

#include "indexer/text/ascii.h"
#include "query/ast/quoted.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

enum Strength {
  common,   // an ordinary word, name or place: LA
  place,    // seldom quoted for what it abbreviates: TX
  acronym,  // TI, AU
  code,     // little else
};

struct FieldCode {
  std::string_view name;
  std::string_view ours;  // the field that is meant; empty where there is none
  Strength strength;
  bool may_be_small = false;         // people type it in small letters as well
  Strength before_small = strength;  // where a word in small letters follows: AB oil, not AB InBev
};
constexpr std::array field_codes = {
    FieldCode{"TI", "title", acronym, true}, FieldCode{"TITLE", "title", acronym},
    FieldCode{"HEADLINE", "title", acronym}, FieldCode{"AU", "author", acronym, true},
    FieldCode{"AUTHOR", "author", acronym},  FieldCode{"BYLINE", "author", acronym},
    FieldCode{"SU", "tag", code, true},      FieldCode{"SUBJECT", "tag", acronym},
    FieldCode{"DE", "tag", acronym},         FieldCode{"KW", "tag", acronym, true},
    FieldCode{"MH", "tag", acronym},         FieldCode{"KEYWORDS", "tag", acronym},
    FieldCode{"SO", "source", place},        FieldCode{"JN", "source", code},
    FieldCode{"LA", "lang", common},         FieldCode{"AB", "", acronym, true, code},
    FieldCode{"ABSTRACT", "", acronym},      FieldCode{"TX", "", place},
    FieldCode{"PY", "date", code},           FieldCode{"YR", "date", code},
};

const FieldCode* find_code(std::string_view name) {
  const auto* found = std::ranges::find_if(field_codes, [&](const FieldCode& row) {
    return row.name == name || (row.may_be_small && ascii_lowered(row.name) == name);
  });
  return found == field_codes.end() ? nullptr : found;
}

bool is_conjunction(std::string_view word) {
  return word == "and" || word == "or" || word == "not";
}

bool begins_operand_at(const std::vector<Lexeme>& lexemes, std::size_t index) {
  if (index == 0) return true;
  const Lexeme& before = lexemes[index - 1];
  return is_boolean(before.kind) || before.kind == LexemeKind::open ||
         before.kind == LexemeKind::minus || is_conjunction(before.text);
}

// The row of a code that stands, with a space, before a word or phrase; else nullptr.
const FieldCode* code_at(const std::vector<Lexeme>& lexemes, std::size_t index) {
  if (index + 1 >= lexemes.size() || lexemes[index].kind != LexemeKind::word) return nullptr;
  const FieldCode* found = find_code(lexemes[index].text);
  const Lexeme& next = lexemes[index + 1];
  const bool asks =
      next.kind == LexemeKind::phrase ||
      (next.kind == LexemeKind::word && !next.text.empty() && !is_conjunction(next.text));
  if (!found || !asks || next.begin <= lexemes[index].end) return nullptr;
  if (found->ours == "date" && !is_ascii_digit(next.text.front())) return nullptr;
  return begins_operand_at(lexemes, index) ? found : nullptr;
}

bool has_another_code(const std::vector<Lexeme>& lexemes, std::size_t but) {
  for (std::size_t index = 0; index < lexemes.size(); ++index) {
    const FieldCode* other = index == but ? nullptr : code_at(lexemes, index);
    if (other && other->strength >= acronym) return true;
  }
  return false;
}

int strength_as_typed(const FieldCode& found, std::string_view typed, std::string_view next,
                      Manner manner) {
  if (is_ascii_small(typed[0])) return common;
  const bool before_small = !next.empty() && is_ascii_small(next[0]);
  return (before_small ? found.before_small : found.strength) - (manner.shouted ? 1 : 0);
}

}  // namespace

Hint field_code_hint(const std::vector<Lexeme>& lexemes, std::size_t index, Manner manner) {
  constexpr int enough = 4, doubtful = 3;
  const FieldCode* found = code_at(lexemes, index);
  if (!found) return {};
  const Lexeme& word = lexemes[index];
  const int sum = strength_as_typed(*found, word.text, lexemes[index + 1].text, manner) +
                  (manner.operators ? 1 : 0) +
                  (lexemes[index + 1].kind == LexemeKind::phrase ? 2 : 0) +
                  (has_another_code(lexemes, index) ? 3 : 0);
  if (sum < doubtful) return {};
  if (sum < enough) {
    return {in_quotes(word.text) +
                " was searched as a word. If you mean the field of other services, " +
                (found->ours.empty() ? "leave it out."
                                     : "write " + in_quotes(std::string(found->ours) + ":") + "."),
            true};
  }
  return {in_quotes(word.text) + " is not understood; it was searched as a word." +
          (found->ours.empty() ? " There is no such field here; leave it out."
                               : did_you_mean(found->ours))};
}

}  // namespace backfile
