// A word counts as an operator of another service only between two operands, and an ordinary word
// only where capitals, phrases or brackets show that operators are meant.
#include "query/language/other_operators.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/text/ascii.h"
#include "query/ast/periods.h"
#include "query/ast/quoted.h"

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

bool is_small(const Lexeme& lexeme) {
  return lexeme.kind == LexemeKind::word && std::ranges::all_of(lexeme.text, is_ascii_small);
}

// A phrase, or a bracket at this side.
bool is_bracketed(const Lexeme& lexeme, LexemeKind bracket) {
  return lexeme.kind == LexemeKind::phrase || lexeme.kind == bracket;
}

bool is_distance(std::string_view text) {
  return is_number(text, 2);
}

// Whether hyphens stand where an operator would: at the beginning, behind a space or a bracket.
bool begins_there(std::string_view query, std::size_t at) {
  return at == 0 || query[at - 1] == ' ' || query[at - 1] == '(';
}

// Whether `within` and a number stand between two operands and count words: in "won within 3 games"
// and "within 5 km" they count something else.
bool is_within_words(const std::vector<Lexeme>& lexemes, std::size_t index) {
  constexpr std::array units = {"feet"sv, "percent"sv, "people"sv, "year"sv,  "month"sv, "week"sv,
                                "hour"sv, "minute"sv,  "mile"sv,   "metre"sv, "meter"sv, "inch"sv};
  if (index == 0 || index + 2 >= lexemes.size()) return false;
  const Lexeme &left = lexemes[index - 1], &right = lexemes[index + 2];
  if (left.kind == LexemeKind::phrase && right.kind == LexemeKind::phrase) return true;
  const bool is_alone = index == 1 && lexemes.size() == 4 && is_small(left) && is_small(right);
  return is_alone && right.text.size() > 3 && !right.text.ends_with('s') &&
         std::ranges::find(units, right.text) == units.end();
}

}  // namespace

std::string word_operator_hint(const std::vector<Lexeme>& lexemes, std::size_t index,
                               Manner manner) {
  constexpr std::array exclusions = {"ANDNOT"sv, "AND-NOT"sv, "AND_NOT"sv};
  const std::string_view word = lexemes[index].text;
  if (!is_between(lexemes, index)) return "";
  if (std::ranges::find(exclusions, word) != exclusions.end()) {
    return in_quotes(word) +
           " is not an operator here; it was searched as a word, and nothing was left out. Write "
           "“NOT”.";
  }
  if (word == "XOR") {
    return "“XOR” is not an operator here; it was searched as a word. Write “OR”, or two queries.";
  }
  constexpr std::array translated = {std::pair("UND"sv, "AND"sv), std::pair("ODER"sv, "OR"sv),
                                     std::pair("NICHT"sv, "NOT"sv)};
  for (const auto& [theirs, ours] : translated) {
    if (word == theirs && !manner.shouted) {
      return in_quotes(word) + " is not an operator here; it was searched as a word. Write " +
             in_quotes(ours) + ".";
    }
  }
  if (!manner.operators) return "";
  if (word == "not") {
    return "“not” in small letters is a word like any other, so nothing was left out. Write “NOT”.";
  }
  if (word == "or") {
    return "“or” in small letters is a word like any other, so both sides were searched. Write "
           "“OR”.";
  }
  return "";
}

std::string date_is_hint(const std::vector<Lexeme>& lexemes, std::size_t index, bool alone) {
  constexpr std::array names = {"DATE"sv, "date"sv, "PUBYEAR"sv, "pubyear"sv};
  constexpr std::array verbs = {"is"sv, "from"sv, "after"sv, "before"sv, "aft"sv, "bef"sv};
  if (!alone || index + 2 >= lexemes.size() || !is_operand(lexemes[index + 2])) return "";
  const std::string_view word = lexemes[index].text, verb = lexemes[index + 1].text;
  const bool is_date = std::ranges::find(names, word) != names.end() &&
                       std::ranges::find(verbs, ascii_lowered(verb)) != verbs.end();
  const std::string_view value = lexemes[index + 2].text;
  const bool has_day = value.size() == 8 && std::ranges::all_of(value, is_ascii_digit);
  if (!is_date || (!has_day && !read_period("date", value))) return "";
  return in_quotes(std::string(word) + " " + std::string(verb)) +
         " is not understood; its words were searched. Write “date:2019”, “after:2019”, "
         "“before:2019” "
         "or “date:2019..2021”.";
}

