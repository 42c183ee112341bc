// One table of parameters, by which addresses are read and written: each row knows both ways, so
// that no parameter that is read can be missing from a link. Each field that filters has a row.
#include "server/api/search_parameters.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "indexer/base/lists.h"
#include "query/answer/choices.h"

namespace backfile {
namespace {

using Complaint = std::optional<std::string>;  // what the value should have been

Complaint read_number(std::string_view value, std::size_t most, std::size_t& into) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number < 1 || number > most)
    return "a whole number from 1 to " + std::to_string(most);
  into = number;
  return std::nullopt;
}

// Off is the default; links have "1".
constexpr NamedChoice<bool> switch_names[] = {
    {"0", false}, {"1", true}, {"true", true}, {"false", false}};

template <class Choice, std::size_t count>
Complaint read_choice(std::string_view value, const NamedChoice<Choice> (&names)[count],
                      Choice& into) {
  if (const auto choice = choice_named(value, names)) {
    into = *choice;
    return std::nullopt;
  }
  std::string wanted = "one of";
  for (const auto& row : names)
    wanted += (wanted.ends_with("of") ? " " : ", ") + std::string(row.name);
  return wanted;
}

Complaint read_facets(std::string_view value, std::vector<std::string>& into) {
  while (!value.empty()) {
    const std::size_t comma = value.find(',');
    const Field* field = find_field(value.substr(0, comma), for_facets);
    value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
    if (field == nullptr)
      return "some of " + names_of_fields(for_facets, ", ") + ", with commas between";
    if (std::ranges::find(into, field->facet) == into.end()) into.emplace_back(field->facet);
  }
  return std::nullopt;
}

struct Parameter {
  std::string_view name;
  std::function<Complaint(const std::string& value, SearchParameters& parameters)> read;
  // The values that read() would take to come to the same; none for the default.
  std::function<std::vector<std::string>(const SearchParameters& parameters)> write;
  bool repeats = false;  // may be given more than once
};

Parameter text_parameter(std::string_view name, std::string Request::*text) {
  return {name,
          [text](const std::string& value, SearchParameters& parameters) {
            parameters.request.*text = value;
            return Complaint();
          },
          [text](const SearchParameters& parameters) {
            const std::string& value = parameters.request.*text;
            return value.empty() ? std::vector<std::string>() : std::vector{value};
          }};
}

// The query stands in every address, even an empty one: `/search` alone is another page.
Parameter query_parameter() {
  Parameter query = text_parameter("q", &Request::query);
  query.write = [](const SearchParameters& parameters) {
    return std::vector{parameters.request.query};
  };
  return query;
}

Parameter filter_parameter(const Field& field) {
  return {field.name,
          [id = field.id](const std::string& value, SearchParameters& parameters) {
            if (value.empty()) return Complaint();
            std::vector<std::string>& values = parameters.request.filters[id];
            if (std::ranges::find(values, value) == values.end()) values.push_back(value);
            return Complaint();
          },
          [id = field.id](const SearchParameters& parameters) {
            std::vector<std::string> values;
            for (const std::string& value : parameters.request.values_of(id)) {
              if (!value.empty()) values.push_back(value);
            }
            return values;
          },
          true};
}

// `place` gives where the choice is kept; the first name in `names` is the default.
template <class Choice, std::size_t count, class Place>
Parameter choice_parameter(std::string_view name, const NamedChoice<Choice> (&names)[count],
                           Place place) {
  return {name,
          [&names, place](const std::string& value, SearchParameters& parameters) {
            return read_choice(value, names, place(parameters));
          },
          [&names, place](const SearchParameters& parameters) {
            const Choice choice = place(parameters);
            return choice == names[0].choice ? std::vector<std::string>()
                                             : std::vector{std::string(name_of(choice, names))};
          }};
}

Parameter facets_parameter() {
  return {"facets",
          [](const std::string& value, SearchParameters& parameters) {
            return read_facets(value, parameters.request.facets);
          },
          [](const SearchParameters& parameters) {
            const std::vector<std::string>& facets = parameters.request.facets;
            return facets.empty() ? facets : std::vector{joined(facets, ",")};
          }};
}

Parameter number_parameter(std::string_view name, std::size_t SearchParameters::*number,
                           std::size_t most) {
  return {name,
          [number, most](const std::string& value, SearchParameters& parameters) {
            return read_number(value, most, parameters.*number);
          },
          [number](const SearchParameters& parameters) {
            const bool is_default = parameters.*number == SearchParameters().*number;
            return is_default ? std::vector<std::string>()
                              : std::vector{std::to_string(parameters.*number)};
          }};
}

