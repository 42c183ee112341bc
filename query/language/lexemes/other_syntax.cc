// Tables of the names that services give to fields, functions and connectors. A name alone proves
// nothing: it needs its bracket, its sign or its number right behind it.
#include "query/language/lexemes/other_syntax.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/text/ascii.h"
#include "query/ast/quoted.h"
#include "query/language/lexemes/hints.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

// What is called one of these elsewhere, with the field of ours that is meant, if there is one.
struct Names {
  std::string_view theirs;  // between spaces
  std::string_view ours;
};

// Segments of Nexis, fields of ProQuest, functions of both and of web searches.
constexpr std::array functions = {
    Names{" headline head title ti hd hl intitle allintitle ", "title"},
    Names{" subtitle ", "subtitle"},
    Names{" caption graphic cap ", "caption"},
    Names{" byline author au authname authlastname authfirst ", "author"},
    Names{" section sec ", "section"},
    Names{" subject su term terms topic tag keyword mainsubject authkey indexterms mesh emb ",
          "tag"},
    Names{" language la lang ", "lang"},
    Names{" publication pub pubtitle source site jn srctitle exactsrctitle ", "source"},
    Names{" date load-date pd py yr pubdate pubyear ", "date"},
    Names{" before ", "before"},
    Names{" after ", "after"},
    Names{
        " hlead lead lead-para body text intext ft noft all ab abstract dateline highlight series ",
        ""},
    Names{" person per people company organization org geographic geo city state country loc ", ""},
    Names{
        " ticker industry correction type dtype stype rtype cite pubtype publication-type length ",
        ""},
    Names{" allcaps caps nocaps singular plural near around within exact tiab tiabde ", ""},
    Names{
        " title-abs title-abs-key title-abs-key-auth doctype srctype pubstage affil affilcity "
        "affilcountry af-id limit-to reftitle doi issn isbn pmid openaccess zonespan match_phrase ",
        ""},
};
// Words as well, so these are functions in capitals only, right before their bracket.
constexpr std::array capital_functions = {
    Names{" KEY ", "tag"},
    Names{" AUTH ", "author"},
    Names{" DA ", "date"},
    Names{" ABS REF CONF EXCLUDE CONTAINS AF ", ""},
};

// Codes of Factiva, Web of Science and library catalogues, behind which an equals sign stands.
constexpr std::array codes = {
    Names{" hd hl ", "title"},
    Names{" wti ", "title"},
    Names{" by wau creator ", "author"},
    Names{" se ", "section"},
    Names{" la ", "lang"},
    Names{" sn rst sc so ", "source"},
    Names{" pd dop wyr ", "date"},
    Names{" ns ak kp kw wsu ", "tag"},
    Names{" art ", "caption"},
    Names{" hlp lp tx td co re in clm cr an pg wc fds ts af ad og cu do ut fo dt wrd anywhere ",
          ""},
};

template <std::size_t size>
bool is_any_of(std::string_view text, const std::array<std::string_view, size>& words) {
  return std::ranges::find(words, text) != words.end();
}

// "SHIP", "S&P", but not "Ship"; nothing without a letter.
bool is_in_capitals(std::string_view text) {
  return std::ranges::any_of(text, is_ascii_capital) &&
         std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

// The field of ours, empty where there is none; nothing for a name that is not in the table.
template <std::size_t size>
std::optional<std::string_view> find_name(const std::array<Names, size>& table,
                                          std::string_view name) {
  const std::string word = ' ' + std::string(name) + ' ';
  const auto* found = std::ranges::find_if(
      table, [&](const Names& names) { return names.theirs.find(word) != word.npos; });
  return found == table.end() || name.empty() ? std::nullopt : std::optional(found->ours);
}

std::optional<std::string_view> function_named(std::string_view word) {
  std::string name = ascii_lowered(word);
  bool is_ending = false;  // only functions have these
  for (const std::string_view ending : {".explode"sv, ".exact"sv}) {
    if (!name.ends_with(ending)) continue;
    name.resize(name.size() - ending.size());
    is_ending = true;
  }
  const std::size_t comma = name.find(',');  // TI,AB: either
  if (comma != name.npos) {
    const bool all_known = function_named(name.substr(0, comma)).has_value() &&
                           function_named(name.substr(comma + 1)).has_value();
    return all_known ? std::optional(""sv) : std::nullopt;
  }
  const auto in_capitals = find_name(capital_functions, word);
  const auto ours = in_capitals ? in_capitals : find_name(functions, name);
  return !ours && is_ending && !name.empty() ? std::optional(""sv) : ours;
}

// atleast5, atl5, first50
bool is_counted(std::string_view name) {
  for (const std::string_view counted : {"atleast"sv, "atl"sv, "first"sv}) {
    if (name.starts_with(counted) && is_number(name.substr(counted.size()), 6)) return true;
  }
  return false;
}

// <1987, >=2019-03
bool is_compared(std::string_view text) {
  const std::size_t sign = std::min(text.find_first_not_of("<>="), text.size());
  return sign > 0 && text[0] != '=' && sign < text.size() && is_ascii_digit(text[sign]);
}

// w/5, pre/s
bool is_connector_with_slash(std::string_view name, std::string_view distance) {
  constexpr std::array units = {"s"sv,        "p"sv,         "sent"sv, "para"sv,
                                "sentence"sv, "paragraph"sv, "seg"sv,  "doc"sv};
  constexpr std::array by_words = {"w"sv,   "wn"sv,    "n"sv,      "p"sv,    "pre"sv, "near"sv,
                                   "adj"sv, "onear"sv, "within"sv, "notw"sv, "next"sv};
  constexpr std::array by_units = {""sv, "+"sv, "w"sv, "pre"sv, "near"sv};
  return (is_number(distance, 5) && is_any_of(name, by_words)) ||
         (is_any_of(distance, units) && is_any_of(name, by_units));
}

}  // namespace

