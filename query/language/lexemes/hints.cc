// Names are looked up among those that other services have for our fields; each sentence is put
// together from what was typed and what was done with it.
#include "query/language/lexemes/hints.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"
#include "query/ast/periods.h"
#include "query/ast/quoted.h"
#include "query/language/lexemes/other_syntax.h"

namespace backfile {
namespace {

// What other search engines call our fields.
struct OtherName {
  std::string_view name, ours;
};
constexpr std::array other_names = {
    OtherName{"headline", "title"},      OtherName{"intitle", "title"},
    OtherName{"heading", "title"},       OtherName{"subject", "title"},
    OtherName{"standfirst", "subtitle"}, OtherName{"by", "author"},
    OtherName{"byline", "author"},       OtherName{"writer", "author"},
    OtherName{"authors", "author"},      OtherName{"category", "section"},
    OtherName{"desk", "section"},        OtherName{"tags", "tag"},
    OtherName{"keyword", "tag"},         OtherName{"topic", "tag"},
    OtherName{"language", "lang"},       OtherName{"site", "source"},
    OtherName{"publication", "source"},  OtherName{"paper", "source"},
    OtherName{"year", "date"},           OtherName{"published", "date"},
    OtherName{"since", "date"},          OtherName{"until", "date"},
    OtherName{"from", "date"},           OtherName{"allintitle", "title"},
};

bool is_other_name(std::string_view name) {
  return std::ranges::find(other_names, ascii_lowered(name), &OtherName::name) != other_names.end();
}

// The field of ours that is meant, empty where there is none; nothing for an ordinary word.
std::optional<std::string_view> field_of_ours(std::string_view name) {
  const auto* other = std::ranges::find(other_names, ascii_lowered(name), &OtherName::name);
  return other == other_names.end() ? field_meant(name) : std::optional(other->ours);
}

std::string list_of_fields() {
  std::string list;
  for (const QueryField& field : query_fields()) {
    if (!list.empty()) list += &field == &query_fields().back() ? " and " : ", ";
    list.append(field.name).append(":");
  }
  return list;
}

// _exists_, article_title and title.keyword: which part of it names a field of ours, or empty;
// nothing for what is no such name. A dot alone may be that of a web address, a low line is not.
std::optional<std::string_view> field_in_parts(std::string_view name) {
  const bool has_line = name.find('_') != name.npos;
  if (!has_line && name.find('.') == name.npos) return std::nullopt;
  const auto is_part = [](char c) { return is_ascii_small(c) || is_ascii_digit(c); };
  if (std::ranges::none_of(name, is_ascii_small)) return std::nullopt;
  std::string_view ours;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find_first_of("_.", begin), name.size());
    const std::string_view part = name.substr(begin, end - begin);
    if (!std::ranges::all_of(part, is_part)) return std::nullopt;
    const bool is_name = part.size() > 2 && ours.empty();
    if (const auto found = is_name ? field_of_ours(part) : std::nullopt) ours = *found;
    begin = end + 1;
  }
  return has_line || !ours.empty() ? std::optional(ours) : std::nullopt;
}

std::string no_such_field(std::string_view name, std::string_view ours) {
  return "There is no field " + shortly_quoted(std::string(name) + ":") +
         ", so it was searched as a word." +
         (ours.empty() ? " The fields are " + list_of_fields() + "." : did_you_mean(ours));
}

}  // namespace

std::string did_you_mean(std::string_view field, std::string_view behind) {
  if (field.empty()) return "";
  return " Perhaps you mean " + in_quotes(std::string(field) + ":" + std::string(behind)) + ".";
}

std::string minus_behind_field_hint(std::string_view field) {
  const std::string name = std::string(field) + ":";
  return in_quotes(name + "-") + " was read as " + in_quotes("-" + name) +
         ", which leaves out what follows.";
}

std::string unknown_field_hint(std::string_view query, const Lexeme& word) {
  std::size_t begin = word.begin;
  while (begin > 0 && query[begin - 1] == '_') --begin;
  const std::string_view rest = query.substr(begin);
  const auto is_of_name = [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '.';
  };
  const auto name_end = std::ranges::find_if_not(rest, is_of_name);
  const std::string_view name = rest.substr(0, static_cast<std::size_t>(name_end - rest.begin()));
  const std::string_view value = rest.substr(name.size());
  const bool looks_like_a_field = name.size() >= 2 && value.size() >= 2 && value[0] == ':' &&
                                  value[1] != ':' && value[1] != '/' && value[1] > ' ';
  if (!looks_like_a_field) return "";
  if (const auto part = field_in_parts(name)) return no_such_field(name, *part);
  if (!std::ranges::all_of(name, is_ascii_letter)) return "";
  const auto ours = field_of_ours(name);
  // In capitals only what is a field somewhere: "Re:constructed" is text.
  const bool is_code = ours && name.size() == 2 && std::ranges::all_of(name, is_ascii_capital);
  if (!is_other_name(name) && !is_code && !std::ranges::all_of(name, is_ascii_small)) return "";
  if (find_query_field(name) != nullptr) {
    return shortly_quoted(std::string(name) + ":") +
           " names a field only with nothing but a space, a round bracket or - before it; here it "
           "was searched as a word.";
  }
  return no_such_field(name, ours.value_or(""));
}