// Far beyond where pages end (too_deep()), so that who asks for more is told why there is none.
constexpr std::size_t farthest_page = 1'000'000;

std::vector<Parameter> make_table() {
  // Dates are judged by the searcher, like dates in the query.
  std::vector<Parameter> table = {query_parameter(), text_parameter("from", &Request::from),
                                  text_parameter("to", &Request::to)};
  for (const Field& field : fields) {
    if (field.is(for_filters)) table.push_back(filter_parameter(field));
  }
  table.push_back(choice_parameter(
      "sort", sort_names, [](auto& parameters) -> auto& { return parameters.request.sort; }));
  table.push_back(choice_parameter(
      "match", match_names, [](auto& parameters) -> auto& { return parameters.request.match; }));
  table.push_back(choice_parameter(
      "strict", switch_names, [](auto& parameters) -> auto& { return parameters.request.strict; }));
  table.push_back(facets_parameter());
  table.push_back(choice_parameter(
      "offsets", offset_names, [](auto& parameters) -> auto& { return parameters.offsets; }));
  table.push_back(number_parameter("per_page", &SearchParameters::per_page, most_per_page));
  table.push_back(text_parameter("cursor", &Request::cursor));
  table.push_back(number_parameter("page", &SearchParameters::page, farthest_page));
  return table;
}

// In the order in which addresses have them.
const std::vector<Parameter>& table_of_parameters() {
  static const std::vector<Parameter> table = make_table();
  return table;
}

// "q, from, to, section".
std::string list_of_parameters() {
  std::string names;
  for (const std::string_view name : names_of_search_parameters())
    names += (names.empty() ? "" : ", ") + std::string(name);
  return names;
}

Problem unknown(const std::string& name) {
  return {400, "unknown_parameter", "There is no parameter \"" + name + "\".",
          "Parameters are: " + list_of_parameters() + ".", name};
}

Problem too_deep() {
  return {400, "too_deep",
          "Only the first " + std::to_string(most_results) +
              " articles of a result can be paged through.",
          "Narrow the search by another word, or by from, to, section or author.", "page"};
}

}  // namespace

std::variant<SearchParameters, Problem> read_search_parameters(const QueryString& query_string,
                                                               Strictness strictness) {
  SearchParameters parameters;
  const bool strict = strictness == Strictness::strict;
  if (strict && query_string.size() > most_parameters)
    return Problem{400, "too_many_parameters",
                   "A request has at most " + std::to_string(most_parameters) + " parameters.",
                   "Leave some out.", ""};
  const std::vector<Parameter>& table = table_of_parameters();
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < std::min(query_string.size(), most_parameters); ++i) {
    const std::string& name = query_string[i].first;
    const std::string& value = query_string[i].second;
    const auto parameter = std::ranges::find(table, name, &Parameter::name);
    if (parameter == table.end()) {
      if (strict) return unknown(name);
      continue;
    }
    if (strict && !parameter->repeats && !seen.insert(parameter->name).second)
      return Problem{400, "repeated_parameter", "\"" + name + "\" is given more than once.",
                     "Give it once.", name};
    const Complaint complaint = parameter->read(value, parameters);
    if (strict && complaint)
      return Problem{400, "bad_value", "\"" + name + "\" must be " + *complaint + ".",
                     "Leave it out for the default.", name};
  }
  if (!strict) {  // pages have numbers, and facets of their own
    parameters.request.cursor.clear();
    parameters.request.facets.clear();
    parameters.offsets = {};
  }
  if (!parameters.request.cursor.empty() && parameters.page != 1)
    return Problem{400, "bad_value", "A cursor and a page name two places at once.",
                   "Leave one of them out.", "page"};
  parameters.request.offset = (parameters.page - 1) * parameters.per_page;
  parameters.request.limit = parameters.per_page;
  if (parameters.request.offset > most_results) return too_deep();
  return parameters;
}

QueryString to_query_string(const SearchParameters& parameters) {
  QueryString query_string;
  for (const Parameter& parameter : table_of_parameters()) {
    for (const std::string& value : parameter.write(parameters))
      query_string.emplace_back(parameter.name, value);
  }
  return query_string;
}

std::vector<std::string_view> names_of_search_parameters() {
  std::vector<std::string_view> names;
  for (const Parameter& parameter : table_of_parameters()) names.push_back(parameter.name);
  return names;
}

}  // namespace backfile
