// The frame is written in one pass from top to bottom; a page hands in what differs (Frame).
#include "server/pages/page_frame.h"

#include <algorithm>

#include "indexer/base/figures.h"
#include "indexer/text/ascii.h"
#include "query/answer/choices.h"
#include "query/language/syntax_help.h"
#include "query/snippet/fragment.h"
#include "server/pages/wording.h"
#include "server/web/assets.h"

namespace backfile {
namespace {

Html masthead(const PageContext& context) {
  return Html(R"(<header class="masthead">
<p class="name"><a href="{}">{}</a></p>
<p class="facts">{}</p>
</header>
)",
              context.addresses.of("/"), context.archive_title,
              context.facts.generation.empty() ? std::string() : extent_of(context.facts));
}

Html foot(const PageContext& context, const Frame& frame) {
  Html foot(R"(<footer class="foot">
)");
  if (frame.masthead)
    foot.add(R"(<a href="{}">Front page</a>
<a href="{}#help">How to search</a>
)",
             context.addresses.of("/"), context.addresses.of("/"));
  foot.add(frame.tools);
  const std::string built = written_date(context.facts.built_at);
  if (!built.empty()) foot.add("<span>Indexed on {}</span>\n", built);
  return foot.add("</footer>\n");
}

Html option_of_order(Sort sort, std::string_view text, Sort chosen) {
  const std::string_view value = name_of(sort, sort_names);
  return sort == chosen ? Html(R"(<option value="{}" selected>{}</option>)", value, text)
                        : Html(R"(<option value="{}">{}</option>)", value, text);
}

std::string_view before_name(std::size_t index, std::size_t count) {
  if (index == 0) return "";
  return index + 1 == count ? " and " : ", ";
}

Html ask_row(const std::string& query) {
  return Html(R"(<label class="label" for="q">Search the archive</label>
<div class="ask">
<input id="q" name="q" type="search" value="{}" dir="auto" autocomplete="off" autocapitalize="none" enterkeyhint="search">
<button>Search</button>
</div>
)",
              query);
}

// What a row of the query syntax finds, as the beginning of a sentence.
Html syntax_phrase(std::string_view phrase) {
  std::string sentence(phrase);
  if (is_ascii_small(sentence[0])) sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
  Html html;
  for_each_run(sentence, [&](SyntaxRun run, std::string_view text) {
    if (run == SyntaxRun::typed)
      html.add("<code>{}</code>", text);
    else if (run == SyntaxRun::form)
      html.add("<i>{}</i>", text);
    else
      html.add_text(text);
  });
  return html;
}

}  // namespace

Html framed(const PageContext& context, const Frame& frame, const Html& main) {
  const Addresses& addresses = context.addresses;
  Html page(R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
)");
  if (frame.title.empty())
    page.add("<title>{}</title>\n", context.archive_title);
  else
    page.add("<title>{} – {}</title>\n", frame.title, context.archive_title);
  if (!frame.description.empty())
    page.add(R"(<meta name="description" content="{}">
)",
             frame.description);
  page.add(R"(<link rel="stylesheet" href="{}">
<link rel="icon" type="image/svg+xml" href="{}">
<link rel="search" type="application/opensearchdescription+xml" title="{}" href="{}">
<script src="{}" defer></script>
)",
           addresses.of(style_sheet().address), addresses.of(mark().address), context.archive_title,
           addresses.of("/opensearch.xml"), addresses.of(script().address));
  const auto canonical = addresses.absolute(frame.canonical);
  if (canonical && !frame.canonical.empty())
    page.add("<link rel=\"canonical\" href=\"{}\">\n", *canonical);
  page.add(frame.head);
  page.add(R"(</head>
<body>
<a class="skip" href="#{}">Skip to the {}</a>
)",
           frame.skip_to, frame.skip_to == "main" ? std::string_view("content") : frame.skip_to);
  if (frame.masthead) page.add(masthead(context));
  page.add("<main id=\"main\">\n").add(main).add("</main>\n");
  return page.add(foot(context, frame)).add("</body>\n</html>\n");
}

Html search_box(const PageContext& context, const std::string& query) {
  return Html(R"(<form class="form" role="search" method="get" action="{}">
{}</form>
)",
              context.addresses.of("/search"), ask_row(query));
}

Html search_form(const PageContext& context, const SearchParameters& parameters) {
  const Request& request = parameters.request;
  Html query_string(R"(<form class="form" role="search" method="get" action="{}">
{}<div class="narrow">
<label>From <input name="from" value="{}" placeholder="e.g. 2015" title="2015, March 2015, 3/2015, 2015-03-31" autocomplete="off" size="10"></label>
<label>To <input name="to" value="{}" placeholder="e.g. 2016" title="2016, March 2016, 3/2016, 2016-03-31" autocomplete="off" size="10"></label>
<label>Order <select name="sort">{}{}{}</select></label>
</div>
)",
                    context.addresses.of("/search"), ask_row(request.query), request.from,
                    request.to, option_of_order(Sort::relevance, "Best match", request.sort),
                    option_of_order(Sort::newest, "Newest", request.sort),
                    option_of_order(Sort::oldest, "Oldest", request.sort));
  // The other filters are kept when the form is sent.
  for (const auto& [name, value] : to_query_string(parameters)) {
    if (name == "q" || name == "from" || name == "to" || name == "sort" || name == "page") continue;
    query_string.add(R"(<input type="hidden" name="{}" value="{}">
)",
                     name, value);
  }
  return query_string.add("</form>\n");
}

