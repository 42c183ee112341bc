// Two conditions together keep prose out: the shape (a sign and where spaces stand), and a name
// that some service has for a field.
#include "query/language/field_marks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/text/ascii.h"
#include "query/ast/quoted.h"
#include "query/language/lexemes/hints.h"
#include "query/language/lexemes/other_syntax.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

std::string_view without_spaces_before(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\n"), text.size()));
}

std::string not_understood(std::string_view typed, std::string_view ours) {
  return "“" + std::string(typed) + "” is not understood; it was searched as a word." +
         did_you_mean(ours);
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
    Tag{",ti,title,headline,tt,", "title"},
    Tag{",au,author,1au,lastau,author - first,author - last,byline,", "author"},
    Tag{",la,lang,language,", "lang"},
    Tag{",ta,so,jour,journal,source,", "source"},
    Tag{",dp,pdat,edat,crdt,date,date - publication,", "date"},
    Tag{",mh,mesh,mesh terms,majr,mesh major topic,sh,subject,keyword,keywords,ot,", "tag"},
    Tag{",tiab,title/abstract,ab,abstract,tw,text word,text words,all,all fields,pt,publication "
        "type,ad,affiliation,sb,filter,nm,pmid,uid,",
        ""},
};

// Ovid's, between full stops. Some are the ends of web addresses as well.
constexpr std::array dotted = {"ti"sv, "ab"sv, "kf"sv, "hw"sv, "mp"sv, "jn"sv, "jw"sv,    "yr"sv,
                               "dt"sv, "ot"sv, "rn"sv, "nm"sv, "fs"sv, "ct"sv, "m_titl"sv};
constexpr std::array dotted_domains = {"kw"sv, "tw"sv, "af"sv, "au"sv, "sh"sv, "so"sv,
                                       "pt"sv, "la"sv, "in"sv, "cm"sv, "de"sv};

template <std::size_t size>
bool is_any_of(std::string_view text, const std::array<std::string_view, size>& words) {
  return std::ranges::find(words, text) != words.end();
}

std::optional<std::string_view> tag_meant(std::string_view name) {
  const std::size_t colon = name.find(':');  // [mh:noexp], [ti:~2]
  const std::string wanted = ',' + ascii_lowered(name.substr(0, colon)) + ',';
  const auto* found = std::ranges::find_if(
      tags, [&](const Tag& tag) { return tag.names.find(wanted) != tag.names.npos; });
  return found == tags.end() || name.empty() ? std::nullopt : std::optional(found->ours);
}

bool is_wordlike(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Right behind a word of two letters or more, a phrase or a bracket.
bool is_attached(std::string_view query, std::size_t at) {
  constexpr std::array ends = {"\""sv, "”"sv, "»"sv, ")"sv, "*"sv, "$"sv};
  const std::string_view before = query.substr(0, at);
  return std::ranges::any_of(ends, [&](std::string_view end) { return before.ends_with(end); }) ||
         (at >= 2 && is_wordlike(query[at - 1]) && is_wordlike(query[at - 2]));
}

}  // namespace

std::string field_equals_hint(std::string_view query, const std::vector<Lexeme>& lexemes,
                              std::size_t index, bool alone) {
  const Lexeme& word = lexemes[index];
  const std::string_view name = without_context_set(word.text);
  const bool is_small_or_capital =
      std::ranges::all_of(name, is_ascii_small) || std::ranges::all_of(name, is_ascii_capital);
  if (!is_small_or_capital || !stands_alone(lexemes, index, alone)) return "";
  const std::string_view behind = without_spaces_before(query.substr(word.end));
  const std::size_t length = std::min(behind.find_first_not_of("=<>!"), behind.size());
  const std::string_view sign = behind.substr(0, length);
  const std::string_view value = without_spaces_before(behind.substr(length));
  const bool touches =
      query.substr(word.end).starts_with(sign) && value.size() + length == behind.size();
  if (sign.empty() || value.empty() || touches) return "";  // title=opec is another's to tell
  const std::optional<std::string_view> ours = field_meant(name);
  if (!ours) return "";
  const std::string typed = std::string(word.text) + ' ' + std::string(sign);
  if (sign == "=" || sign == "==") {
    const bool may_be_prose = ours->empty() && !is_ascii_capital(name[0]) && name.size() > 3;
    return may_be_prose ? "" : not_understood(typed, *ours);
  }
  if (sign == "!=" || sign == "<>") {
    return ours->empty() ? "" : not_understood(typed, "-" + std::string(*ours));
  }
  if (*ours != "date" || !is_ascii_digit(value[0])) return "";
  return not_understood(typed, "") + " Write “after:2019”, “before:2019” or “date:2019..2021”.";
}

std::string bracketed_field_hint(std::string_view query, const Lexeme& word) {
  constexpr std::array apart = {"ti"sv, "ab"sv, "tiab"sv, "mh"sv, "mesh"sv, "mesh terms"sv,
                                "tw"sv, "dp"sv, "pdat"sv, "au"sv, "pt"sv,   "majr"sv};
  // The bracket is part of the word, or punctuation before it where a phrase ends.
  const std::size_t inside = word.text.find('[');
  std::size_t open = word.begin;
  if (inside != word.text.npos) {
    open += inside;
  } else if (open == 0 || query[--open] != '[') {
    return "";
  }
  const std::size_t close = query.find(']', open);
  if (close == query.npos) return "";
  const std::string_view name = query.substr(open + 1, close - open - 1);
  const bool is_apart = open > 1 && query[open - 1] == ' ' && is_any_of(ascii_lowered(name), apart);
  const bool behind_letter = open > 0 && is_wordlike(query[open - 1]);  // smith j[au]
  if (!is_apart && !behind_letter && !is_attached(query, open)) return "";
  const auto ours = tag_meant(name);
  return ours ? not_understood("[" + std::string(name) + "]", *ours) : "";
}

