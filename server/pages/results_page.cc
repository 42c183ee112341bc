// The page of results: how the query was read, what was found, and links that narrow it or go on.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

#include "indexer/base/figures.h"
#include "indexer/text/language.h"
#include "query/answer/demands.h"
#include "query/answer/phrases.h"
#include "query/output/render.h"
#include "server/api/web_address.h"
#include "server/pages/pages.h"
#include "server/pages/results_filters.h"
#include "server/pages/results_topic.h"
#include "server/pages/wording.h"

namespace backfile {
namespace {

std::string link_with_match(const PageContext& context, const SearchParameters& parameters,
                            Match match) {
  SearchParameters other = parameters;
  other.request.match = match;
  other.page = 1;
  return context.addresses.search(other);
}

Html heading(const SearchParameters& parameters, const Answer& answer) {
  const std::string count = answer.total == 0 ? "No article" : counted(answer.total, "article");
  const std::string& query = parameters.request.query;
  const std::string_view verb = answer.total == 0                ? " matches"
                                : is_widened(parameters, answer) ? " on the topic of"
                                                                 : " for";
  if (query.empty())
    return Html("<h1>{}{}</h1>\n", count, answer.total == 0 ? verb : std::string_view());
  return Html("<h1>{}{} {}{}</h1>\n", count, verb, in_quotes(query),
              share_of_complete(answer.total, answer.complete,
                                asks_one_word(parse(answer.interpreted).tree)));
}

std::string seconds(double milliseconds) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f seconds", std::max(milliseconds, 10.0) / 1000);
  return text.data();
}

Html reading(const SearchParameters& parameters, const Answer& answer) {
  Html line;
  if (parameters.page > 1) line.add("Page {} · ", std::to_string(parameters.page));
  if (!answer.interpreted.empty() && answer.interpreted != answer.query)
    line.add("Read as <code dir=\"auto\">{}</code> · ", answer.interpreted);
  return Html(R"(<p class="read-as">{}{}</p>
)",
              line, seconds(answer.took_ms));
}

// Links to other searches, with what they would find.
Html links_to(const PageContext& context, const SearchParameters& parameters,
              const std::vector<Alternative>& others) {
  Html links;
  for (const Alternative& other : others) {
    SearchParameters changed = parameters;
    changed.request = other.request;
    changed.page = 1;
    links.add(R"(<li><a href="{}">{} {}</a></li>
)",
              context.addresses.search(changed), counted(other.total, "article"), other.change);
  }
  return links.empty() ? links : Html("<ul>\n{}</ul>\n", links);
}

Html notes(const PageContext& context, const SearchParameters& parameters, const Answer& answer,
           const std::vector<Alternative>& others) {
  Html html;
  for (const Note& note : answer.notes) {
    if (note.position)
      html.add("<p>{} ({})</p>\n", prose(note.message), at_character(answer.query, *note.position));
    else
      html.add("<p>{}</p>\n", prose(note.message));
  }
  const Html links = answer.relaxed ? links_to(context, parameters, others) : Html();
  if (!links.empty()) html.add("<p>These searches find all of the words:</p>\n").add(links);
  if (answer.relaxed && links.empty() && answer.complete.value_or(0) > 0)
    html.add(R"(<p><a href="{}">Search for all of the words only</a></p>
)",
             link_with_match(context, parameters, Match::all));
  return html.empty() ? html : Html("<div class=\"notes\">\n{}</div>\n", html);
}

// A reader who types a name may be looking for what that person wrote.
Html writers(const PageContext& context, const SearchParameters& parameters, const Answer& answer) {
  if (parameters.page > 1) return {};
  Html html;
  for (const Writer& writer : answer.writers) {
    SearchParameters theirs;
    theirs.request.filters[FieldId::author] = {writer.name};
    theirs.request.sort = Sort::newest;
    html.add(R"(<p class="writer"><a href="{}">{} by <span dir="auto">{}</span></a></p>
)",
             context.addresses.search(theirs), counted(writer.count, "article"), writer.name);
  }
  return html;
}

Html missing_words(const Hit& hit) {
  if (hit.missing.empty()) return {};
  const Html with = hit.shared.empty() ? Html() : Html(" · with: {}", listed_apart(hit.shared));
  return Html(R"(<p class="missing">Without: {}{}</p>
)",
              listed_apart(hit.missing), with);
}

// Carries the search along, so that the article's page can mark its words and lead back.
std::string article_link(const PageContext& context, const SearchParameters& parameters,
                         const Hit& hit) {
  QueryString query_string = to_query_string(parameters);
  return context.addresses.article(hit.key) +
         (parameters.request.query.empty() && query_string.size() == 1
              ? std::string()
              : "?" + encode_query_string(query_string));
}

// Where to begin reading: in the story if it matches, otherwise at a caption or the standfirst.
const Snippet* passage_to_read(const Hit& hit) {
  const Snippet* found = nullptr;
  for (const Snippet& snippet : hit.snippets) {
    if (snippet.marks.empty()) continue;
    if (snippet.field == "body") return &snippet;
    if (found == nullptr) found = &snippet;
  }
  return found;
}

