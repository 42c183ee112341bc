// The query syntax as users are told of it: what can be typed, and what it finds.
//
// The one source for the help of `backfile search`, for that of the page and for the table in
// README, which each dress the rows in their own way. Constant data; safe on any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace backfile {

struct SyntaxRow {
  std::string_view typed;  // examples, between two spaces each
  // A phrase without a capital and a full stop. What can be typed stands between backquotes, forms
  // of words between asterisks.
  std::string_view finds;
};

std::span<const SyntaxRow> syntax_rows();

enum class SyntaxRun { plain, typed, form };

// Takes a phrase apart at its backquotes and asterisks, and hands each run to `take(run, text)`.
template <class Take>
void for_each_run(std::string_view phrase, const Take& take) {
  while (!phrase.empty()) {
    const std::size_t begin = phrase.find_first_of("`*");
    const std::size_t end =
        begin == phrase.npos ? phrase.npos : phrase.find(phrase[begin], begin + 1);
    take(SyntaxRun::plain, phrase.substr(0, begin));
    if (end == phrase.npos) return;
    const std::string_view inside = phrase.substr(begin + 1, end - begin - 1);
    take(phrase[begin] == '`' ? SyntaxRun::typed : SyntaxRun::form, inside);
    phrase.remove_prefix(end + 1);
  }
}

// Hands each example of a row to `take(text)`.
template <class Take>
void for_each_example(const SyntaxRow& row, const Take& take) {
  constexpr std::string_view gap = "  ";
  for (std::string_view rest = row.typed; !rest.empty();) {
    const std::size_t end = rest.find(gap);
    take(rest.substr(0, end));
    rest.remove_prefix(end == rest.npos ? rest.size() : end + gap.size());
  }
}

// For a terminal: examples at the left, what they find at the right, within 80 columns.
std::string syntax_as_text();

// The rows of a table in Markdown, a line each: | `examples` | what they find |. A bar inside a
// cell is escaped.
std::string syntax_as_markdown();

}  // namespace backfile
