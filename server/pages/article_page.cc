// The page of one article, with the words that led to it marked and buttons to step through them.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indexer/base/figures.h"
#include "query/snippet/shown_title.h"
#include "server/api/web_address.h"
#include "server/pages/pages.h"
#include "server/pages/wording.h"

namespace backfile {
namespace {

// Matches beyond this are marked without buttons: nobody steps through thousands.
constexpr std::size_t most_steps = 500;

// Numbers the matches in the order of the page, beginning with the title.
class MatchWriter {
 public:
  explicit MatchWriter(const std::vector<Snippet>& passages) {
    for (const Snippet& passage : passages) total_ += passage.marks.size();
  }
  std::size_t total() const { return total_; }

  Html write(const Snippet& passage) {
    Html html;
    split_at_marks(
        passage, [&](std::string_view plain) { html.add_text(plain); },
        [&](std::string_view marked) { add_mark(html, marked); });
    return html;
  }

 private:
  void add_mark(Html& html, std::string_view word) {
    const std::size_t last = std::min(total_, most_steps);
    const std::size_t number = ++written_;
    if (number > last) {
      html.add("<mark>{}</mark>", word);
      return;
    }
    const std::size_t previous = number == 1 ? last : number - 1;
    const std::size_t next = number == last ? 1 : number + 1;
    html.add(
        R"(<mark id="m{}">{}</mark><span class="steps" lang="en"><a rel="prev" href="#m{}" aria-label="Previous match">↑</a><span>{} of {}</span><a rel="next" href="#m{}" aria-label="Next match">↓</a><a href="#main" aria-label="Back to the top">✕</a></span>)",
        number, word, previous, number, total_, next);
  }

  std::size_t total_ = 0;
  std::size_t written_ = 0;
};

Html byline(const Article& article) {
  Html line;
  const auto separate = [&] {
    if (!line.empty()) line.add(" · ");
  };
  if (!article.author.empty())
    line.add(R"(By <strong dir="auto">{}</strong>)", listed(article.author));
  separate();
  line.add(time_element(article.published));
  const std::string modified = written_date(article.modified);
  if (!modified.empty() && modified != written_date(article.published))
    line.add(" · updated {}", time_element(article.modified));
  if (!article.source.empty()) line.add(R"( · <span dir="auto">{}</span>)", article.source);
  return Html("<p class=\"byline\">{}</p>\n", line);
}

// Title, standfirst and story as the passages give them; captions apart.
struct Parts {
  Html title, standfirst, story, captions;
};

Parts write_parts(const std::vector<Snippet>& passages, MatchWriter& matches) {
  Parts parts;
  for (const Snippet& passage : passages) {
    const Html text = matches.write(passage);
    if (passage.field == "title")
      parts.title.add(text);
    else if (passage.field == "subtitle")
      parts.standfirst.add(text);
    else if (passage.field == "caption")
      parts.captions.add("<li id=\"{}\" dir=\"auto\">{}</li>\n", anchor_of(passage), text);
    else
      parts.story.add("<p id=\"{}\">{}</p>\n", anchor_of(passage), text);
  }
  return parts;
}

Html row(std::string_view name, const Html& value) {
  return value.empty() ? Html() : Html("<dt>{}</dt><dd>{}</dd>\n", name, value);
}

// Where the date was read, so that a reader who doubts it can check; or why there is none.
Html date_row(std::string_view what, const std::string& date, const DateEvidence& evidence) {
  if (evidence.where.empty()) return {};
  const std::string name = std::string(what) + (date.empty() ? " unknown" : " taken from");
  const std::string place = place_of_date(evidence.where);
  if (!date.empty()) return row(name, Html(R"({}: <q dir="auto">{}</q>)", place, evidence.text));
  return row(name,
             Html(R"({} says <q dir="auto">{}</q>, which is not a date)", place, evidence.text));
}

// A value as a search for all articles that share it.
Html search_for(const PageContext& context, FieldId field, const std::string& value) {
  if (value.empty()) return {};
  SearchParameters parameters;
  parameters.request.filters[field] = {value};
  parameters.request.sort = Sort::newest;
  return Html(R"(<a href="{}" dir="auto">{}</a>)", context.addresses.search(parameters),
              shown_value(field_of(field), value));
}

Html link_or_text(const std::string& text) {
  const auto url = linkable_address(text);
  return url ? Html(R"(<a href="{}" rel="noopener">{}</a>)", *url, text) : Html("{}", text);
}

// In the story: title and captions may differ in the original.
Snippet first_match(const std::vector<Snippet>& passages) {
  const auto found = std::find_if(passages.begin(), passages.end(), [](const Snippet& passage) {
    return passage.field == "body" && !passage.marks.empty();
  });
  return found == passages.end() ? Snippet() : *found;
}

Html meta_list(const PageContext& context, const Article& article,
               const std::vector<Snippet>& passages) {
  Html authors, tags;
  for (const std::string& author : article.author)
    authors.add("<li>{}</li>", search_for(context, FieldId::author, author));
  for (const std::string& tag : article.tags)
    tags.add("<li>{}</li>", search_for(context, FieldId::tag, tag));
  const auto list = [](const Html& items) {
    return items.empty() ? Html() : Html("<ul class=\"tags\">{}</ul>", items);
  };
  Html rows = row("Section", search_for(context, FieldId::section, article.section));
  rows.add(row("Topics", list(tags)));
  rows.add(
      row(article.author.size() > 1 ? "More by the authors" : "More by the author", list(authors)));
  rows.add(row("Language", search_for(context, FieldId::language, article.language)));
  rows.add(date_row("Date", article.published, article.published_by));
  rows.add(date_row("Update", article.modified, article.modified_by));
  rows.add(row("Licence", article.license.empty() ? Html() : link_or_text(article.license)));
  if (const auto url = linkable_address(article.url))
    rows.add(row("Original", Html(R"(<a href="{}" rel="noopener">{}</a>)",
                                  at_passage(*url, first_match(passages)), *url)));
  if (rows.empty()) return {};
  return Html(R"(<aside class="meta" aria-label="About this article">
<h2>About this article</h2>
<dl>
{}</dl>
</aside>
)",
              rows);
}

// Matches of some words do not stand for matches of all, so those that are missing are named.
Html jump_bar(const PageContext& context, const SearchParameters& parameters, std::size_t matches,
              const std::vector<std::string>& missing) {
  const std::string& query = parameters.request.query;
  const bool from_search = to_query_string(parameters).size() > 1 || !query.empty();
  if (!from_search) return {};
  Html bar(R"(<a href="{}">← Back to the results</a>
)",
           context.addresses.search(parameters));
  if (matches > 0)
    bar.add(R"(<span>{} for {} <a href="#m1">Go to the first ↓</a></span>
)",
            counted(matches, "match", "matches"), in_quotes(query));
  if (!missing.empty())
    bar.add("<span class=\"missing\">Without: {}</span>\n", listed_apart(missing));
  Html html("<nav class=\"jump\" aria-label=\"Search\">\n{}</nav>\n", bar);
  // The script announces here which match it has moved to.
  if (matches > 0) html.add("<p class=\"said\" role=\"status\"></p>\n");
  return html;
}