Html hit_links(const PageContext& context, const SearchParameters& parameters, const Hit& hit) {
  Html links;
  if (const Snippet* passage = passage_to_read(hit))
    links.add(R"(<a href="{}#{}">Read at this passage</a>
)",
              article_link(context, parameters, hit), anchor_of(*passage));
  if (const auto url = linkable_address(hit.article.url))
    links.add(R"(<a href="{}" rel="noopener">Original at {}</a>
)",
              hit.snippets.empty() ? *url : at_passage(*url, hit.snippets.front()), host_of(*url));
  return links.empty() ? links : Html("<p class=\"hit-links\">\n{}</p>\n", links);
}

Html kicker(const PageContext& context, const Article& article) {
  Html line;
  if (!article.section.empty())
    line.add(R"(<span class="section" dir="auto">{}</span> · )", article.section);
  line.add(time_element(article.published));
  const auto& languages = context.facts.languages;
  if (!article.language.empty() && !languages.empty() &&
      languages.front().first != article.language)
    line.add(" · {}", language_name(article.language));
  return line;
}

// Passages one after another, with "…" where something is left out between them.
Html run_on(std::span<const Snippet> snippets) {
  Html html = marked_text(snippets.front());
  for (std::size_t i = 1; i < snippets.size(); ++i) {
    const Snippet &before = snippets[i - 1], &snippet = snippets[i];
    const bool gap = needs_gap(before, snippet);
    html.add(gap ? Html(R"( <span class="gap">…</span> )") : Html(" "));
    html.add(marked_text(shown_behind(before, snippet)));
  }
  return html;
}

// The passages of the story form one paragraph; a caption or standfirst has a line of its own that
// says what it is.
Html passages(const Hit& hit) {
  Html html;
  for (std::span<const Snippet> rest = hit.snippets; !rest.empty();) {
    const auto is_beside = [](const Snippet& snippet) { return snippet.field != "body"; };
    const auto end = std::ranges::find_if(rest, is_beside);
    const std::size_t count =
        std::max<std::size_t>(1, static_cast<std::size_t>(end - rest.begin()));
    const std::string_view name = name_of_field(rest.front());
    const Html field = name.empty()
                           ? Html()
                           : Html(R"(<span class="field" lang="en" dir="ltr">{}:</span> )", name);
    html.add(R"(<p class="snippet" lang="{}" dir="auto">{}{}</p>
)",
             hit.article.language, field, run_on(rest.first(count)));
    rest = rest.subspan(count);
  }
  return html;
}

Html hit_entry(const PageContext& context, const SearchParameters& parameters, const Hit& hit) {
  const Article& article = hit.article;
  Html entry(R"(<li><article class="hit">
<p class="kicker">{}</p>
<h2 lang="{}" dir="auto"><a href="{}">{}</a></h2>
)",
             kicker(context, article), article.language, article_link(context, parameters, hit),
             hit.title.text.empty() ? Html("Untitled") : marked_text(hit.title));
  if (!article.author.empty())
    entry.add(R"(<p class="byline" dir="auto">By {}</p>
)",
              listed(article.author));
  entry.add(passages(hit)).add(missing_words(hit));
  return entry.add(hit_links(context, parameters, hit)).add("</article></li>\n");
}

// The pages whose numbers are shown: the first, the last, and those around the present one.
std::vector<std::size_t> numbers_around(std::size_t present, std::size_t last) {
  std::vector<std::size_t> numbers;
  for (std::size_t page = 1; page <= last; ++page)
    if (page == 1 || page == last || (page + 2 >= present && page <= present + 2))
      numbers.push_back(page);
  return numbers;
}

std::string link_to_page(const PageContext& context, SearchParameters parameters,
                         std::size_t page) {
  parameters.page = page;
  return context.addresses.search(parameters);
}

std::size_t pages_of(const SearchParameters& parameters, std::uint64_t total) {
  return (total + parameters.per_page - 1) / parameters.per_page;
}

// That can be opened.
std::size_t last_page(const SearchParameters& parameters, std::uint64_t total) {
  return std::min(pages_of(parameters, total), most_results / parameters.per_page + 1);
}

Html paging(const PageContext& context, const SearchParameters& parameters, std::uint64_t total) {
  const std::size_t last = last_page(parameters, total);
  if (last < 2) return {};
  Html items;
  if (parameters.page > 1)
    items.add(R"(<li><a rel="prev" href="{}">← Previous</a></li>
)",
              link_to_page(context, parameters, parameters.page - 1));
  std::size_t before = 0;
  for (const std::size_t page : numbers_around(parameters.page, last)) {
    if (page > before + 1) items.add("<li><span>…</span></li>\n");
    before = page;
    if (page == parameters.page)
      items.add(R"(<li><span aria-current="page">{}</span></li>
)",
                page);
    else if (page + 1 < parameters.page || page > parameters.page + 1)
      items.add(R"(<li class="far"><a href="{}" aria-label="Page {}">{}</a></li>
)",
                link_to_page(context, parameters, page), page, page);
    else
      items.add(R"(<li><a href="{}" aria-label="Page {}">{}</a></li>
)",
                link_to_page(context, parameters, page), page, page);
  }
  if (parameters.page < last)
    items.add(R"(<li><a rel="next" href="{}">Next →</a></li>
)",
              link_to_page(context, parameters, parameters.page + 1));
  Html nav("<nav class=\"pages\" aria-label=\"Pages of the result\">\n<ul>\n{}</ul>\n", items);
  if (pages_of(parameters, total) > last && parameters.page == last)
    nav.add("<p>The pages end here. Narrow the search to see the rest.</p>\n");
  return nav.add("</nav>\n");
}