Hint field_apart_hint(std::string_view query, const Lexeme& word, bool is_first, Manner manner) {
  constexpr std::size_t longest_value = 2;  // words; names and places seldom have more
  const std::string_view behind = query.substr(word.end);
  const std::size_t next = behind.find_first_not_of(" \t\n", 1);
  if (!behind.starts_with(':') || next == 1 || next == behind.npos) return {};
  const bool is_query = manner.operators || manner.fields;
  const bool is_small = !word.text.empty() && std::ranges::all_of(word.text, is_ascii_small);
  if (!is_small && !is_query) return {};
  const QueryField* field = find_query_field(word.text);
  const auto other = field ? std::nullopt : field_of_ours(word.text);
  if (!field && (!other || other->empty() || word.text.size() < 2)) return {};
  const bool is_value = behind[next] == '"' || behind[next] == '(' ||
                        behind.substr(next).starts_with("“") ||
                        behind.substr(next).starts_with("„");
  const bool is_prose = !(field && is_first) && !is_value && is_line_of_text(query);
  if (!is_query && is_prose) return {};
  if (!field && !is_query && !is_first) return {};
  const std::string ours(field ? field->name : *other);
  const bool has_dates = find_query_field(ours)->operand == FieldOperand::dates;
  const bool may_be_prose = !is_query && !is_value && plain_words(behind).size() > longest_value;
  return {shortly_quoted(std::string(word.text) + ":") +
              (field ? " needs its value right behind the colon, without a space, as in "
                     : " is not understood; it was searched as a word. Perhaps you mean ") +
              in_quotes(ours + (has_dates ? ":2019" : ":word")) +
              (field ? "; it was searched as a word." : ", without a space."),
          may_be_prose};
}

Hint colon_apart_hint(std::string_view query, const Lexeme& word) {
  const QueryField* field = find_query_field(word.text);
  const std::string_view behind = query.substr(word.end);
  const std::size_t colon = behind.find_first_not_of(' ');
  if (!field || field->name != word.text || colon == 0 || colon == behind.npos) return {};
  const std::string_view value = behind.substr(colon);
  // ":D" and ":)" are faces.
  const bool is_value =
      value.size() > 2 && value[0] == ':' && value[1] > ' ' && value[2] > ' ' && value[1] != ':';
  if (!is_value) return {};
  return {in_quotes(std::string(word.text) + " :") +
              " was searched as a word. A field has its colon right behind its name, as in " +
              in_quotes(std::string(word.text) +
                        (field->operand == FieldOperand::dates ? ":2019" : ":word")) +
              ".",
          true};
}

std::string fuzzy_hint(NodeKind behind, std::string_view number) {
  const std::string typed = shortly_quoted("~" + std::string(number));
  return behind == NodeKind::phrase
             ? typed +
                   " behind a phrase is not understood yet; its words were searched wherever they "
                   "stand."
             : typed +
                   " is not understood yet; what stands before it was searched as it is spelled.";
}

std::string bad_date_hint(const QueryField& field, std::string_view text) {
  const std::string both = both_readings(text);
  if (!both.empty())
    return shortly_quoted(text) + " could be two days and was left out; write " + both + ".";
  const std::string calendar = calendar_hint(text);
  if (!calendar.empty())
    return shortly_quoted(text) + " cannot be a date and was left out. " + calendar;
  const std::string years = years_hint(text);
  if (!years.empty()) return shortly_quoted(text) + " is not a date and was left out. " + years;
  return shortly_quoted(text) +
         " is not a date and was left out; write “2019”, “\"March 2019\"”, “3/2019”" +
         (field.name == "date" ? ", “2019-03-31” or “2019..2021”." : " or “2019-03-31”.");
}

std::string backwards_hint(std::string_view text) {
  return shortly_quoted(text) + " names the later date first; it was read the other way round.";
}

std::string left_out_hint(std::string_view typed, std::string_view where) {
  const bool word = typed == "AND" || typed == "OR" || typed == "NOT";
  return shortly_quoted(typed) + " has nothing " + std::string(where) + " it and was left out." +
         (word ? " In small letters it is a word like any other." : "");
}

}  // namespace backfile
