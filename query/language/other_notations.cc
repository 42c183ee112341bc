// Each notation has a mark that prose lacks: where prose may have it, too, operators or the place
// in the query must speak for it, or the sentence is a doubtful one.
#include "query/language/other_notations.h"

#include <algorithm>
#include <array>

#include "indexer/text/ascii.h"
#include "query/ast/quoted.h"
#include "query/language/lexemes/other_syntax.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr auto npos = std::string_view::npos;

char before(std::string_view query, std::size_t at) {
  return at == 0 ? ' ' : query[at - 1];
}

char behind(std::string_view query, std::size_t at) {
  return at < query.size() ? query[at] : ' ';
}

bool is_edge(char c) {
  return c == ' ' || c == '(' || c == ')' || c == ':';
}

std::string not_understood(std::string_view typed) {
  return shortly_quoted(typed) + " is not understood; its words were searched.";
}

// #1, S1 and 1: the number of a search, and whether it looks like nothing else.
bool is_search_number(std::string_view query, const Lexeme& lexeme) {
  if (lexeme.kind != LexemeKind::word) return false;
  std::string_view text = lexeme.text;
  if (text.starts_with('#') || text.starts_with('S')) text.remove_prefix(1);
  return is_number(text, 2) && is_edge(before(query, lexeme.begin)) &&
         is_edge(behind(query, lexeme.end));
}

// Whether nothing but brackets stands between it and operators or the query's ends, and it has an
// operator at one side at least.
bool is_whole_operand(const std::vector<Lexeme>& lexemes, std::size_t index) {
  std::size_t first = index, last = index;
  while (first > 0 && lexemes[first - 1].kind == LexemeKind::open) --first;
  while (last + 1 < lexemes.size() && lexemes[last + 1].kind == LexemeKind::close) ++last;
  const bool begins = first == 0, ends = last + 1 == lexemes.size();
  const bool left = begins || is_boolean(lexemes[first - 1].kind);
  const bool right = ends || is_boolean(lexemes[last + 1].kind);
  return left && right && !(begins && ends);
}

bool are_all_search_numbers(std::string_view query, const std::vector<Lexeme>& lexemes) {
  return std::ranges::all_of(lexemes, [&](const Lexeme& lexeme) {
    return is_boolean(lexeme.kind) || lexeme.kind == LexemeKind::open ||
           lexeme.kind == LexemeKind::close || is_search_number(query, lexeme);
  });
}

// or/1-5, and/1,3
bool joins_searches(std::string_view word) {
  const std::size_t slash = word.find('/');
  const std::string_view name = word.substr(0, std::min(slash, word.size()));
  return slash != npos && (name == "or" || name == "and") && slash + 1 < word.size() &&
         word.find_first_not_of("0123456789-,", slash + 1) == npos;
}

// Where a heading's slash stands: right behind a word or phrase, and nothing behind it.
bool has_heading_slash(std::string_view query, const Lexeme& lexeme) {
  return (lexeme.kind == LexemeKind::word || lexeme.kind == LexemeKind::phrase) &&
         behind(query, lexeme.end) == '/' && is_edge(behind(query, lexeme.end + 1)) &&
         lexeme.text.find_first_of("/.:@") == npos;
}

// Of `exp`: whether a heading ends behind it, before an operator does.
bool explodes(std::string_view query, const std::vector<Lexeme>& lexemes, std::size_t index) {
  constexpr std::size_t most_words = 6;
  const std::size_t end = std::min(lexemes.size(), index + 1 + most_words);
  for (std::size_t next = index + 1; next < end; ++next) {
    if (is_boolean(lexemes[next].kind) || lexemes[next].kind == LexemeKind::open) return false;
    if (has_heading_slash(query, lexemes[next])) return true;
  }
  return false;
}

}  // namespace