std::string dotted_field_hint(std::string_view query, const Lexeme& word, bool has_operators) {
  if (!query.substr(word.end).starts_with('.')) return "";
  const std::size_t dot = query.rfind('.', word.end - 1);
  if (dot == query.npos || dot + 1 < word.begin || !is_attached(query, dot)) return "";
  const std::string_view behind = query.substr(word.end + 1);
  if (!behind.empty() && behind[0] != ' ' && behind[0] != ')') return "";
  const std::string names = ascii_lowered(query.substr(dot + 1, word.end - dot - 1));
  const bool is_whole = word.begin == 0 && behind.empty();
  bool may_be_address = dot > word.begin && names.find(',') == names.npos && !has_operators &&
                        is_wordlike(query[dot - 1]) && !is_whole;
  may_be_address |= word.text.find('.') < dot - std::min(dot, word.begin);  // example.com.au.
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find(',', begin), names.size());
    const std::string name = names.substr(begin, end - begin);
    const bool is_domain = is_any_of(name, dotted_domains);
    if (!is_any_of(name, dotted) && (!is_domain || may_be_address)) return "";
    begin = end + 1;
  }
  return not_understood("." + names + ".", names == "ti"                    ? "title"
                                           : names == "au"                  ? "author"
                                           : names == "hw" || names == "kw" ? "tag"
                                           : names == "yr"                  ? "date"
                                                                            : "");
}

std::string field_behind_hint(std::string_view query, const Lexeme& word) {
  constexpr std::array ends = {"\""sv, "'"sv, "”"sv, "’"sv, ")"sv};
  const std::size_t colon = word.text.rfind(':');
  const bool is_inside = colon != word.text.npos;
  const std::size_t at =
      is_inside ? word.begin + colon : word.begin - std::min<std::size_t>(word.begin, 1);
  const std::string_view before = query.substr(0, at);
  if (at == 0 || query[at] != ':' ||
      std::ranges::none_of(ends, [&](std::string_view mark) { return before.ends_with(mark); })) {
    return "";
  }
  const std::string_view names = is_inside ? word.text.substr(colon + 1) : word.text;
  const std::string_view first = names.substr(0, names.find(','));
  if (!tag_meant(first)) return "";
  return not_understood(":" + std::string(names), names == first ? *tag_meant(first) : "");
}

std::string slashed_field_hint(std::string_view query, const Lexeme& word, bool has_operators) {
  constexpr std::array codes = {"ti"sv, "ab"sv, "de"sv, "id"sv, "kw"sv, "tx"sv,
                                "au"sv, "so"sv, "jn"sv, "py"sv, "la"sv, "cs"sv};
  const std::size_t slash = word.text.rfind('/');
  const bool is_inside = slash != word.text.npos;
  const std::string_view before = query.substr(0, word.begin);
  const bool is_behind =
      before.ends_with("\"/") || before.ends_with("”/") || before.ends_with(")/");
  const std::string_view head = is_inside ? word.text.substr(0, slash) : "";
  const bool is_word = head.size() >= 2 && std::ranges::all_of(head, is_ascii_small);
  if (is_inside ? !is_word : !is_behind) return "";
  const std::string names = ascii_lowered(is_inside ? word.text.substr(slash + 1) : word.text);
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find(',', begin), names.size());
    if (!is_any_of(names.substr(begin, end - begin), codes)) return "";
    begin = end + 1;
  }
  const bool is_list = names.find(',') != names.npos;
  if (is_inside && !is_list && names != "ti" && !has_operators) return "";
  return not_understood("/" + names, is_list ? "" : tag_meant(names).value_or(""));
}

Hint parameter_hint(std::string_view query, const Lexeme& word) {
  constexpr std::array parameters = {"df"sv, "q"sv, "fq"sv, "qf"sv, "fl"sv, "query"sv, "search"sv};
  const std::string_view rest = query.substr(word.begin);
  const std::size_t sign = word.text.find('=');
  if (sign == word.text.npos || sign + 1 >= word.text.size()) return {};
  const std::string_view name = word.text.substr(0, sign);
  const char value = rest[sign + 1];
  if (!std::ranges::all_of(name, is_ascii_small) || !is_wordlike(value) || is_ascii_digit(value) ||
      field_meant(name)) {
    return {};
  }
  const bool is_known = is_any_of(name, parameters);
  if (!is_known && name.size() < 2) return {};
  return {shortly_quoted(std::string(name) + "=") +
              " is not understood; it was searched as a word. Write what you look for alone.",
          !is_known};
}

std::string relation_hint(std::string_view query, const std::vector<Lexeme>& lexemes,
                          std::size_t index, bool alone) {
  constexpr std::array relations = {"any"sv, "all"sv, "exact"sv, "adj"sv, "contains"sv};
  if (index + 2 >= lexemes.size() || !stands_alone(lexemes, index, alone)) return "";
  const std::string_view relation = lexemes[index + 1].text;
  const bool asks = is_any_of(ascii_lowered(relation), relations) &&
                    lexemes[index + 2].kind == LexemeKind::phrase &&
                    query.substr(lexemes[index + 2].begin).starts_with('"');
  const std::optional<std::string_view> ours =
      asks ? field_meant(without_context_set(lexemes[index].text)) : std::nullopt;
  if (!ours) return "";
  return not_understood(std::string(lexemes[index].text) + ' ' + std::string(relation), *ours);
}

}  // namespace backfile
