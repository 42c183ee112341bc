// A sign is a wildcard by the letters beside it. Only the exclamation mark needs the rest of the
// query: it truncates where operators stand, and in short queries that have no look of prose.
#include "query/language/lexemes/wildcards.h"

#include <algorithm>
#include <array>

#include "indexer/text/ascii.h"
#include "indexer/text/stem.h"
#include "indexer/text/unicode.h"
#include "indexer/text/word_shape.h"
#include "query/ast/quoted.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

bool is_letter(char c) {
  return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool is_letter_or_digit(char c) {
  return is_letter(c) || is_ascii_digit(c);
}

std::size_t letters_before(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (count < at && is_letter(text[at - count - 1])) ++count;
  return count;
}

// Names and slang that have a dollar sign for an s.
bool has_dollar_for_s(std::string_view word) {
  constexpr std::array spared = {"ke$ha"sv, "ca$h"sv, "bu$iness"sv, "micro$oft"sv, "bo$$"sv};
  return std::ranges::any_of(spared, [&](std::string_view s) { return word.starts_with(s); });
}

// pri$e and colo$r, as Ovid and Web of Science have it.
bool has_dollar_inside(std::string_view word) {
  const std::size_t dollar = word.find('$');
  return dollar != word.npos && dollar >= 2 && dollar + 1 < word.size() &&
         std::ranges::all_of(word.substr(0, dollar), is_ascii_small) &&
         std::ranges::all_of(word.substr(dollar + 1), is_ascii_small) && !has_dollar_for_s(word);
}

// %oil% and oil%, as SQL has it; 20% and %5 are numbers.
bool has_percent_sign(std::string_view word) {
  if (word.size() < 3) return false;
  const bool before = word.starts_with('%') && is_letter(word[1]);
  return before || (word.ends_with('%') && letters_before(word, word.size() - 1) >= 2 &&
                    std::ranges::none_of(word, is_ascii_digit));
}

// `*`, `?`, `!` or `#` with two letters before it and one behind it.
bool has_sign_inside(std::string_view word) {
  for (std::size_t i = 2; i + 1 < word.size(); ++i) {
    const bool is_sign = "*?!#"sv.find(word[i]) != word.npos;
    if (is_sign && letters_before(word, i) >= 2 && is_letter(word[i + 1])) return true;
  }
  return false;
}

// w?man and p?ice: one small letter before the sign, small letters behind.
bool has_sign_behind_first(std::string_view word) {
  const std::string_view signs = word.size() == 3 ? "?!"sv : "?!#"sv;  // f#m is a chord
  return word.size() >= 3 && is_ascii_small(word[0]) && signs.find(word[1]) != signs.npos &&
         std::ranges::all_of(word.substr(2), is_ascii_small);
}

// w*man; but "f*ck" is spared its letters, and "O(n*log(n))" is a product.
bool has_star_behind_first(std::string_view query, std::string_view word) {
  constexpr std::array spared = {"f*c"sv,  "f*k"sv,  "c*n"sv,  "d*ck"sv,   "c*ck"sv, "b*tch"sv,
                                 "p*ss"sv, "s*x"sv,  "s*it"sv, "w*nk"sv,   "t*ts"sv, "a*se"sv,
                                 "d*mn"sv, "h*ll"sv, "n*gg"sv, "e*trade"sv};
  if (word.size() < 4 || !is_ascii_small(word[0]) || word[1] != '*') return false;
  if (!std::ranges::all_of(word.substr(2), is_ascii_small)) return false;
  const auto begin = static_cast<std::size_t>(word.data() - query.data());
  const bool is_product = query.substr(begin + word.size()).starts_with('(');
  return !is_product && std::ranges::none_of(spared, [&](std::string_view beginning) {
    return word.starts_with(beginning);
  });
}

// a*b, which as often is a product.
bool has_star_between_two(std::string_view word) {
  return word.size() == 3 && is_ascii_small(word[0]) && word[1] == '*' && is_ascii_small(word[2]);
}

// ?rice, but not the ?donde esta? of a keyboard without the sign.
bool has_question_mark_before(std::string_view query, std::string_view word) {
  const auto begin = static_cast<std::size_t>(word.data() - query.data());
  constexpr auto openings = " \"("sv;
  const bool begins_there = begin > 0 && query[begin - 1] == '?' &&
                            (begin == 1 || openings.find(query[begin - 2]) != openings.npos);
  return begins_there && word.size() >= 3 && std::ranges::all_of(word, is_ascii_small) &&
         query.find('?', begin) == query.npos;
}

// pric$, pric$5 and pric[*5], as Factiva and ProQuest have it.
bool has_sign_at_end(std::string_view word) {
  if (has_percent_sign(word)) return true;
  if (word.find("[*") != word.npos) return letters_before(word, word.find("[*")) >= 2;
  const std::size_t dollar = word.find('$');
  return dollar != word.npos && dollar >= 3 &&
         std::ranges::all_of(word.substr(0, dollar), is_ascii_small) &&
         std::ranges::all_of(word.substr(dollar + 1), is_ascii_digit);
}

bool has_star_behind(std::string_view word, std::string_view behind) {
  if (!behind.starts_with('*') || behind.starts_with("**")) return false;
  std::size_t length = 0;
  while (length < word.size() && is_letter_or_digit(word[word.size() - length - 1])) ++length;
  return length >= 2 && std::ranges::any_of(word.substr(word.size() - length), is_letter);
}

bool has_star_before(std::string_view query, std::size_t begin) {
  if (begin == 0 || query[begin - 1] != '*' || (begin > 1 && query[begin - 2] == '*')) return false;
  return begin < query.size() && is_letter(query[begin]) && !is_ascii_capital(query[begin]);
}

// Small letters of the Latin alphabet.
bool is_small_word(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.empty() ? 0 : word[0]);
  if (!is_ascii_small(word.empty() ? '\0' : word[0]) && !(first >= 0xC3 && first <= 0xC9))
    return false;
  const Folded folded = fold(word);
  return (folded.accented.empty() ? folded.term : folded.accented) == word;
}

