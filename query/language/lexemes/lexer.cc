// Text to lexemes: where words, quotes, operators and fields begin and end.
#include "query/language/lexemes/lexer.h"

#include <algorithm>
#include <span>

#include "indexer/article/fields.h"
#include "indexer/text/ascii.h"
#include "indexer/text/word_shape.h"
#include "query/language/lexemes/other_syntax.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

// Any of these opens a phrase, and any closes it: people mix them, and languages disagree.
constexpr std::array quotes = {"\""sv, "“"sv,  "”"sv,  "„"sv,  "‟"sv,  "«"sv,
                               "»"sv,  "＂"sv, "「"sv, "」"sv, "『"sv, "』"sv};
constexpr std::array opening = {"("sv, "（"sv};
constexpr std::array closing = {")"sv, "）"sv};
constexpr std::array dashes = {"-"sv, "−"sv, "‐"sv, "‑"sv, "－"sv};
constexpr std::array wide_spaces = {"\u00a0"sv, "\u1680"sv, "\u2000"sv, "\u2001"sv, "\u2002"sv,
                                    "\u2003"sv, "\u2004"sv, "\u2005"sv, "\u2006"sv, "\u2007"sv,
                                    "\u2008"sv, "\u2009"sv, "\u200a"sv, "\u2028"sv, "\u2029"sv,
                                    "\u202f"sv, "\u205f"sv, "\u3000"sv};

// Punctuation around a word that is not part of it.
constexpr auto edge_characters = ",;:.!?'-=^~*/\\`_[]{}<>"sv;
constexpr auto leading_characters = "+&@$"sv;
constexpr std::array edge_marks = {"…"sv,  "–"sv,  "—"sv,  "−"sv,  "‐"sv,  "‑"sv, "‘"sv,
                                   "’"sv,  "‚"sv,  "¿"sv,  "¡"sv,  "·"sv,  "•"sv, "、"sv,
                                   "。"sv, "！"sv, "？"sv, "，"sv, "；"sv, "："sv};

// Letters beyond ASCII are not told apart here; common punctuation among them is in the tables.
bool is_wordlike(char c) {
  return is_ascii_digit(c) || is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  constexpr auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  };
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::size_t length_of_any(std::string_view text, std::span<const std::string_view> marks) {
  const auto found =
      std::ranges::find_if(marks, [&](std::string_view mark) { return text.starts_with(mark); });
  return found == marks.end() ? 0 : found->size();
}

// Bytes of the space at the beginning of `text`; control characters separate words, too.
std::size_t space_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first <= 0x20 || first == 0x7f) return 1;
  return first < 0x80 ? 0 : length_of_any(text, wide_spaces);
}

// Whether the space at `at` separates the thousands of a number ("1 000"); a plain one never does.
bool is_thousands_space(std::string_view query, std::size_t at) {
  constexpr std::array narrow_spaces = {"\u00a0"sv, "\u2009"sv, "\u202f"sv};
  if (at == 0 || at >= query.size() || !is_ascii_digit(query[at - 1])) return false;
  const std::size_t length = length_of_any(query.substr(at), narrow_spaces);
  const std::string_view behind = query.substr(at + length);
  return length > 0 && behind.size() >= 3 &&
         std::ranges::all_of(behind.substr(0, 3), is_ascii_digit) &&
         (behind.size() == 3 || !is_wordlike(behind[3]) ||
          length_of_any(behind.substr(3), narrow_spaces));
}

// Whether a word ends where `rest` begins, whatever the word.
bool at_boundary(std::string_view rest) {
  return rest.empty() || space_length(rest) || length_of_any(rest, quotes) ||
         length_of_any(rest, opening) || length_of_any(rest, closing) || rest[0] == '|';
}

// Bytes of `^2`, `~` or `~5` at the beginning of `rest`, if nothing but another such mark follows.
std::size_t suffix_length(std::string_view rest) {
  if (rest.empty() || (rest[0] != '^' && rest[0] != '~')) return 0;
  std::size_t length = 1;
  while (length < rest.size() && (is_ascii_digit(rest[length]) || rest[length] == '.')) ++length;
  while (rest[length - 1] == '.') --length;
  if (rest[0] == '^' && !(length > 1 && is_ascii_digit(rest[1]))) return 0;
  const std::string_view behind = rest.substr(length);
  return at_boundary(behind) || behind[0] == '^' || behind[0] == '~' ? length : 0;
}