Html query_help() {
  Html help(R"(<details class="help" id="help">
<summary>How to search</summary>
<dl>
)");
  for (const SyntaxRow& row : syntax_rows()) {
    Html examples;
    for_each_example(row, [&](std::string_view example) {
      examples.add(examples.empty() ? Html("<code>{}</code>", example)
                                    : Html(", <code>{}</code>", example));
    });
    help.add("<dt>{}</dt><dd>{}.</dd>\n", examples, syntax_phrase(row.finds));
  }
  return help.add(R"(</dl>
<p>In small letters, <i>and</i>, <i>or</i> and <i>not</i> are ordinary words. Ctrl-K, or ⌘-K, moves to the search box.</p>
</details>
)");
}

Html marked_text(const Snippet& snippet) {
  Html html;
  split_at_marks(
      snippet, [&](std::string_view plain) { html.add_text(plain); },
      [&](std::string_view marked) { html.add("<mark>{}</mark>", marked); });
  return html;
}

std::string anchor_of(const Snippet& passage) {
  if (passage.field == "subtitle") return "standfirst";
  return (passage.field == "caption" ? "c" : "p") + std::to_string(passage.paragraph + 1);
}

std::string at_passage(const std::string& url, const Snippet& passage) {
  const std::string fragment = passage_fragment(passage);
  if (fragment.empty()) return url;
  return url + (url.find('#') == std::string::npos ? "#" : "") + fragment;
}

Html prose(std::string_view sentence) {
  constexpr std::string_view open = "“", close = "”";
  Html html;
  for (;;) {
    const std::size_t code = sentence.find('`'), quote = sentence.find(open);
    const bool is_code = code < quote;
    const std::size_t begin = is_code ? code + 1 : quote + open.size();
    if (!is_code && quote == std::string_view::npos) return html.add_text(sentence);
    const std::size_t end = sentence.find(is_code ? "`" : close, begin);
    if (end == std::string_view::npos) return html.add_text(sentence);
    const std::string_view inside = sentence.substr(begin, end - begin);
    html.add_text(sentence.substr(0, is_code ? code : begin));
    if (is_code)
      html.add("<code>{}</code>", inside);
    else
      html.add("<bdi>{}</bdi>", inside);
    sentence.remove_prefix(is_code ? end + 1 : end);
  }
}

Html in_quotes(std::string_view query) {
  return Html("<q><bdi>{}</bdi></q>", query);
}

Html time_element(const std::string& iso) {
  const std::string written = written_date(iso);
  return written.empty() ? Html("Undated") : Html(R"(<time datetime="{}">{}</time>)", iso, written);
}

Html count_bar(std::uint64_t count, std::uint64_t largest) {
  const std::uint64_t width =
      std::max<std::uint64_t>(1, count * 100 / std::max<std::uint64_t>(1, largest));
  return Html(
      R"(<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="{}" height="10"/></svg>)",
      width);
}

Html folded_list(std::string_view title, const std::vector<Html>& rows, std::size_t shown,
                 const Html& after) {
  // Collapsing two or three rows would save no more space than the summary takes.
  const std::size_t open = rows.size() <= shown + 3 ? rows.size() : shown;
  Html first, more;
  for (std::size_t i = 0; i < rows.size(); ++i) (i < open ? first : more).add(rows[i]);
  Html section("<section>\n<h2>{}</h2>\n<ul>\n{}</ul>\n", title, first);
  if (more.empty())
    section.add(after);
  else
    section.add("<details>\n<summary>{} more</summary>\n<ul>\n{}</ul>\n{}</details>\n",
                rows.size() - open, more, after);
  return section.add("</section>\n");
}

std::string extent_of(const ArchiveFacts& facts) {
  std::string text = counted(facts.documents, "article");
  const int first = unpack(facts.first_day).year, last = unpack(facts.last_day).year;
  if (facts.first_day == 0) return text;
  text += ", " + std::to_string(first);
  return first == last ? text : text + " to " + std::to_string(last);
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += before_name(i, names.size());
    text += names[i];
  }
  return text;
}

Html listed_apart(const std::vector<std::string>& names) {
  Html html;
  for (std::size_t i = 0; i < names.size(); ++i) {
    html.add("{}<bdi>{}</bdi>", before_name(i, names.size()), names[i]);
  }
  return html;
}

}  // namespace backfile