bool is_connector(std::string_view token) {
  constexpr std::array words = {"NEAR"sv, "SAME"sv, "ONEAR"sv, "PRE"sv, "NEXT"sv};
  if (token.size() < 2 || token.size() > 12) return false;
  const std::string small = ascii_lowered(token);
  if (is_any_of(token, words) || small == "adj" || small == "+s" || small == "+p") return true;
  if ((token[0] == 'N' || token[0] == 'W') && is_number(token.substr(1), 2)) return true;
  for (const std::string_view name : {"adj"sv, "near"sv, "onear"sv, "pre"sv}) {
    if (small.starts_with(name) && is_number(small.substr(name.size()), 3)) return true;
  }
  std::string_view rest = small;
  if (const std::size_t colon = rest.find(':'); colon != rest.npos) {  // NEAR:5
    constexpr std::array by_colon = {"near"sv, "onear"sv, "adj"sv, "pre"sv, "within"sv};
    return is_any_of(rest.substr(0, colon), by_colon) && is_number(rest.substr(colon + 1), 3);
  }
  if (rest[0] == '/' && rest.ends_with('/') && (rest[1] == 'n' || rest[1] == 'f')) {
    return rest.size() > 3 && is_number(rest.substr(2, rest.size() - 3), 3);  // Factiva's /n5/
  }
  const std::size_t slash = rest.find('/');
  if (slash == rest.npos) return false;
  const std::string_view distance = rest.substr(slash + 1);
  return (slash == 0 && is_number(distance, 3)) ||
         is_connector_with_slash(rest.substr(0, slash), distance);
}

bool connects(std::string_view left, std::string_view connector, std::string_view right) {
  const auto begins_with_capital = [](std::string_view word) {
    return !word.empty() && is_ascii_capital(word[0]);
  };
  if (connector[0] == '/' && is_ascii_digit(connector[1]))
    return left.empty() || !is_ascii_digit(left.back());
  if (connector.find('/') != connector.npos || connector[0] == '+') return true;
  const bool may_be_a_name =
      connector == "SAME" || connector == "NEXT" || is_ascii_digit(connector[1]);
  if (may_be_a_name) return !begins_with_capital(left) && !begins_with_capital(right);
  // "CUT NEAR 36 BILLION"
  const bool is_count = !right.empty() && is_ascii_digit(right[0]);
  return !(is_in_capitals(left) && (is_in_capitals(right) || is_count));
}

std::string connector_hint(std::string_view typed, bool negated) {
  if (negated) {
    return in_quotes("NOT " + std::string(typed)) +
           " is not understood yet; nothing was left out, and what follows it was required.";
  }
  return in_quotes(typed) +
         " is not understood yet; both sides were searched, however far apart they stand.";
}

bool is_function_name(std::string_view word) {
  return is_counted(ascii_lowered(word)) || function_named(word).has_value();
}

bool is_segment_name(std::string_view word) {
  return is_function_name(word) && !find_name(capital_functions, word);
}

std::string function_hint(std::string_view name) {
  const std::string begin = in_quotes(std::string(name) + "( )") +
                            " is not understood yet; what stands in its brackets was searched";
  const std::string small = ascii_lowered(name);
  if (small == "allcaps") return begin + " in capitals and small letters alike.";
  if (small.starts_with("atl")) return begin + ", however often an article has it.";
  return begin + " everywhere." + did_you_mean(function_named(name).value_or(""), "( )");
}