// Whether the comma at `at` stands in a list of another service's fields: `oil.ti,ab.`, `TI,AB(`.
bool is_in_list_of_fields(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 40;
  const auto is_of_list = [](char c) { return is_ascii_letter(c) || c == ','; };
  std::size_t begin = at, end = at;
  while (begin > 0 && at - begin < longest && is_of_list(text[begin - 1])) --begin;
  while (end < text.size() && end - at < longest && is_of_list(text[end])) ++end;
  const std::string_view list = text.substr(begin, end - begin);
  if (begin > 0 && "./:["sv.find(text[begin - 1]) != text.npos)
    return is_function_name(list.substr(0, list.find(',')));
  return text.substr(end).starts_with('(') && is_function_name(list);
}

// Whether a comma, a semicolon or a plus at `at` parts two words without a space, as in
// "bridge,harbour". Not so in numbers (1,000), formulas (x+1; N,N-diethyl), addresses, entities.
bool parts_words(std::string_view text, std::size_t at) {
  const char sign = at < text.size() ? text[at] : ' ';
  if (sign != ',' && sign != ';' && sign != '+') return false;
  std::size_t begin = at, end = at + 1;
  while (begin > 0 && is_wordlike(text[begin - 1])) --begin;
  while (end < text.size() && is_wordlike(text[end])) ++end;
  const std::string_view before = text.substr(0, at), left = before.substr(begin);
  const std::string_view right = text.substr(at + 1, end - at - 1);
  if (right.empty() || std::ranges::none_of(before, is_wordlike)) return false;
  if (sign == ';') return !before.substr(0, begin).ends_with('&');
  if (!left.empty() && is_ascii_digit(left.back()) && is_ascii_digit(right[0])) return false;
  if (before.find_first_of("@=") != before.npos || before.find("://") != before.npos) return false;
  if (sign == '+') return left.size() > 1 && right.size() > 1 && !text.substr(end).starts_with('@');
  return (left.size() != 1 || right.size() != 1) && !is_in_list_of_fields(text, at);
}

std::string_view trim_spaces(std::string_view text) {
  while (const std::size_t length = space_length(text)) text.remove_prefix(length);
  for (;;) {
    const auto ends_with = [&](std::string_view mark) { return text.ends_with(mark); };
    const auto wide = std::ranges::find_if(wide_spaces, ends_with);
    if (wide != wide_spaces.end()) {
      text.remove_suffix(wide->size());
    } else if (!text.empty() && space_length(text.substr(text.size() - 1))) {
      text.remove_suffix(1);
    } else {
      return text;
    }
  }
}

// Whether the bracket at the end was opened inside the word: oil[ti], f{x}.
bool closes_inside(std::string_view text) {
  constexpr auto openings = "[{<"sv, closings = "]}>"sv;
  const std::size_t kind = text.empty() ? closings.npos : closings.find(text.back());
  return kind != closings.npos &&
         std::ranges::count(text, openings[kind]) >= std::ranges::count(text, closings[kind]);
}

// A word without what stands around it; empty if no letter or digit is left.
std::string_view trim_punctuation(std::string_view text) {
  for (;;) {
    const std::size_t length = text.empty() ? 0 : length_of_any(text, edge_marks);
    if (length) {
      text.remove_prefix(length);
    } else if (!text.empty() && (edge_characters.find(text[0]) != text.npos ||
                                 leading_characters.find(text[0]) != text.npos)) {
      text.remove_prefix(1);
    } else {
      break;
    }
  }
  while (!closes_inside(text)) {
    const auto ends_with = [&](std::string_view mark) { return text.ends_with(mark); };
    const auto mark = std::ranges::find_if(edge_marks, ends_with);
    if (mark != edge_marks.end()) {
      text.remove_suffix(mark->size());
    } else if (!text.empty() && edge_characters.find(text.back()) != text.npos) {
      text.remove_suffix(1);
    } else {
      break;
    }
  }
  return std::ranges::any_of(text, is_wordlike) ? text : text.substr(0, 0);
}