std::string title_of(const Article& article) {
  const std::string title = shown_title(article);
  return title.empty() ? "Untitled" : title;
}

// For link previews, reference managers and search engines.
Html description(const Article& article) {
  using Json = nlohmann::json;
  Json about = {{"@context", "https://schema.org"},
                {"@type", "NewsArticle"},
                {"headline", title_of(article)}};
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) about[name] = value;
  };
  add("description", article.subtitle);
  add("datePublished", article.published);
  add("dateModified", article.modified);
  add("articleSection", article.section);
  add("inLanguage", article.language);
  if (linkable_address(article.license)) add("license", article.license);
  if (linkable_address(article.url)) add("url", article.url);
  if (!article.tags.empty()) about["keywords"] = article.tags;
  if (!article.source.empty())
    about["publisher"] = {{"@type", "Organization"}, {"name", article.source}};
  for (const std::string& author : article.author)
    about["author"].push_back({{"@type", "Person"}, {"name", author}});

  Html head;
  head.add_json_ld(about.dump(-1, ' ', true, Json::error_handler_t::replace));
  head.add(R"(<meta name="citation_title" content="{}">
)",
           title_of(article));
  for (const std::string& author : article.author)
    head.add(R"(<meta name="citation_author" content="{}">
)",
             author);
  if (!article.published.empty())
    head.add(R"(<meta name="citation_publication_date" content="{}">
)",
             article.published.substr(0, 10));
  if (!article.source.empty())
    head.add(R"(<meta name="citation_journal_title" content="{}">
)",
             article.source);
  return head;
}

// What stands above the story: its section, headline and standfirst.
Html article_header(const Article& article, const Parts& parts) {
  Html header;
  if (!article.section.empty())
    header.add(R"(<p class="kicker"><span class="section" dir="auto">{}</span></p>
)",
               article.section);
  header.add("<h1 dir=\"auto\">{}</h1>\n",
             parts.title.empty() ? Html("{}", title_of(article)) : parts.title);
  if (!parts.standfirst.empty())
    header.add("<p class=\"standfirst\" id=\"standfirst\" dir=\"auto\">{}</p>\n", parts.standfirst);
  return header;
}

Html whole_story(const Article& article, const Parts& parts) {
  Html story(R"(<article class="article" id="article">
<header lang="{}" dir="{}">
{}</header>
{}<div class="story" lang="{}" dir="{}">
{}</div>
)",
             article.language, direction(article.language), article_header(article, parts),
             byline(article), article.language, direction(article.language), parts.story);
  if (!parts.captions.empty())
    story.add(R"(<aside class="captions" aria-label="Captions">
<h2>Pictures</h2>
<ul lang="{}">
{}</ul>
</aside>
)",
              article.language, parts.captions);
  return story;
}

}  // namespace

Html article_page(const PageContext& context, std::string_view key, const MarkedArticle& marked,
                  const SearchParameters& parameters) {
  const Article& article = marked.article;
  const std::vector<Snippet>& passages = marked.passages;
  MatchWriter matches(passages);
  const Parts parts = write_parts(passages, matches);
  Html main("<div class=\"beside-article\">\n{}{}</div>\n",
            search_box(context, parameters.request.query),
            jump_bar(context, parameters, matches.total(), marked.missing));
  main.add(whole_story(article, parts));
  main.add(meta_list(context, article, passages)).add("</article>\n");

  Frame frame;
  frame.title = title_of(article);
  frame.description = article.subtitle;
  frame.head = description(article);
  frame.canonical = "/article/" + std::string(key);
  frame.skip_to = "article";
  return framed(context, frame, main);
}

}  // namespace backfile