std::string segment_hint(std::string_view name) {
  return in_quotes(std::string(name) + " ( )") +
         " is not understood yet; the name was searched as a word." +
         did_you_mean(function_named(name).value_or(""), "( )");
}

bool is_inflection(std::string_view name, std::string_view inside) {
  constexpr std::array endings = {"s"sv, "es"sv, "ies"sv, "en"sv, "n"sv, "r"sv, "in"sv, "innen"sv};
  const bool is_chemical =
      name.size() == 2 && is_ascii_capital(name[0]) && !is_ascii_capital(name[1]);
  const bool is_roman =
      std::ranges::all_of(inside, [](char c) { return c == 'I' || c == 'V' || c == 'X'; });
  // lang(en) is a function, language(s) a plural.
  const bool is_of_language = function_named(name) == "lang";
  return (is_of_language ? ascii_lowered(inside) == "s"
                         : is_any_of(ascii_lowered(inside), endings)) ||
         (is_chemical && is_roman);
}

std::optional<std::string_view> field_meant(std::string_view name) {
  const auto code = find_name(codes, ascii_lowered(name));
  return code ? code : function_named(name);
}

std::string_view without_context_set(std::string_view name) {
  for (const std::string_view set : {"dc."sv, "cql."sv, "bath."sv, "rec."sv}) {
    if (ascii_lowered(name.substr(0, set.size())) == set) return name.substr(set.size());
  }
  return name;
}

std::string code_hint(std::string_view query, const Lexeme& word) {
  constexpr std::array lengths = {"length"sv, "wc"sv, "wordcount"sv};
  const std::string_view rest = without_context_set(query.substr(word.begin));
  const auto end = std::ranges::find_if_not(rest, is_ascii_letter);
  const std::string_view typed = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  const std::string name = ascii_lowered(typed);
  std::string_view behind = rest.substr(name.size());
  const auto code = field_meant(name);
  if (code && behind.size() > 1 && behind[0] == '=' && behind[1] > ' ') {
    return in_quotes(std::string(typed) + "=") + " is not understood; it was searched as a word." +
           did_you_mean(*code);
  }
  const std::string_view sign = behind.substr(0, 2);
  if (code && !code->empty() && (sign == "!=" || sign == "<>") && behind.size() > 2 &&
      behind[2] > ' ') {
    return in_quotes(std::string(typed) + std::string(sign)) +
           " is not understood; it was searched as a word." +
           did_you_mean("-" + std::string(*code));
  }
  if (code && *code == "date" && is_compared(behind)) {
    return in_quotes(std::string(typed) + behind[0]) +
           " is not understood; it was searched as a word. Write “after:2019”, “before:2019” or "
           "“date:2019..2021”.";
  }
  if (!is_any_of(name, lengths)) return "";
  while (behind.starts_with(' ')) behind.remove_prefix(1);
  const std::size_t signs = std::min(behind.find_first_not_of("<>="), behind.size());
  behind.remove_prefix(signs);
  while (behind.starts_with(' ')) behind.remove_prefix(1);
  if (signs == 0 || behind.empty() || !is_ascii_digit(behind[0])) return "";
  return in_quotes(name) +
         " as a measure of articles is not understood yet; it was searched as a word.";
}

std::string pair_hint(std::string_view word, std::string_view next) {
  constexpr std::array comparisons = {"aft"sv, "bef"sv, "geq"sv, "leq"sv};
  const std::string small = ascii_lowered(word), behind = ascii_lowered(next);
  if (small == "date" && is_any_of(behind, comparisons)) {
    return in_quotes(std::string(word) + " " + std::string(next)) +
           " is not understood; its words were searched. Write “after:2019”, “before:2019” or "
           "“date:2019..2021”.";
  }
  if (small.starts_with("atl") && is_counted(small)) {
    return in_quotes(word) + " is not understood yet; it was searched as a word.";
  }
  return "";
}

std::string but_not_hint() {
  return "“BUT NOT” is not an operator here; it was read as “NOT”.";
}

std::string bang_hint(std::string_view query, const Lexeme& word) {
  const std::size_t begin = word.begin;
  const bool has_mark = begin > 0 && query[begin - 1] == '!' &&
                        (begin == 1 || query[begin - 2] == ' ' || query[begin - 2] == '(');
  const bool is_small = begin < query.size() && query[begin] >= 'a' && query[begin] <= 'z';
  if (!has_mark || !is_small) return "";
  return in_quotes("!" + std::string(word.text)) +
         " was searched as a plain word. To leave it out, " + "write " +
         in_quotes("-" + std::string(word.text)) + ".";
}

}  // namespace backfile