Hint small_connector_hint(std::string_view query, const std::vector<Lexeme>& lexemes,
                          std::size_t index, Manner manner) {
  const Lexeme& word = lexemes[index];
  const std::string_view text = word.text;
  const bool is_last = index > 0 && index + 1 == lexemes.size();
  if (is_last && is_distance(text) && query.substr(0, word.begin).ends_with(" ~")) {
    const bool of_phrase = lexemes[index - 1].kind == LexemeKind::phrase;
    if (!of_phrase && manner.sentence) return {};
    return {in_quotes("~" + std::string(text)) +
                " was searched as a number. It belongs right behind " +
                (of_phrase ? "the quotation mark." : "its word."),
            !of_phrase};
  }
  if (!is_between(lexemes, index)) return {};
  const Lexeme &left = lexemes[index - 1], &right = lexemes[index + 1];
  const bool is_unmistakable =
      is_bracketed(left, LexemeKind::close) && is_bracketed(right, LexemeKind::open);
  const bool is_alone = index == 1 && lexemes.size() == 3 && (text == "same" || !manner.sentence) &&
                        is_small(left) && is_small(right);
  const char sign = word.begin > 0 ? query[word.begin - 1] : ' ';
  const bool has_sign =
      (sign == '~' || sign == '+') && begins_there(query, word.begin - 1) && is_distance(text);
  const bool is_counted =
      text.size() >= 2 && (text[0] == 'n' || text[0] == 'w') && is_distance(text.substr(1));
  const bool is_verb = text == "near" || text == "same" || text == "next";
  if (!has_sign && !is_counted && !is_verb) return {};
  const std::string typed = (has_sign ? std::string(1, sign) : "") + std::string(text);
  const std::string message = in_quotes(typed) +
                              (has_sign ? " was searched as a number" : " was searched as a word") +
                              "; it does not say how near each other its sides must stand.";
  if (is_unmistakable || (sign == '~' && has_sign && left.kind == LexemeKind::phrase)) {
    return {message};
  }
  const bool is_likely = (manner.operators && is_small(left) && is_small(right)) ||
                         (is_alone && text != "near" && text != "next");
  return is_likely ? Hint{message, true} : Hint{};
}

Hint bracketed_distance_hint(const std::vector<Lexeme>& lexemes, std::size_t index) {
  if (index < 2 || index + 2 >= lexemes.size()) return {};
  const Lexeme &open = lexemes[index - 1], &close = lexemes[index + 1];
  const std::string_view text = lexemes[index].text;
  if (open.kind != LexemeKind::open || close.kind != LexemeKind::close || text.empty()) return {};
  const bool ends_in_letter =
      text.ends_with('w') || text.ends_with('n') || text.ends_with('W') || text.ends_with('N');
  const bool is_counted = text.size() > 1 && is_distance(text.substr(0, text.size() - 1));
  const bool is_attached = is_operand(lexemes[index - 2]) && is_operand(lexemes[index + 2]) &&
                           lexemes[index - 2].end == open.begin &&
                           lexemes[index + 2].begin == close.end;
  if (!ends_in_letter || !(is_counted || (is_attached && text.size() == 1))) return {};
  return {in_quotes("(" + std::string(text) + ")") +
          " was searched as a word; it does not say how near each other its sides must stand."};
}

Hint within_hint(const std::vector<Lexeme>& lexemes, std::size_t index, Manner manner) {
  const Lexeme& word = lexemes[index];
  const std::string name = ascii_lowered(word.text);
  const bool is_within = (name == "w/in" || name == "within") && index + 1 < lexemes.size() &&
                         lexemes[index + 1].kind == LexemeKind::word &&
                         is_number(lexemes[index + 1].text, 3);
  if (!is_within || (name == "within" && !is_within_words(lexemes, index))) return {};
  return {in_quotes(std::string(word.text) + " " + std::string(lexemes[index + 1].text)) +
              " was searched as words; it does not say how near each other its sides must stand.",
          !manner.operators};
}

std::string tilde_hint(std::string_view query, const Lexeme& word) {
  const bool has_tilde =
      word.begin > 0 && query[word.begin - 1] == '~' && begins_there(query, word.begin - 1);
  if (!has_tilde || !is_small(word) || word.text.size() < 3) return "";
  return in_quotes("~" + std::string(word.text)) +
         " does not look for synonyms; it was searched as a plain word.";
}

