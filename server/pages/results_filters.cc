// Every link is the present search with one filter toggled and the page set back to the first.
#include "server/pages/results_filters.h"

#include <algorithm>
#include <string_view>

#include "indexer/base/figures.h"
#include "query/ast/periods.h"
#include "server/pages/wording.h"

namespace backfile {
namespace {

constexpr std::size_t shown_values = 8;

SearchParameters toggled(SearchParameters parameters, const Field& field,
                         const std::string& value) {
  std::vector<std::string>& chosen = parameters.request.filters[field.id];
  if (std::erase(chosen, value) == 0) chosen.push_back(value);
  parameters.page = 1;
  return parameters;
}

std::string period_of_question(const Request& request) {
  if (request.from == request.to) return request.from;
  if (request.to.empty()) return "from " + request.from;
  if (request.from.empty()) return "to " + request.to;
  return request.from + " to " + request.to;
}

Html row(const std::string& link, const std::string& text, std::uint64_t count, bool chosen,
         const Html& bar) {
  if (chosen)
    return Html(
        R"(<li><a class="chosen" href="{}"><span class="value" dir="auto">{}</span>{} <span class="count">{}</span></a></li>
)",
        link, text, bar, with_commas(count));
  return Html(
      R"(<li><a href="{}"><span class="value" dir="auto">{}</span>{} <span class="count">{}</span></a></li>
)",
      link, text, bar, with_commas(count));
}

Html others(const Facet& facet) {
  Html html;
  if (facet.other > 0)
    html.add(R"(<p class="others">and {} under other values</p>
)",
             counted(facet.other, "article"));
  return html;
}

// Whether a period is chosen that includes any part of the year.
bool is_chosen(const Request& request, const std::string& year) {
  if (request.from.empty() && request.to.empty()) return false;
  const auto own = named_period(year);
  const auto from = named_period(request.from), to = named_period(request.to);
  return own && (!from || from->first <= own->last) && (!to || to->last >= own->first);
}

// With bars, so that a reader sees at a glance when the archive wrote about something.
Html years(const PageContext& context, const SearchParameters& parameters, const Facet& facet) {
  Facet by_year = facet;
  std::sort(by_year.values.begin(), by_year.values.end(),
            [](const FacetValue& a, const FacetValue& b) { return a.value > b.value; });
  std::uint64_t largest = 0;
  for (const FacetValue& value : by_year.values) largest = std::max(largest, value.count);
  std::vector<Html> rows;
  for (const FacetValue& value : by_year.values) {
    SearchParameters other = parameters;
    Request& request = other.request;
    const bool alone = request.from == value.value && request.to == value.value;
    request.from = request.to = alone ? "" : value.value;
    other.page = 1;
    rows.push_back(row(context.addresses.search(other), value.value, value.count,
                       is_chosen(parameters.request, value.value),
                       count_bar(value.count, largest)));
  }
  Html after = others(facet);
  if (facet.missing > 0)
    after.add(R"(<p class="others">and {} undated</p>
)",
              counted(facet.missing, "article"));
  return folded_list("Year", rows, shown_values, after);
}

Html values(const PageContext& context, const SearchParameters& parameters, const Field& field,
            const Facet& facet) {
  const auto chosen = parameters.request.values_of(field.id);
  std::vector<Html> rows, chosen_rows;
  for (const FacetValue& value : facet.values) {
    const bool is_chosen =
        value.selected || std::find(chosen.begin(), chosen.end(), value.value) != chosen.end();
    (is_chosen ? chosen_rows : rows)
        .push_back(row(context.addresses.search(toggled(parameters, field, value.value)),
                       shown_value(field, value.value), value.count, is_chosen, {}));
  }
  // Chosen values stand first, so that they are never collapsed.
  rows.insert(rows.begin(), chosen_rows.begin(), chosen_rows.end());
  return folded_list(field.label, rows, shown_values, others(facet));
}

// A value that every match has narrows nothing.
bool is_a_choice(const Facet& facet, const Answer& answer) {
  return std::any_of(facet.values.begin(), facet.values.end(), [&](const FacetValue& value) {
    return value.selected || value.count != answer.total;
  });
}

}  // namespace

std::vector<ActiveFilter> active_filters(const SearchParameters& parameters) {
  std::vector<ActiveFilter> filters;
  const Request& request = parameters.request;
  for (const Field& field : fields)
    for (const std::string& value : request.values_of(field.id))
      filters.push_back({std::string(field.label) + ": " + shown_value(field, value),
                         toggled(parameters, field, value)});
  if (!request.from.empty() || !request.to.empty()) {
    SearchParameters without = parameters;
    without.request.from.clear();
    without.request.to.clear();
    without.page = 1;
    filters.push_back({"Date: " + period_of_question(request), std::move(without)});
  }
  // A topic search has its own link back, next to the words it added.
  if (request.match == Match::all || request.match == Match::any) {
    SearchParameters without = parameters;
    without.request.match = Match::automatic;
    without.page = 1;
    filters.push_back({request.match == Match::all ? "All of the words" : "Any of the words",
                       std::move(without)});
  }
  return filters;
}

Html filter_chips(const PageContext& context, const SearchParameters& parameters) {
  const std::vector<ActiveFilter> filters = active_filters(parameters);
  if (filters.empty()) return {};
  Html chips;
  for (const ActiveFilter& filter : filters)
    chips.add(
        R"(<li><a href="{}" aria-label="Remove the filter {}"><span dir="auto">{}</span> <span aria-hidden="true">✕</span></a></li>
)",
        context.addresses.search(filter.without), filter.text, filter.text);
  if (filters.size() > 1) {
    SearchParameters bare;
    bare.request.query = parameters.request.query;
    bare.request.sort = parameters.request.sort;
    chips.add(R"(<li class="clear"><a href="{}">Remove all</a></li>
)",
              context.addresses.search(bare));
  }
  return Html(R"(<ul class="chips" aria-label="Filters in use">
{}</ul>
)",
              chips);
}

Html filter_lists(const PageContext& context, const SearchParameters& parameters,
                  const Answer& answer) {
  Html lists;
  for (const Facet& facet : answer.facets) {
    if (!is_a_choice(facet, answer)) continue;
    const Field* field = find_field(facet.field, for_facets);
    if (field == nullptr) continue;
    lists.add(field->id == FieldId::year ? years(context, parameters, facet)
                                         : values(context, parameters, *field, facet));
  }
  return lists;
}

}  // namespace backfile
