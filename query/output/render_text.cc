// An answer for a person at a terminal: headline, notes, hits, facets, in this order.
#include <algorithm>
#include <span>

#include "indexer/base/figures.h"
#include "indexer/base/lists.h"
#include "indexer/text/unicode.h"
#include "query/answer/demands.h"
#include "query/answer/phrases.h"
#include "query/output/render.h"
#include "query/output/terminal_writer.h"

namespace backfile {
namespace {

constexpr std::string_view between = " · ";
constexpr std::size_t most_facet_values = 10;  // of one facet; JSON has more

// "12 articles for storm", "Articles 11 to 20 of 1,234 for storm".
std::string what_is_shown(const Answer& answer) {
  const bool blank = answer.query.find_first_not_of(' ') == std::string::npos;
  const std::string asked = blank ? "" : " for " + answer.query;
  if (answer.total == 0) {
    return "No article" + asked + " among " + with_commas(answer.documents) + ".";
  }
  // There are none if they were only counted, or if the page lies beyond the last.
  if (answer.hits.empty() || answer.hits.size() == answer.total)
    return counted(answer.total, "article") + asked;
  const std::uint64_t first = answer.offset + 1, last = answer.offset + answer.hits.size();
  const std::string shown = first == last
                                ? "Article " + with_commas(first)
                                : "Articles " + with_commas(first) + " to " + with_commas(last);
  return shown + " of " + with_commas(answer.total) + asked;
}

std::string heading(const Answer& answer) {
  return what_is_shown(answer) + share_of_complete(answer.total, answer.complete,
                                                   asks_one_word(parse(answer.interpreted).tree));
}

std::string tell(const Note& note, std::string_view query) {
  const std::string place = note.position ? ", " + at_character(query, *note.position) : "";
  return "Note" + place + ": " + note.message;
}

// Each with the query that finds the articles.
std::string tell(const Writer& writer) {
  std::string name = writer.name;
  std::erase(name, '"');
  return "By " + writer.name + ": " + counted(writer.count, "article") + " (author:\"" + name +
         "\")";
}

void write_head(TerminalWriter& terminal, const Answer& answer) {
  terminal.paragraph(heading(answer), Style::bold);
  if (!answer.interpreted.empty() && answer.interpreted != answer.query) {
    terminal.paragraph("Read as: " + answer.interpreted, Style::dim, 9);
  }
  if (!answer.expansion.empty()) {
    terminal.paragraph("Words of the best articles: " + joined(answer.expansion, ", "), Style::dim,
                       9);
  }
  for (const Note& note : answer.notes) terminal.paragraph(tell(note, answer.query), Style::dim, 6);
  for (const Writer& writer : answer.writers) terminal.paragraph(tell(writer), Style::dim, 3);
}

// "2015-06-11 · Jane Doe, John Roe · World · 2 copies"
std::string particulars(const Hit& hit) {
  const Article& article = hit.article;
  const std::size_t day_length = std::string_view("YYYY-MM-DD").size();
  const std::string copies = hit.copies == 0 ? "" : counted(hit.copies, "copy", "copies");
  std::vector<std::string> known{
      article.published.empty() ? "undated" : article.published.substr(0, day_length),
      joined(article.author, ", "), article.section, copies};
  std::erase(known, "");
  return joined(known, between);
}

// A line each; those of the story are read as one text, so no "…" at the end of a line is repeated
// at the beginning of the next.
void write_passages(TerminalWriter& terminal, const std::vector<Snippet>& snippets,
                    std::size_t indent) {
  const Snippet* before = nullptr;
  for (const Snippet& snippet : snippets) {
    const bool goes_on = before != nullptr && before->field == snippet.field;
    const Snippet shown = goes_on ? shown_behind(*before, snippet) : snippet;
    const std::string name(name_of_field(snippet));
    terminal.write(std::string(indent, ' ') + (name.empty() ? "" : name + ": "), Style::dim);
    terminal.paragraph(shown.text, shown.marks, Style::plain, indent);
    before = &snippet;
  }
}

void write_hit(TerminalWriter& terminal, const Hit& hit, const std::string& rank) {
  const std::size_t indent = rank.size() + 1;
  const std::string margin(indent, ' ');
  terminal.write(rank + ' ', Style::dim);
  if (hit.title.text.empty()) {
    terminal.paragraph("(no title)", Style::bold, indent);
  } else {
    terminal.paragraph(hit.title.text, hit.title.marks, Style::bold, indent);
  }
  terminal.write(margin);
  terminal.paragraph(particulars(hit), Style::plain, indent);
  write_passages(terminal, hit.snippets, indent);
  if (!hit.missing.empty()) {
    terminal.write(margin);
    const std::string shared = hit.shared.empty() ? "" : "; with: " + joined(hit.shared, ", ");
    terminal.paragraph("Without: " + joined(hit.missing, ", ") + shared, Style::dim, indent);
  }
  const Article& article = hit.article;
  const std::string& found_at = article.path.empty() ? hit.key : article.path;
  terminal.write(margin + (article.url.empty() ? found_at : article.url), Style::dim);
  terminal.end_line();
}

// "section: World* (12), Sport (3), and others; 2 without", the star for what was chosen.
void write_facet(TerminalWriter& terminal, const Facet& facet) {
  const std::size_t shown = std::min(facet.values.size(), most_facet_values);
  std::string values;
  for (const FacetValue& value : std::span(facet.values).first(shown)) {
    if (!values.empty()) values += ", ";
    values += value.value + (value.selected ? "* (" : " (") + with_commas(value.count) + ")";
  }
  if (facet.other > 0 || shown < facet.values.size()) values += ", and others";
  if (facet.missing > 0)
    values += (values.empty() ? "" : "; ") + with_commas(facet.missing) + " without";
  const std::string label = facet.field + ": ";
  terminal.write(label, Style::bold);
  terminal.paragraph(values.empty() ? "none" : values, Style::plain, label.size());
}

}  // namespace

std::string to_text(const Answer& answer, bool colour, std::size_t columns) {
  TerminalWriter terminal(colour, columns);
  write_head(terminal, answer);
  const std::size_t widest_rank = std::to_string(answer.offset + answer.hits.size()).size();
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    std::string rank = std::to_string(answer.offset + i + 1) + '.';
    rank.insert(0, widest_rank + 1 - rank.size(), ' ');
    terminal.end_line();
    write_hit(terminal, answer.hits[i], rank);
  }
  if (!answer.facets.empty()) terminal.end_line();
  for (const Facet& facet : answer.facets) write_facet(terminal, facet);
  return terminal.take();
}

}  // namespace backfile
