// The front page: the search box, what the archive holds, what is new in it.
#include <algorithm>
#include <string>

#include "server/pages.h"
#include "server/wording.h"

namespace backfile {
namespace {

constexpr std::size_t newest_articles = 8;
constexpr std::size_t most_to_browse = 12;

// A list of searches, each narrowed by one value of a field.
struct Shelf {
  std::string_view title;
  std::vector<std::pair<std::string, Enquiry>> rows;  // what it says, where it leads
  std::vector<std::uint64_t> counts;
};

Shelf shelf_of(const Facet& facet, std::string_view title) {
  Shelf shelf{title, {}, {}};
  for (const FacetValue& value : facet.values) {
    if (shelf.rows.size() == most_to_browse) break;
    Enquiry enquiry;
    Request& request = enquiry.request;
    std::string name = value.value;
    if (facet.field == "section")
      request.section = {value.value};
    else if (facet.field == "tag")
      request.tag = {value.value};
    else if (facet.field == "author")
      request.author = {value.value};
    else if (facet.field == "year")
      request.from = request.to = value.value;
    else if (facet.field == "language") {
      request.language = {value.value};
      name = name_of_language(value.value);
    }
    request.sort = Sort::newest;
    shelf.rows.emplace_back(std::move(name), std::move(enquiry));
    shelf.counts.push_back(value.count);
  }
  return shelf;
}

Html shelf_section(const Shelf& shelf) {
  Html rows;
  for (std::size_t i = 0; i < shelf.rows.size(); ++i) {
    const auto& [name, enquiry] = shelf.rows[i];
    rows.add(R"(<li><a href="{}" dir="auto">{}</a> <span class="count">{}</span></li>
)",
             search_link(enquiry), name, grouped(shelf.counts[i]));
  }
  return Html("<section>\n<h2>{}</h2>\n<ul>\n{}</ul>\n</section>\n", shelf.title, rows);
}

Html newest_entry(const Hit& hit) {
  const Article& article = hit.article;
  Html kicker;
  if (!article.section.empty())
    kicker.add(R"(<span class="section" dir="auto">{}</span> · )", article.section);
  kicker.add(article.published.empty() ? Html("Undated") : time_element(article.published));
  Html entry(R"(<li>
<p class="kicker">{}</p>
<h3 lang="{}" dir="auto"><a href="/article/{}">{}</a></h3>
)",
             kicker, article.language, hit.key, article.title);
  if (!article.subtitle.empty())
    entry.add(R"(<p class="standfirst" lang="{}" dir="auto">{}</p>
)",
              article.language, article.subtitle);
  return entry.add("</li>\n");
}

Html browse(const Answer& newest) {
  Html shelves;
  for (const Facet& facet : newest.facets) {
    Facet shown = facet;
    if (facet.field == "year")
      std::sort(shown.values.begin(), shown.values.end(),
                [](const FacetValue& a, const FacetValue& b) { return a.value > b.value; });
    // One value is no choice.
    if (shown.values.size() < 2) continue;
    const std::string_view title = facet.field == "section"    ? "Sections"
                                   : facet.field == "year"     ? "Years"
                                   : facet.field == "language" ? "Languages"
                                                               : "Topics";
    shelves.add(shelf_section(shelf_of(shown, title)));
  }
  return shelves;
}

}  // namespace

Request front_page_request() {
  Request request;
  request.sort = Sort::newest;
  request.limit = newest_articles;
  request.facets = {"section", "year", "tag", "language"};
  request.snippets = false;
  return request;
}

Html home_page(const PageContext& context, const Answer& newest) {
  Html entries;
  for (const Hit& hit : newest.hits) entries.add(newest_entry(hit));
  const std::string extent = extent_of(context.facts);
  Html main(R"(<div class="front">
<h1>{}</h1>
<p class="facts">{}</p>
{}{}</div>
)",
            context.archive_title, extent, search_box({}), query_help());
  const Html shelves = browse(newest);
  main.add("<div class=\"home-columns\">\n");
  if (!entries.empty())
    main.add(R"(<section class="newest">
<h2>Newest articles</h2>
<ul>
{}</ul>
</section>
)",
             entries);
  if (!shelves.empty())
    main.add(R"(<nav class="browse" aria-label="Browse">
{}</nav>
)",
             shelves);
  main.add("</div>\n");
  Frame frame;
  frame.description = "Search " + context.archive_title + ": " + extent + ".";
  frame.masthead = false;
  return framed(context, frame, main);
}

}  // namespace backfile
