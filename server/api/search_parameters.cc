// A table of parameters, each with the function that reads its value; the fields that filter are
// parameters by their row in the table of fields.
#include "server/api/search_parameters.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

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

constexpr NamedChoice<bool> switch_names[] = {
    {"1", true}, {"true", true}, {"0", false}, {"false", false}};

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
  Complaint (*read)(const std::string& value, SearchParameters& parameters);
};

void add_filter(const Field& field, const std::string& value, SearchParameters& parameters) {
  if (value.empty()) return;
  std::vector<std::string>& values = parameters.request.filters[field.id];
  if (std::ranges::find(values, value) == values.end()) values.push_back(value);
}

template <std::string Request::*text>
Complaint set_text(const std::string& value, SearchParameters& parameters) {
  parameters.request.*text = value;
  return std::nullopt;
}

constexpr Parameter plain_parameters[] = {
    {"q", set_text<&Request::query>},
    // Dates are judged by the searcher, like dates in the query.
    {"from", set_text<&Request::from>},
    {"to", set_text<&Request::to>},
    {"sort",
     [](const std::string& value, SearchParameters& parameters) {
       return read_choice(value, sort_names, parameters.request.sort);
     }},
    {"match",
     [](const std::string& value, SearchParameters& parameters) {
       return read_choice(value, match_names, parameters.request.match);
     }},
    {"strict",
     [](const std::string& value, SearchParameters& parameters) {
       return read_choice(value, switch_names, parameters.request.strict);
     }},
    {"facets",
     [](const std::string& value, SearchParameters& parameters) {
       return read_facets(value, parameters.request.facets);
     }},
    {"offsets",
     [](const std::string& value, SearchParameters& parameters) {
       return read_choice(value, offset_names, parameters.offsets);
     }},
    {"cursor", set_text<&Request::cursor>},
    {"page",
     [](const std::string& value, SearchParameters& parameters) {
       return read_number(value, most_results + 1, parameters.page);
     }},
    {"per_page",
     [](const std::string& value, SearchParameters& parameters) {
       return read_number(value, most_per_page, parameters.per_page);
     }},
};

// Those of fields that filter included; "q, from, to, section".
std::string names_of_parameters() {
  std::string names;
  const auto add = [&](std::string_view name) {
    names += (names.empty() ? "" : ", ") + std::string(name);
  };
  for (const Parameter& parameter : plain_parameters) add(parameter.name);
  for (const Field& field : fields) {
    if (field.is(for_filters)) add(field.name);
  }
  return names;
}

Problem unknown(const std::string& name) {
  return {400, "unknown_parameter", "There is no parameter \"" + name + "\".",
          "Parameters are: " + names_of_parameters() + ".", name};
}

// By its name in queries only, not by its name among facets.
const Field* filter_named(const std::string& name) {
  const Field* field = find_field(name, for_filters);
  return field != nullptr && field->name == name ? field : nullptr;
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
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < std::min(query_string.size(), most_parameters); ++i) {
    const std::string& name = query_string[i].first;
    const std::string& value = query_string[i].second;
    if (const Field* field = filter_named(name)) {
      add_filter(*field, value, parameters);
      continue;
    }
    const auto parameter = std::ranges::find(plain_parameters, name, &Parameter::name);
    if (parameter == std::end(plain_parameters)) {
      if (strict) return unknown(name);
      continue;
    }
    if (strict && !seen.insert(parameter->name).second)
      return Problem{400, "repeated_parameter", "\"" + name + "\" is given more than once.",
                     "Give it once.", name};
    const Complaint complaint = parameter->read(value, parameters);
    if (strict && complaint)
      return Problem{400, "bad_value", "\"" + name + "\" must be " + *complaint + ".",
                     "Leave it out for the default.", name};
  }
  if (!strict) parameters.request.cursor.clear();  // pages have numbers
  if (!parameters.request.cursor.empty() && parameters.page != 1)
    return Problem{400, "bad_value", "A cursor and a page name two places at once.",
                   "Leave one of them out.", "page"};
  parameters.request.offset = (parameters.page - 1) * parameters.per_page;
  parameters.request.limit = parameters.per_page;
  if (parameters.request.offset > most_results) return too_deep();
  return parameters;
}

QueryString to_query_string(const SearchParameters& parameters) {
  const Request& request = parameters.request;
  QueryString query_string;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) query_string.emplace_back(name, value);
  };
  query_string.emplace_back("q", request.query);
  add("from", request.from);
  add("to", request.to);
  for (const Field& field : fields) {
    for (const std::string& value : request.values_of(field.id)) add(field.name, value);
  }
  if (request.sort != Sort::relevance) add("sort", name_of(request.sort, sort_names));
  if (request.match != Match::automatic) add("match", name_of(request.match, match_names));
  if (request.strict) add("strict", "1");
  if (parameters.per_page != default_per_page) add("per_page", std::to_string(parameters.per_page));
  add("cursor", request.cursor);
  if (parameters.page != 1) add("page", std::to_string(parameters.page));
  return query_string;
}

}  // namespace backfile