Hint regular_expression_hint(std::string_view query, const Lexeme& word) {
  const std::size_t begin = word.begin;
  if (before(query, begin) != '/' || !is_edge(before(query, begin - 1))) return {};
  const std::size_t end = std::min(query.find_first_of(" \t\n", begin), query.size());
  const std::size_t slash = query.substr(0, end).rfind('/');
  if (slash == npos || slash <= begin || !is_edge(behind(query, slash + 1))) return {};
  const std::string_view inside = query.substr(begin, slash - begin);
  if (inside.find_first_of("*+?[]{}|^$\\") == npos) return {};
  return {shortly_quoted(query.substr(begin - 1, slash + 2 - begin)) +
          " was not read as a regular expression, which is not understood; its words were "
          "searched."};
}

Hint single_quotes_hint(std::string_view query, const Lexeme& word, Manner manner) {
  constexpr std::array opening = {"'"sv, "‘"sv, "‚"sv}, closing = {"'"sv, "’"sv, "‘"sv};
  const std::string_view head = query.substr(0, word.begin);
  const auto opens = std::ranges::find_if(opening, [&](auto mark) { return head.ends_with(mark); });
  if (opens == opening.end() || word.text.empty() || is_ascii_digit(word.text[0])) return {};
  const std::size_t begin = word.begin - opens->size();
  const char edge = before(query, begin);
  if (!is_edge(edge) && edge != '-' && edge != '=') return {};
  for (std::size_t at = word.begin; at < query.size(); ++at) {
    const std::string_view rest = query.substr(at);
    const auto mark = std::ranges::find_if(closing, [&](auto m) { return rest.starts_with(m); });
    if (mark == closing.end()) continue;
    if (before(query, at) == ' ') return {};  // another is opened
    const std::size_t end = at + mark->size();
    const char next = behind(query, end);
    if (next != ' ' && next != ')') continue;  // an apostrophe
    const std::string_view inside = query.substr(word.begin, at - word.begin);
    const bool is_all = begin == 0 && end == query.size();
    const bool is_speech = manner.headline || (begin == 0 && is_ascii_capital(inside[0]));
    if (inside.find(' ') == npos || (is_speech && !is_all)) return {};
    return {shortly_quoted(query.substr(begin, end - begin)) +
                " was searched as plain words. A phrase stands between double quotation marks: " +
                shortly_quoted('"' + std::string(inside) + '"') + ".",
            true};
  }
  return {};
}

Hint range_hint(std::string_view query, const std::vector<Lexeme>& lexemes, std::size_t index) {
  const Lexeme& word = lexemes[index];
  constexpr std::size_t year = 4;
  const std::string_view text = word.text;
  if (text.size() == 2 * year + 2 && text.substr(year, 2) == ".." &&
      is_number(text.substr(0, year), year) && is_number(text.substr(year + 2), year)) {
    return {in_quotes(text) +
            " was searched as words. For these years write “date:" + std::string(text) + "”."};
  }
  const char open = before(query, word.begin);
  if ((open != '[' && open != '{') || index + 2 >= lexemes.size()) return {};
  const Lexeme& last = lexemes[index + 2];
  const char close = behind(query, last.end);
  if (lexemes[index + 1].text != "TO" || last.kind != LexemeKind::word ||
      (close != ']' && close != '}')) {
    return {};
  }
  const std::string_view typed = query.substr(word.begin - 1, last.end + 2 - word.begin);
  const bool are_dates = !text.empty() && !last.text.empty() && is_ascii_digit(text[0]) &&
                         is_ascii_digit(last.text[0]);
  return {not_understood(typed) + " Write " +
          (are_dates ? in_quotes("date:" + std::string(text) + ".." + std::string(last.text))
                     : "“date:2019..2021” for dates; other ranges cannot be asked for") +
          "."};
}

Hint earlier_search_hint(std::string_view query, const std::vector<Lexeme>& lexemes,
                         std::size_t index, Manner manner) {
  const Lexeme& word = lexemes[index];
  constexpr auto advice =
      " was searched as a word; earlier searches have no numbers here. Write out what they asked "
      "for."sv;
  if (joins_searches(word.text)) return {in_quotes(word.text) + std::string(advice)};
  if (!is_search_number(query, word) || !is_whole_operand(lexemes, index)) return {};
  // HARBOUR OR #1 in capitals is no query with operators, but #1 AND #2 is.
  if (word.text[0] == '#' && (manner.operators || are_all_search_numbers(query, lexemes))) {
    return {in_quotes(word.text) + std::string(advice)};
  }
  return {are_all_search_numbers(query, lexemes) ? in_quotes(word.text) + std::string(advice) : "",
          true};
}

