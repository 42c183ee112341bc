// The front page: the search box, the newest articles, and counts to browse by.
#include <algorithm>
#include <string>

#include "indexer/base/figures.h"
#include "query/snippet/shown_title.h"
#include "server/pages/pages.h"
#include "server/pages/wording.h"

namespace backfile {
namespace {

constexpr std::size_t newest_articles = 12;
constexpr std::size_t shown_years = 20, shown_values = 12;
constexpr std::size_t most_sections = 40;

// All articles with one value of a field, newest first.
SearchParameters all_with(const Field& field, const std::string& value) {
  SearchParameters parameters;
  Request& request = parameters.request;
  request.sort = Sort::newest;
  if (field.id == FieldId::year) {
    request.from = request.to = value;
  } else {
    request.filters[field.id] = {value};
  }
  return parameters;
}

Html shelf(const PageContext& context, const Facet& facet, std::string_view title) {
  const Field& field = *find_field(facet.field, for_facets);
  const bool is_year = field.id == FieldId::year;
  std::uint64_t largest = 0;
  for (const FacetValue& value : facet.values) largest = std::max(largest, value.count);
  std::vector<Html> rows;
  for (const FacetValue& value : facet.values) {
    rows.push_back(Html(
        R"(<li><a href="{}"><span class="value" dir="auto">{}</span>{} <span class="count">{}</span></a></li>
)",
        context.addresses.search(all_with(field, value.value)), shown_value(field, value.value),
        is_year ? count_bar(value.count, largest) : Html(), with_commas(value.count)));
  }
  Html others;
  if (facet.other > 0)
    others.add("<p class=\"others\">and {} under other values</p>\n",
               counted(facet.other, "article"));
  if (is_year && facet.missing > 0)
    others.add("<p class=\"others\">and {} undated</p>\n", counted(facet.missing, "article"));
  return folded_list(title, rows, is_year ? shown_years : shown_values, others);
}

Html newest_entry(const PageContext& context, const Hit& hit) {
  const Article& article = hit.article;
  Html kicker;
  if (!article.section.empty())
    kicker.add(R"(<span class="section" dir="auto">{}</span> · )", article.section);
  kicker.add(time_element(article.published));
  const std::string title = shown_title(article);
  Html entry(R"(<li>
<p class="kicker">{}</p>
<h3 lang="{}" dir="auto"><a href="{}">{}</a></h3>
)",
             kicker, article.language, context.addresses.article(hit.key),
             title.empty() ? "Untitled" : title);
  // An article without a standfirst is introduced by its first words.
  const std::string opening =
      hit.snippets.empty() ? std::string() : behind_title(article, hit.snippets.front().text);
  const std::string& standfirst = article.subtitle.empty() ? opening : article.subtitle;
  if (!standfirst.empty())
    entry.add(R"(<p class="standfirst" lang="{}" dir="auto">{}</p>
)",
              article.language, standfirst);
  return entry.add("</li>\n");
}

// The way to articles that are neither new nor filed under anything; undated ones stand last.
Html link_to_all(const PageContext& context, std::uint64_t total) {
  SearchParameters all;
  all.request.sort = Sort::newest;
  return Html(R"(<p class="others"><a href="{}">All {}, newest first</a></p>
)",
              context.addresses.search(all), counted(total, "article"));
}

// A facet from the counts that were made when the archive was opened.
Facet counted_over_all(std::string_view field,
                       const std::vector<std::pair<std::string, std::uint64_t>>& counts) {
  Facet facet;
  facet.field = field;
  for (const auto& [value, count] : counts)
    if (!value.empty()) facet.values.push_back({value, count, false});
  return facet;
}

// Some sites file by hundreds of sections, most of them nearly empty.
Facet largest_first(Facet facet, std::size_t most) {
  auto& values = facet.values;
  std::stable_sort(values.begin(), values.end(),
                   [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
  for (std::size_t i = most; i < values.size(); ++i) facet.other += values[i].count;
  values.resize(std::min(values.size(), most));
  return facet;
}

Html browse(const PageContext& context, const Answer& newest) {
  Html shelves;
  const auto add = [&](const Facet& facet, std::string_view title) {
    if (facet.values.size() > 1)
      shelves.add(shelf(context, facet, title));  // one value is no choice
  };
  add(largest_first(counted_over_all("section", context.facts.sections), most_sections),
      "Sections");
  for (Facet facet : newest.facets) {
    if (facet.field == "year") {
      std::sort(facet.values.begin(), facet.values.end(),
                [](const FacetValue& a, const FacetValue& b) { return a.value > b.value; });
      add(facet, "Years");
    } else {
      add(facet, "Topics");
    }
  }
  add(counted_over_all("language", context.facts.languages), "Languages");
  return shelves;
}

}  // namespace

Request front_page_request() {
  Request request;
  request.sort = Sort::newest;
  request.limit = newest_articles;
  request.facets = {"year", "tag"};
  return request;
}

Html home_page(const PageContext& context, const Answer& newest) {
  Html entries;
  for (const Hit& hit : newest.hits) entries.add(newest_entry(context, hit));
  const std::string extent = extent_of(context.facts);
  Html main(R"(<div class="front">
<h1>{}</h1>
<p class="facts">{}</p>
{}{}</div>
)",
            context.archive_title, extent, search_box(context, {}), query_help());
  const Html shelves = browse(context, newest);
  main.add("<div class=\"home-columns\">\n");
  if (!entries.empty())
    main.add(R"(<section class="newest">
<h2>Newest articles</h2>
<ul>
{}</ul>
{}</section>
)",
             entries,
             newest.total > newest.hits.size() ? link_to_all(context, newest.total) : Html());
  if (!shelves.empty())
    main.add(R"(<nav class="browse" aria-label="Browse">
{}</nav>
)",
             shelves);
  main.add("</div>\n");
  Frame frame;
  frame.description = "Search " + context.archive_title + ": " + extent + ".";
  frame.canonical = "/";
  frame.masthead = false;
  return framed(context, frame, main);
}

}  // namespace backfile