// "U.S." keeps its last dot.
std::string_view with_last_dot(std::string_view run, std::string_view word) {
  if (word.empty() || !is_dotted_abbreviation(word)) return word;
  const auto end = static_cast<std::size_t>(word.data() - run.data()) + word.size();
  return run.substr(end).starts_with('.') ? std::string_view(word.data(), word.size() + 1) : word;
}

// A word as it was typed, without punctuation that is no part of it.
std::string_view word_in(std::string_view run) {
  return with_last_dot(run, trim_punctuation(run));
}

// A date keeps the dots that leave its period open, 2019.. and ..2021, and the signs of <2019 and
// >=2019 where they stand first.
std::string_view with_open_end(std::string_view run, std::string_view word) {
  constexpr auto dots = ".."sv;
  if (word.empty()) return word;
  const auto begin = static_cast<std::size_t>(word.data() - run.data());
  const std::size_t end = begin + word.size();
  for (const std::string_view sign : {"<="sv, ">="sv, "<"sv, ">"sv}) {
    if (is_ascii_digit(word.front()) && run.substr(0, begin) == sign) return run.substr(0, end);
  }
  const bool numeric = is_ascii_digit(word.front()) && is_ascii_digit(word.back());
  const bool before = numeric && run.substr(0, begin).ends_with(dots);
  const bool behind = numeric && run.substr(end).starts_with(dots);
  return run.substr(begin - (before ? 2 : 0), word.size() + (before ? 2 : 0) + (behind ? 2 : 0));
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Lexeme> run() {
    while (at_ < query_.size()) {
      if (const std::size_t space = space_length(rest())) {
        at_ += space;
        word_start_ = true;
      } else if (const std::size_t quote = length_of_any(rest(), quotes)) {
        phrase(quote);
      } else if (const std::size_t open = length_of_any(rest(), opening)) {
        add(LexemeKind::open, open);
        word_start_ = true;
      } else if (const std::size_t close = length_of_any(rest(), closing)) {
        add(LexemeKind::close, close);
        suffixes();
      } else if (rest()[0] == '|') {
        add(LexemeKind::op_or, std::min(rest().find_first_not_of('|'), rest().size()));
        word_start_ = true;
      } else if (!word_start_ || !prefix()) {
        word();
      }
    }
    return std::move(lexemes_);
  }

 private:
  std::string_view rest() const { return query_.substr(at_); }

  void add(LexemeKind kind, std::size_t length) {
    lexemes_.push_back({kind, query_.substr(at_, length), at_, at_ + length, true});
    at_ += length;
    word_start_ = false;
  }

  void phrase(std::size_t quote) {
    const std::size_t begin = at_;
    at_ += quote;
    const std::size_t inside = at_;
    std::size_t closing_quote = 0;
    while (at_ < query_.size() && !(closing_quote = length_of_any(rest(), quotes))) ++at_;
    const std::string_view text = query_.substr(inside, at_ - inside);
    at_ += closing_quote;
    const bool any_word = !plain_words(text).empty();
    lexemes_.push_back({LexemeKind::phrase, any_word ? trim_spaces(text) : text.substr(0, 0), begin,
                        at_, closing_quote > 0});
    word_start_ = false;
    suffixes();
  }

  // -, = and names of fields, if what follows can be meant by them.
  bool prefix() {
    const std::size_t dash = length_of_any(rest(), dashes);
    const std::size_t length = dash ? dash : rest().starts_with('=') ? 1 : 0;
    if (length) {
      const std::string_view next = rest().substr(length);
      const bool binds = !next.empty() && !space_length(next) && !length_of_any(next, closing) &&
                         next[0] != '|' && next[0] != '=' && !length_of_any(next, dashes);
      if (!binds && !(dash && next.starts_with('='))) return false;
      add(dash ? LexemeKind::minus : LexemeKind::exact, length);
      return word_start_ = true;
    }
    // + in front of something adds nothing: every operand is required.
    const std::size_t plus = rest().starts_with('+') ? 1 : 0;
    if (plus && rest().size() > 2 && rest()[1] == '=' && rest()[2] > ' ' && rest()[2] != '=') {
      ++at_;
      return prefix();
    }
    std::size_t end = plus;
    while (end < rest().size() && is_ascii_letter(rest()[end])) ++end;
    if (!rest().substr(end).starts_with(':')) return false;
    const QueryField* field = find_query_field(rest().substr(plus, end - plus));
    // `Author: I never meant it` is a line of text: a value stands right behind the colon.
    if (!field || space_length(rest().substr(end + 1))) return false;
    add(LexemeKind::field, end + 1);
    lexemes_.back().text = field->name;
    return word_start_ = true;
  }

  // AND, OR and NOT are words right behind a prefix: `lang:OR`.
  LexemeKind kind_of_run(std::string_view run) const {
    if (behind_prefix()) return LexemeKind::word;
    if (run == "AND") return LexemeKind::op_and;
    if (run == "OR") return LexemeKind::op_or;
    if (run == "NOT") return LexemeKind::op_not;
    return is_connector(run) ? LexemeKind::connector : LexemeKind::word;
  }

  bool behind_prefix() const {
    if (lexemes_.empty() || lexemes_.back().end != at_) return false;
    const LexemeKind kind = lexemes_.back().kind;
    return kind == LexemeKind::field || kind == LexemeKind::minus || kind == LexemeKind::exact;
  }

  void word() {
    std::size_t end = at_;
    bool parted = false;  // never behind a prefix, which binds all up to the space
    do {
      ++end;
      parted = !behind_prefix() && parts_words(rest(), end - at_);
    } while ((!parted && !at_boundary(query_.substr(end)) && !suffix_length(query_.substr(end))) ||
             is_thousands_space(query_, end));
    const std::string_view run = query_.substr(at_, end - at_);
    const LexemeKind kind = kind_of_run(run);
    const std::string_view trimmed = with_open_end(run, word_in(run));
    add(kind, run.size());
    if (kind == LexemeKind::word) {
      Lexeme& lexeme = lexemes_.back();
      lexeme.text = trimmed;
      if (!trimmed.empty()) {
        lexeme.begin = static_cast<std::size_t>(trimmed.data() - query_.data());
        lexeme.end = lexeme.begin + trimmed.size();
      }
    }
    suffixes();
    if (!parted) return;
    ++at_;
    word_start_ = true;
  }

  void suffixes() {
    while (const std::size_t length = suffix_length(rest())) {
      add(rest()[0] == '^' ? LexemeKind::boost : LexemeKind::fuzzy, length);
      lexemes_.back().text.remove_prefix(1);
    }
  }

  std::string_view query_;
  std::size_t at_ = 0;
  bool word_start_ = true;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::span<const QueryField> query_fields() {
  static const std::vector<QueryField> all = [] {
    std::vector<QueryField> named;
    for (const Field& field : fields) {
      if (field.is(for_words)) named.push_back({field.name, FieldOperand::words});
      if (field.is(for_filters)) named.push_back({field.name, FieldOperand::filter});
    }
    for (const char* name : {"date", "before", "after"}) {
      named.push_back({name, FieldOperand::dates});
    }
    return named;
  }();
  return all;
}

const QueryField* find_query_field(std::string_view name) {
  const auto found = std::ranges::find_if(query_fields(), [&](const QueryField& field) {
    return equal_ignoring_case(field.name, name);
  });
  return found == query_fields().end() ? nullptr : &*found;
}

bool begins_operand(LexemeKind kind) {
  return kind != LexemeKind::close && kind != LexemeKind::op_and && kind != LexemeKind::op_or;
}

bool is_boolean(LexemeKind kind) {
  return kind == LexemeKind::op_and || kind == LexemeKind::op_or || kind == LexemeKind::op_not;
}

bool is_number(std::string_view text, std::size_t most_digits) {
  return !text.empty() && text.size() <= most_digits && std::ranges::all_of(text, is_ascii_digit);
}

std::vector<Lexeme> lex(std::string_view query) {
  return Lexer(query).run();
}

bool reads_as_one_word(std::string_view text) {
  const std::vector<Lexeme> lexemes = lex(text);
  return lexemes.size() == 1 && lexemes[0].kind == LexemeKind::word && lexemes[0].text == text;
}

std::vector<std::string_view> plain_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t space = space_length(text.substr(at));
    if (!space && at < text.size()) {
      ++at;
      continue;
    }
    const std::string_view word = word_in(text.substr(begin, at - begin));
    if (!word.empty()) words.push_back(word);
    at += std::max<std::size_t>(space, 1);
    begin = at;
  }
  return words;
}

}  // namespace backfile
