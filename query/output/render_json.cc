// Answers and articles as JSON, with every byte offset converted to the unit asked for.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "indexer/article/article_json.h"
#include "indexer/text/unicode.h"
#include "query/output/characters.h"
#include "query/output/render.h"
#include "query/snippet/fragment.h"
#include "query/snippet/shown_title.h"

namespace backfile {
namespace {

using nlohmann::ordered_json;

// What may stand in JSON but not in every place JSON is put: `</script>` and `<!--` end or change a
// script in a page, and two line ends end a line of JavaScript.
std::string print(const ordered_json& json) {
  const std::string text = json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = std::string_view(text).substr(at);
    if (rest.starts_with("</") || rest.starts_with("<!")) {
      out += "\\u003c";
    } else if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) {
      out += rest[2] == '\xA8' ? "\\u2028" : "\\u2029";
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

double rounded(double value, double steps) {
  return std::round(value * steps) / steps;
}

ordered_json or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

std::size_t length_in(Offsets unit, std::string_view text) {
  switch (unit) {
    case Offsets::utf16:
      return utf16_length(text);
    case Offsets::code_point:
      return code_point_length(text);
    case Offsets::byte:
      break;
  }
  return text.size();
}

ordered_json marks_of(const Snippet& snippet, Offsets unit) {
  ordered_json marks = ordered_json::array();
  const std::string_view text = snippet.text;
  std::size_t at = 0, length = 0;
  const auto offset_of = [&](std::size_t byte) {
    length += length_in(unit, text.substr(at, byte - at));
    at = byte;
    return length;
  };
  for (const Range& mark : snippet.marks) {
    const std::size_t begin = offset_of(mark.begin);
    marks.push_back({begin, offset_of(mark.end)});
  }
  return marks;
}

ordered_json json_of(const Snippet& snippet, Offsets unit) {
  return {{"field", snippet.field},
          {"text", snippet.text},
          {"marks", marks_of(snippet, unit)},
          {"paragraph", snippet.paragraph + 1},
          {"fragment", passage_fragment(snippet)}};
}

// Text from right to left must not turn around the passage beside it, nor the page it is put into.
std::string isolated_html(const Snippet& snippet) {
  const std::string html = to_html(snippet);
  return has_right_to_left(snippet.text) ? "<bdi>" + html + "</bdi>" : html;
}

// The passages of a hit in one line.
std::string to_html(const std::vector<Snippet>& snippets) {
  std::string html;
  const Snippet* before = nullptr;
  for (const Snippet& snippet : snippets) {
    if (before == nullptr) {
      html += isolated_html(snippet);
    } else {
      html += needs_gap(*before, snippet) ? " … " : " ";
      html += isolated_html(shown_behind(*before, snippet));
    }
    before = &snippet;
  }
  return html;
}

ordered_json json_of(const Hit& hit, Offsets unit) {
  ordered_json snippets = ordered_json::array();
  for (const Snippet& snippet : hit.snippets) snippets.push_back(json_of(snippet, unit));
  const Article& article = hit.article;
  return {{"id", article.id},
          {"key", hit.key},
          {"url", article.url},
          {"title", hit.title.text},
          {"title_marks", marks_of(hit.title, unit)},
          {"untitled", !has_title(article)},
          {"author", article.author},
          {"published", or_null(article.published)},
          {"section", article.section},
          {"language", article.language},
          {"score", rounded(hit.score, 10000)},
          {"copies", hit.copies},
          {"missing", hit.missing},
          {"shared", hit.shared},
          {"snippets", snippets},
          {"snippet_html", to_html(hit.snippets)}};
}

ordered_json json_of(const Facet& facet) {
  ordered_json values = ordered_json::array();
  for (const FacetValue& value : facet.values) {
    values.push_back(
        {{"value", value.value}, {"count", value.count}, {"selected", value.selected}});
  }
  return {{"values", values}, {"other", facet.other}, {"missing", facet.missing}};
}

ordered_json evidence(const DateEvidence& found) {
  if (found.where.empty()) return nullptr;
  return {{"where", found.where}, {"text", found.text}};
}

}  // namespace

std::size_t place_in(std::string_view query, std::size_t position, Offsets unit) {
  return length_in(unit, query.substr(0, position));
}

std::string to_json(const Answer& answer, Offsets offsets) {
  ordered_json notes = ordered_json::array();
  for (const Note& note : answer.notes) {
    ordered_json position;  // null
    if (note.position) position = place_in(answer.query, *note.position, offsets);
    notes.push_back({{"position", position}, {"message", note.message}});
  }
  ordered_json hits = ordered_json::array();
  for (const Hit& hit : answer.hits) hits.push_back(json_of(hit, offsets));
  ordered_json facets = ordered_json::object();
  for (const Facet& facet : answer.facets) facets[facet.field] = json_of(facet);
  ordered_json writers = ordered_json::array();
  for (const Writer& writer : answer.writers) {
    writers.push_back({{"name", writer.name}, {"count", writer.count}});
  }
  return print({{"query", answer.query},
                {"interpreted", answer.interpreted},
                {"expansion", answer.expansion},
                {"notes", notes},
                {"total", {{"value", answer.total}, {"relation", "eq"}}},
                {"complete", answer.complete ? ordered_json(*answer.complete) : ordered_json()},
                {"took_ms", rounded(answer.took_ms, 100)},
                {"writers", writers},
                {"hits", hits},
                {"facets", facets},
                {"suggestion", nullptr},
                {"timed_out", false},
                {"next", or_null(answer.next)},
                {"index",
                 {{"generation", answer.generation},
                  {"built_at", answer.built_at},
                  {"documents", answer.documents}}}});
}

std::string to_json(const Article& article) {
  ordered_json json = article_object(article);
  json.erase("path");  // a path on the machine that built the index is not published
  json["title"] = shown_title(article);
  json["untitled"] = !has_title(article);
  json["published_from"] = evidence(article.published_by);
  json["modified_from"] = evidence(article.modified_by);
  return print(json);
}

}  // namespace backfile