// One exclamation mark, right behind a word of three letters or more, and then the end of it.
bool has_exclamation_mark(std::string_view query, std::string_view word) {
  constexpr std::array ends = {" "sv, ")"sv, "\""sv, "”"sv, "“"sv, "»"sv};
  const auto end = static_cast<std::size_t>(word.data() - query.data()) + word.size();
  std::string_view behind = query.substr(end);
  if (word.size() < 3 || !behind.starts_with('!')) return false;
  behind.remove_prefix(1);
  const bool ends_there = behind.empty() || std::ranges::any_of(ends, [&](std::string_view mark) {
                            return behind.starts_with(mark);
                          });
  return ends_there && std::ranges::all_of(word, [](char c) { return is_letter(c) || c == '-'; });
}

// Whether an exclamation mark truncates: in small letters, and not where a sentence ends.
bool truncates(std::string_view query, std::string_view word, std::size_t end_of_text,
               Manner manner) {
  constexpr std::size_t longest_without_a_verb = 3;  // words
  if (!has_exclamation_mark(query, word)) return false;
  if (manner.operators) return true;
  if (manner.sentence || !is_small_word(word)) return false;
  std::size_t next = static_cast<std::size_t>(word.data() - query.data()) + word.size() + 1;
  while (next < end_of_text && query[next] == ' ') ++next;
  if (next < end_of_text) return !is_ascii_capital(query[next]);
  return plain_words(query.substr(0, end_of_text)).size() <= longest_without_a_verb;
}

bool is_common_word(std::string_view word) {
  constexpr std::array languages = {"en"sv, "de"sv, "fr"sv, "es"sv, "it"sv, "pt"sv, "nl"sv, "sv"sv};
  const std::string term = fold(word).term;
  return std::ranges::any_of(
      languages, [&](std::string_view language) { return is_stop_word(term, language); });
}

// Its first letter, whatever stands before it.
bool begins_with_capital(std::string_view text) {
  const auto letter = std::ranges::find_if(text, is_letter);
  std::size_t at = static_cast<std::size_t>(letter - text.begin());
  return at < text.size() && is_upper_letter(take_code_point(text, at));
}

}  // namespace