Hint double_minus_hint(std::string_view query, const Lexeme& word, Manner manner) {
  constexpr auto marks = "-"sv;
  const bool is_bare = word.text.empty();
  const std::size_t end = is_bare ? word.end : word.begin;
  std::size_t begin = end;
  while (begin > 0 && marks.find(query[begin - 1]) != marks.npos) --begin;
  const bool is_doubled = end - begin >= 2 && begins_there(query, begin);
  const bool binds = end < query.size() && query[end] > ' ' && query[end] != ')';
  // A second one, as in "the ferry --late again-- sank", shows that they are dashes.
  if (!is_doubled || !binds || query.find("--") != begin || query.find("--", end) != query.npos) {
    return {};
  }
  return {"“--” does not leave out what follows, which was searched. Write one hyphen, as in " +
              in_quotes("-" + (is_bare ? "\"oil price\"" : std::string(word.text))) + ".",
          manner.headline || manner.shouted};
}

Hint long_dash_hint(std::string_view query, const Lexeme& word) {
  constexpr std::array dashes = {"–"sv, "—"sv};
  const std::size_t end = word.text.empty() ? word.end : word.begin;
  const std::string_view before = query.substr(0, end), behind = query.substr(end);
  const auto ends_before = [&](std::string_view dash) { return before.ends_with(dash); };
  const auto dash = std::ranges::find_if(dashes, ends_before);
  if (dash == dashes.end() || !begins_there(query, end - dash->size())) return {};
  // "–5 degrees" is a number, "—Hola" somebody who speaks.
  constexpr auto never_left_out = " \t\n)0123456789"sv;
  if (behind.empty() || never_left_out.find(behind[0]) != behind.npos) return {};
  if (before == *dash && !word.text.empty() && is_ascii_capital(word.text[0])) return {};
  // A second one, as in "the ferry –late again– sank", shows that they are dashes.
  for (const std::string_view other : dashes) {
    for (std::size_t at = 0; (at = behind.find(other, at)) != behind.npos; at += other.size()) {
      if (at > 0 && behind[at - 1] != ' ') return {};
    }
  }
  return {in_quotes(*dash) +
              " does not leave out what follows, which was searched. Write a hyphen, as in " +
              in_quotes("-" + (word.text.empty() ? "\"oil price\"" : std::string(word.text))) + ".",
          true};
}

Hint angle_hint(std::string_view query, const Lexeme& word) {
  constexpr std::array operators = {"near"sv, "and"sv,      "or"sv,        "not"sv,   "phrase"sv,
                                    "in"sv,   "sentence"sv, "paragraph"sv, "order"sv, "accrue"sv};
  if (word.begin == 0 || query[word.begin - 1] != '<' || !begins_there(query, word.begin - 1))
    return {};
  if (!query.substr(word.end).starts_with("> ") || word.begin == 1) return {};
  const std::string name = ascii_lowered(word.text.substr(0, word.text.find('/')));
  if (std::ranges::find(operators, name) == operators.end()) return {};
  return {in_quotes("<" + std::string(word.text) + ">") +
              " is not an operator here; it was searched as a word." +
              (name == "and"   ? " All words are wanted anyhow."
               : name == "or"  ? " Write “OR”."
               : name == "not" ? " Write “NOT”."
                               : ""),
          true};
}

std::string everything_hint(std::string_view query, const Lexeme& lexeme) {
  if (query.substr(lexeme.begin, lexeme.end - lexeme.begin) != "*:*") return "";
  return "“*:*” does not stand for every article; it was left out.";
}

std::string weight_hint(std::string_view query, const Lexeme& word) {
  const std::string_view behind = query.substr(word.end);
  const std::size_t inside = word.text.find('^');
  const bool is_inside = inside != word.text.npos && inside >= 2;
  const bool is_behind = behind == "^" || behind.starts_with("^ ") || behind.starts_with("^-");
  const bool is_of_phrase = word.begin > 1 && query[word.begin - 1] == '^' &&
                            (query[word.begin - 2] == '"' || query[word.begin - 2] == ')');
  const std::string_view before = query.substr(0, word.begin);
  const bool is_apart = before == "^" || before.ends_with(" ^") || before.ends_with(" ^ ");
  if (is_apart && !word.text.empty() && is_ascii_digit(word.text.front())) {
    return in_quotes("^" + std::string(word.text)) +
           " was searched as a number. A weight stands right behind its word, as in “oil^2”.";
  }
  if (!is_inside && !is_behind && !is_of_phrase) return "";
  return "A weight is a number, as in “oil^2”; what stands here was searched as plain words.";
}

}  // namespace backfile