Hint heading_hint(std::string_view query, const std::vector<Lexeme>& lexemes, std::size_t index,
                  Manner manner) {
  constexpr auto advice =
      " is not understood as a subject heading; its words were searched. Perhaps you mean "
      "“tag:”."sv;
  const Lexeme& word = lexemes[index];
  const std::string_view text = word.text;
  const auto tell = [&](std::string_view typed, bool doubtful = false) {
    return Hint{shortly_quoted(typed) + std::string(advice), doubtful};
  };
  if ((text == "exp" || text == "EXP") && explodes(query, lexemes, index)) return tell("exp … /");
  if ((text == "mh" || text == "MH") && before(query, word.begin) == '[' &&
      behind(query, word.end) == ' ' && query.find(']', word.end) != npos) {
    return tell("[mh … ]");
  }
  const std::size_t quote = text.rfind("'/");
  const std::string_view tail = quote == npos ? text : text.substr(quote + 2);
  const bool is_attached = quote != npos || (before(query, word.begin) == '/' && word.begin > 1 &&
                                             query[word.begin - 2] == '"');
  if (is_attached && (tail == "exp" || tail == "exp/mj" || tail == "de" || tail == "mj")) {
    return tell("/" + std::string(tail));
  }
  if (text.ends_with("/exp") && text.size() > 6) return tell(text);
  if (!has_heading_slash(query, word) || text.size() < 3) return {};
  if (before(query, word.begin) == '/') return {};  // a path
  const bool ends = index + 1 == lexemes.size() || is_boolean(lexemes[index + 1].kind) ||
                    lexemes[index + 1].kind == LexemeKind::close;
  const std::string typed = std::string(text) + "/";
  if (ends && manner.operators) return tell(typed);
  return ends && index == 0 ? tell(typed, true) : Hint{};
}

Hint sql_hint(std::string_view query, const std::vector<Lexeme>& lexemes, std::size_t index,
              Manner manner) {
  const std::string_view text = lexemes[index].text;
  const std::size_t left = lexemes.size() - index - 1;
  if (text == "SELECT" && index == 0 && !manner.shouted) {
    const bool has_from = std::ranges::find(lexemes, "FROM"sv, &Lexeme::text) != lexemes.end();
    if (has_from) {
      return {
          "SQL is not understood; its words were searched. Write what you look for, as in "
          "“title:oil date:2019..2021”."};
    }
  }
  if (text == "BETWEEN" && !manner.shouted && left >= 3 &&
      lexemes[index + 2].kind == LexemeKind::op_and && !lexemes[index + 1].text.empty() &&
      is_ascii_digit(lexemes[index + 1].text[0])) {
    const std::string from(lexemes[index + 1].text), to(lexemes[index + 3].text);
    return {"“BETWEEN” is not understood; it was searched as a word. Write “date:" + from + ".." +
            to + "”."};
  }
  if (text == "IN" && left >= 1 && index > 0 && lexemes[index + 1].kind == LexemeKind::open &&
      field_meant(lexemes[index - 1].text)) {
    return {
        "“IN ( )” is not understood; it was searched as a word. Write “title:(oil OR gas)” for "
        "words in the title."};
  }
  if ((text == "LIKE" || text == "like") && left >= 1 && index > 0) {
    const Lexeme& next = lexemes[index + 1];
    const bool has_percent = next.text.starts_with('%') || next.text.ends_with('%') ||
                             next.text.ends_with("%'") ||
                             query.substr(next.begin).starts_with("'%");
    if (has_percent) {
      return {in_quotes(text) +
              " is not understood; it was searched as a word. Write “title:oil” for a word in the "
              "title."};
    }
  }
  return {};
}

}  // namespace backfile