bool is_line_of_text(std::string_view text) {
  constexpr std::array marks = {","sv, ";"sv, ". "sv, "? "sv, "…"sv, "¡"sv, "!!"sv, "'"sv};
  if (begins_with_capital(text)) return true;
  if (std::ranges::any_of(marks, [&](std::string_view m) { return text.find(m) != text.npos; }))
    return true;
  return std::ranges::any_of(plain_words(text), is_common_word);
}

namespace {

bool is_sentence(std::string_view text) {
  return text.find(": ") != text.npos || is_line_of_text(text);
}

bool is_operator(LexemeKind kind) {
  return is_boolean(kind) || kind == LexemeKind::connector;
}

constexpr std::string_view not_yet = " has a wildcard, which is not understood yet; ";

}  // namespace

Manner manner_of(std::string_view query, const std::vector<Lexeme>& lexemes) {
  constexpr std::size_t shortest_headline = 3;  // words
  const bool shouted = is_in_capitals(query);
  const auto is_field = [](const Lexeme& lexeme) { return lexeme.kind == LexemeKind::field; };
  const bool operators = !shouted && std::ranges::any_of(lexemes, is_operator, &Lexeme::kind);
  const bool fields = std::ranges::any_of(lexemes, is_field);
  const bool headline = !operators && !fields && begins_with_capital(query) &&
                        plain_words(query).size() >= shortest_headline;
  return {operators, fields, shouted, !operators && is_sentence(query), headline};
}

Hint wildcard_hint(std::string_view query, const Lexeme& word, Manner manner) {
  const std::string_view text = word.text, behind = query.substr(word.end);
  const bool before = has_star_before(query, word.begin);
  const bool star = has_star_behind(text, behind),
             mark = truncates(query, text, query.size(), manner);
  const bool inside = has_sign_inside(text) || has_dollar_inside(text) ||
                      has_sign_behind_first(text) || has_star_behind_first(query, text);
  const bool first = !manner.sentence && has_question_mark_before(query, text);
  const bool at_end = has_sign_at_end(text), product = has_star_between_two(text);
  const bool is_sure = before || mark || inside || first || at_end || (star && !manner.headline);
  if (!is_sure && !star && !product) return {};
  const std::string typed = (before  ? "*"
                             : first ? "?"
                                     : "") +
                            std::string(text) +
                            (star   ? "*"
                             : mark ? "!"
                                    : "");
  return {shortly_quoted(typed) + std::string(not_yet) +
              (inside || product ? "its parts were searched as plain words."
                                 : shortly_quoted(text) + " was searched as a plain word."),
          !is_sure};
}

std::string wildcard_hint_in_phrase(std::string_view query, const Lexeme& phrase) {
  const Manner manner{.sentence = is_sentence(phrase.text)};
  const auto end = static_cast<std::size_t>(phrase.text.data() - query.data()) + phrase.text.size();
  for (const std::string_view word : plain_words(phrase.text)) {
    const auto begin = static_cast<std::size_t>(word.data() - query.data());
    const bool star = has_star_behind(word, query.substr(begin + word.size()));
    const bool before = has_star_before(query, begin), mark = truncates(query, word, end, manner);
    const bool inside = has_sign_inside(word) || has_dollar_inside(word) ||
                        has_sign_behind_first(word) || has_star_behind_first(query, word);
    const bool first = !manner.sentence && has_question_mark_before(query, word);
    if (!(star || before || first || mark || inside || has_sign_at_end(word))) continue;
    const std::string typed = (before  ? "*"
                               : first ? "?"
                                       : "") +
                              std::string(word) +
                              (star   ? "*"
                               : mark ? "!"
                                      : "");
    return shortly_quoted(typed) + std::string(not_yet) + "the phrase was searched as plain words.";
  }
  if (phrase.text.find(" * ") != phrase.text.npos) {
    return "“*” does not stand for a word in a phrase; the words around it were searched as "
           "neighbours.";
  }
  return "";
}

bool may_be_truncated(std::string_view query, const Lexeme& word, Manner manner) {
  return has_exclamation_mark(query, word.text) &&
         !truncates(query, word.text, query.size(), manner);
}

std::string truncation_hint(std::string_view word) {
  return "No article has " + shortly_quoted(word) +
         ", though some have words that begin so: " + shortly_quoted(std::string(word) + "!") +
         std::string(not_yet) + "it was searched as a plain word.";
}

}  // namespace backfile