Html ways_on(const PageContext& context, const SearchParameters& parameters, const Answer& answer,
             const std::vector<Alternative>& others) {
  if (answer.total > 0) {  // behind the last page, as a note says
    Html links(R"(<a href="{}">Go to the first page</a>)", link_to_page(context, parameters, 1));
    if (const std::size_t last = last_page(parameters, answer.total); last > 1)
      links.add(R"( or <a href="{}">to the last</a>)", link_to_page(context, parameters, last));
    return Html("<div class=\"nothing\">\n<p>{}</p>\n</div>\n", links);
  }
  const Html ways = links_to(context, parameters, others);
  if (ways.empty() && !answer.writers.empty()) return {};
  if (ways.empty())
    return Html(
        "<div class=\"nothing\">\n<p>Check the spelling, or try a more general "
        "word.</p>\n</div>\n");
  return Html("<div class=\"nothing\">\n<p>These searches find articles:</p>\n{}</div>\n", ways);
}

Html refused_search(const SearchParameters& parameters, const Refused& refused) {
  Html main(R"(<h1>This search cannot be run as it stands</h1>
<div class="notes">
<p>{}</p>
)",
            prose(refused.reason));
  if (refused.position)
    main.add("<p>It is {}.</p>\n", at_character(parameters.request.query, *refused.position));
  if (!refused.hint.empty()) main.add("<p>{}</p>\n", prose(refused.hint));
  return main.add("</div>\n");
}

Html verdict(const PageContext& context, const SearchParameters& parameters, const Answer& answer,
             const std::vector<Alternative>& others) {
  if (answer.refused) return refused_search(parameters, *answer.refused);
  Html html = heading(parameters, answer);
  html.add(reading(parameters, answer)).add(notes(context, parameters, answer, others));
  html.add(topic_words(context, parameters, answer)).add(writers(context, parameters, answer));
  return html.add(topic_offer_above(context, parameters, answer))
      .add(filter_chips(context, parameters));
}

Html filters(const PageContext& context, const SearchParameters& parameters, const Answer& answer) {
  const Html lists = filter_lists(context, parameters, answer);
  if (lists.empty()) return {};
  return Html(R"(<details class="filters">
<summary>Narrow the result</summary>
<nav aria-label="Narrow the result">
{}</nav>
</details>
)",
              lists);
}

Html found(const PageContext& context, const SearchParameters& parameters, const Answer& answer,
           const std::vector<Alternative>& others) {
  if (answer.hits.empty()) return ways_on(context, parameters, answer, others);
  Html entries;
  for (const Hit& hit : answer.hits) entries.add(hit_entry(context, parameters, hit));
  return Html(R"(<ol class="hits" start="{}">
{}</ol>
{}{})",
              parameters.request.offset + 1, entries,
              topic_offer_below(context, parameters, answer),
              paging(context, parameters, answer.total));
}

}  // namespace

std::vector<std::string> results_page_facets() {
  std::vector<std::string> names;
  for (const Field& field : fields) {
    if (field.is(for_facets)) names.emplace_back(field.facet);
  }
  return names;
}

Html results_page(const PageContext& context, const SearchParameters& parameters,
                  const Answer& answer, const std::vector<Alternative>& others) {
  Html main = search_form(context, parameters);
  main.add(query_help())
      .add(R"(<section class="results" id="results" aria-label="Results">
<div class="verdict">
{}</div>
)",
           verdict(context, parameters, answer, others));
  if (!answer.refused)
    main.add(R"(<div class="results-columns">
{}<div class="found">
{}</div>
</div>
)",
             filters(context, parameters, answer), found(context, parameters, answer, others));
  main.add("</section>\n");

  Frame frame;
  frame.title = parameters.request.query.empty() ? "Articles" : parameters.request.query;
  if (is_widened(parameters, answer)) frame.title = "Topic: " + frame.title;
  if (parameters.page > 1) frame.title += ", page " + std::to_string(parameters.page);
  frame.skip_to = "results";
  const std::string json = context.addresses.api_search(parameters);
  frame.head.add(R"(<link rel="alternate" type="application/json" href="{}">
)",
                 json);
  frame.tools.add(R"(<a href="{}">These results as JSON</a>
)",
                  json);
  return framed(context, frame, main);
}

}  // namespace backfile
