// A date begins with a lexeme and takes in what dots or a sign bind to it without a space.
#include "query/language/field_value.h"

#include <algorithm>
#include <array>

#include "query/ast/periods.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr auto dots = ".."sv;

bool is_piece(const Lexeme& lexeme) {
  return lexeme.kind == LexemeKind::word ||
         (lexeme.kind == LexemeKind::phrase && !lexeme.text.empty());
}

// As typed, but without quotation marks.
std::string_view text_of(std::string_view query, const Lexeme& lexeme) {
  return lexeme.text.empty() ? query.substr(lexeme.begin, lexeme.end - lexeme.begin) : lexeme.text;
}

// Whether dots or a sign, and no space, bind `next` to what stands before it.
bool is_bound(std::string_view query, const DateValue& value, const Lexeme& next) {
  constexpr std::array signs = {"<"sv, "<="sv, ">"sv, ">="sv};
  if (!is_piece(next)) return false;
  const std::string_view between = query.substr(value.end, next.begin - value.end);
  if (between == dots) return true;
  return between.empty() &&
         (value.text.ends_with(dots) || query.substr(value.end).starts_with(dots) ||
          std::ranges::find(signs, value.text) != signs.end());
}

// Puts the signs before the value in the order that periods.h reads. The lexer leaves some of them
// outside of the word, as punctuation.
void read_signs(std::string_view query, std::size_t begin, DateValue& value) {
  const std::size_t inside = std::min(value.text.find_first_not_of("<>=!"), value.text.size());
  const std::string signs = std::string(signs_before(query, begin)) + value.text.substr(0, inside);
  if (is_negation(signs)) value.negation = signs;
  value.text = date_signs(signs) + value.text.substr(inside);
}

// Whether a date begins with the lexeme at `index`, of up to three words: 5 March 2015.
bool is_date_at(std::string_view query, const std::vector<Lexeme>& lexemes, std::size_t index) {
  constexpr std::size_t most_words = 3;
  const std::size_t end = std::min(index + most_words, lexemes.size());
  for (std::size_t last = index; last < end && is_piece(lexemes[last]); ++last) {
    const std::size_t begin = lexemes[index].begin;
    const std::string_view text = last == index ? text_of(query, lexemes[index])
                                                : query.substr(begin, lexemes[last].end - begin);
    if (read_period("date", text)) return true;
  }
  return false;
}

}  // namespace

std::string_view signs_before(std::string_view query, std::size_t begin) {
  constexpr std::string_view signs = "<>=!";
  std::size_t first = begin;
  while (first > 0 && signs.find(query[first - 1]) != signs.npos) --first;
  return query.substr(first, begin - first);
}

bool is_negation(std::string_view signs) {
  return signs == "<>" || (signs.starts_with('!') && signs.find_first_not_of('=', 1) == signs.npos);
}

std::string date_signs(std::string_view signs) {
  if (signs == "=>") return ">=";
  if (signs == "=<") return "<=";
  const bool says_nothing = signs == "=" || signs == "==" || is_negation(signs);
  return says_nothing ? "" : std::string(signs);
}

std::string negation_hint(std::string_view signs) {
  return "“" + std::string(signs) + "” was read as “-”, which leaves out what follows.";
}

DateValue date_value(std::string_view query, const std::vector<Lexeme>& lexemes,
                     std::size_t index) {
  const Lexeme& first = lexemes[index];
  DateValue value{std::string(text_of(query, first)), "", first.end, first.closed, index + 1};
  while (is_piece(first) && value.next < lexemes.size() &&
         is_bound(query, value, lexemes[value.next])) {
    const Lexeme& piece = lexemes[value.next++];
    value.text += query.substr(value.end, piece.begin - value.end);
    value.text += text_of(query, piece);
    value.end = piece.end;
    value.closed = piece.closed;
  }
  read_signs(query, first.begin, value);
  return value;
}

namespace {

// 2014 -2015 and 2014- 2015: the hyphen stands at one of the dates, as if it left something out.
bool has_dash_and_date(std::string_view query, const std::vector<Lexeme>& lexemes,
                       const DateValue& value) {
  constexpr std::array dashes = {"-"sv, "−"sv, "–"sv, "—"sv};
  std::size_t next = value.next;
  if (next < lexemes.size() && lexemes[next].kind == LexemeKind::minus) ++next;
  if (next >= lexemes.size() || !is_piece(lexemes[next])) return false;
  std::string between;
  for (const char c : query.substr(value.end, lexemes[next].begin - value.end)) {
    if (c != ' ' && c != '"') between += c;
  }
  return std::ranges::find(dashes, between) != dashes.end() && is_date_at(query, lexemes, next);
}

}  // namespace

std::string apart_range_hint(std::string_view query, const std::vector<Lexeme>& lexemes,
                             const DateValue& value) {
  constexpr std::array between = {"-"sv, "−"sv,  "–"sv,    "—"sv,     ".."sv, "..."sv,
                                  "…"sv, "to"sv, "till"sv, "until"sv, "TO"sv};
  if (value.next >= lexemes.size()) return "";
  const Lexeme& next = lexemes[value.next];
  const bool has_dash = has_dash_and_date(query, lexemes, value);
  if (!is_piece(next) && !has_dash) return "";
  const std::string_view word = text_of(query, next);
  const bool is_between = std::ranges::find(between, word) != between.end();
  // Punctuation at the edge of a word is no part of its text: 1987 ..May
  const bool has_dots = value.text.ends_with(dots) || query.substr(0, next.begin).ends_with(dots) ||
                        word.starts_with(dots);
  const bool is_range = has_dash || (is_between && is_date_at(query, lexemes, value.next + 1)) ||
                        (is_between && word == "TO" && value.next + 1 < lexemes.size()) ||
                        (has_dots && is_date_at(query, lexemes, value.next));
  if (!is_range) return "";
  return "Only “" + value.text +
         "” was read as a date. Both ends of a range stand together, without a space, as in "
         "“date:2014..2015” or “date:\"March 2014\"..\"May 2015\"”.";
}

}  // namespace backfile
