// See field_marks.h.
#include "query/language/field_marks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/text/ascii.h"
#include "query/language/other_syntax.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

std::string_view without_spaces_before(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\n"), text.size()));
}

std::string not_understood(std::string_view typed, std::string_view ours) {
  return "“" + std::string(typed) + "” is not understood; it was searched as a word." +
         (ours.empty() ? "" : " Perhaps " + std::string(ours) + ": is meant.");
}

// The name of a field may begin a query or stand among operators; behind a bracket and small `and`
// it does so as well.
bool stands_alone(const std::vector<Lexeme>& lexemes, std::size_t index, bool alone) {
  if (alone || index == 0) return true;
  const Lexeme& before = lexemes[index - 1];
  return before.kind == LexemeKind::open || before.text == "and" || before.text == "or" ||
         before.text == "not";
}

// What PubMed has in brackets, and which field of ours it is.
struct Tag {
  std::string_view names;  // between commas
  std::string_view ours;
};
constexpr std::array tags = {
    Tag{",ti,title,headline,", "title"},
    Tag{",au,author,1au,byline,", "author"},
    Tag{",la,lang,language,", "lang"},
    Tag{",ta,so,journal,source,", "source"},
    Tag{",dp,pdat,date,date - publication,", "date"},
    Tag{",mh,mesh,mesh terms,majr,mesh major topic,sh,subject,keyword,keywords,", "tag"},
    Tag{",tiab,title/abstract,ab,abstract,tw,text word,all fields,pt,publication type,", ""},
};

std::optional<std::string_view> tag_meant(std::string_view name) {
  const std::string wanted = ',' + ascii_lowered(name) + ',';
  const auto* found = std::ranges::find_if(
      tags, [&](const Tag& tag) { return tag.names.find(wanted) != tag.names.npos; });
  return found == tags.end() || name.empty() ? std::nullopt : std::optional(found->ours);
}

// Right behind a word of two letters or more, a phrase or a bracket.
bool is_attached(std::string_view query, std::size_t at) {
  constexpr std::array ends = {"\""sv, "”"sv, "»"sv, ")"sv};
  const std::string_view before = query.substr(0, at);
  const auto is_wordlike = [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
  };
  return std::ranges::any_of(ends, [&](std::string_view end) { return before.ends_with(end); }) ||
         (at >= 2 && is_wordlike(query[at - 1]) && is_wordlike(query[at - 2]));
}

}  // namespace

std::string field_equals_hint(std::string_view query, const std::vector<Lexeme>& lexemes,
                              std::size_t index, bool alone) {
  const Lexeme& word = lexemes[index];
  const bool is_small_or_capital = std::ranges::all_of(word.text, is_ascii_small) ||
                                   std::ranges::all_of(word.text, is_ascii_capital);
  if (!is_small_or_capital || !stands_alone(lexemes, index, alone)) return "";
  const std::string_view behind = without_spaces_before(query.substr(word.end));
  const std::size_t length = std::min(behind.find_first_not_of("=<>"), behind.size());
  const std::string_view sign = behind.substr(0, length);
  const std::string_view value = without_spaces_before(behind.substr(length));
  const bool touches =
      query.substr(word.end).starts_with(sign) && value.size() + length == behind.size();
  if (sign.empty() || value.empty() || touches) return "";  // title=opec is another's to tell
  const std::optional<std::string_view> ours = field_meant(word.text);
  if (!ours) return "";
  const std::string typed = std::string(word.text) + ' ' + std::string(sign);
  if (sign == "=" || sign == "==") {
    const bool may_be_prose =
        ours->empty() && !is_ascii_capital(word.text[0]) && word.text.size() > 3;
    return may_be_prose ? "" : not_understood(typed, *ours);
  }
  if (*ours != "date" || !is_ascii_digit(value[0])) return "";
  return not_understood(typed, "") + " Write after:2019, before:2019 or date:2019..2021.";
}

std::string bracketed_field_hint(std::string_view query, const Lexeme& word) {
  // The bracket is part of the word, or punctuation before it where a phrase ends.
  const std::size_t inside = word.text.find('[');
  std::size_t open = word.begin;
  if (inside != word.text.npos) {
    open += inside;
  } else if (open == 0 || query[--open] != '[') {
    return "";
  }
  const std::size_t close = query.find(']', open);
  if (close == query.npos || !is_attached(query, open)) return "";
  const std::string_view name = query.substr(open + 1, close - open - 1);
  const auto ours = tag_meant(name);
  return ours ? not_understood("[" + std::string(name) + "]", *ours) : "";
}

std::string dotted_field_hint(std::string_view query, const Lexeme& word) {
  constexpr std::array names = {"ti"sv, "ab"sv, "ti,ab"sv, "ab,ti"sv, "ti,ab,kw"sv, "ti,kw,ab"sv};
  if (!query.substr(word.end).starts_with('.')) return "";
  const std::size_t dot = query.rfind('.', word.end - 1);
  if (dot == query.npos || dot + 1 < word.begin || !is_attached(query, dot)) return "";
  const std::string name = ascii_lowered(query.substr(dot + 1, word.end - dot - 1));
  if (std::ranges::find(names, name) == names.end()) return "";
  return not_understood("." + name + ".", name == "ti" ? "title" : "");
}

}  // namespace backfile
