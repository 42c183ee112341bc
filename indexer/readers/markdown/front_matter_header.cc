// Tells the lines of a header by their names, and reads them.
#include "indexer/readers/markdown/front_matter_header.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "indexer/article/date.h"
#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/readers/markdown/front_matter_lines.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

// What generators of sites read beside the fields of an article, as plain_name() leaves it.
constexpr std::array<std::string_view, 40> names_of_generators = {
    "affiliation", "baseheaderlevel", "comments",       "copyright",    "cover",
    "css",         "email",           "featured",       "featureimage", "format",
    "hasmath",     "hidetitle",       "htmlheader",     "image",        "inmenu",
    "latexconfig", "latexmode",       "layout",         "math",         "mathjax",
    "menu",        "mmdheader",       "nocomments",     "order",        "password",
    "path",        "previewimage",    "quotes",         "relatedposts", "revision",
    "saveas",      "series",          "seriesindex",    "slug",         "status",
    "template",    "thumbnail",       "transcludebase", "translation",  "type"};

constexpr std::string_view nikola = ".. ";

struct Field {
  std::string name;  // plain
  std::string value;
};

// `name: value`; a name may have spaces in it, as those of MultiMarkdown have.
std::optional<Field> field_in(std::string_view line) {
  constexpr std::size_t longest_name = 40;
  if (line.starts_with(nikola)) line.remove_prefix(nikola.size());
  const std::size_t colon = line.find(':');
  if (colon == line.npos || colon == 0 || colon > longest_name) return std::nullopt;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t')
    return std::nullopt;
  return Field{plain_name(tidy_line(line.substr(0, colon))), tidy_line(line.substr(colon + 1))};
}

// Prose may as well begin with "Story:" or "Text:".
bool is_known(std::string_view name) {
  const auto alias = std::ranges::find(declared_names(), name, &Alias::name);
  if (alias != declared_names().end()) return alias->field != FieldOf::body;
  return std::ranges::find(names_of_generators, name) != names_of_generators.end();
}

bool is_title(const Field& field) {
  return (field.name == "title" || field.name == "headline") && !field.value.empty();
}

// "05/03/2019" is one in any region.
bool is_date(const Field& field) {
  const auto alias = std::ranges::find(declared_names(), field.name, &Alias::name);
  return alias != declared_names().end() && alias->field == FieldOf::published &&
         (parse_date(field.value, DayOrder::day_first).has_value() ||
          parse_date(field.value, DayOrder::month_first).has_value());
}

// "My_custom", "Featured on front": may be a name that somebody gave to a field. Those of the text of
// a story are none, nor is what has prose behind it, which nothing would read.
bool may_be_unknown(std::string_view line, const Field& field) {
  constexpr std::ptrdiff_t most_spaces = 2;
  constexpr std::size_t some_prose = 120;  // bytes
  if (field.value.size() > some_prose && field.value.find(". ") != std::string::npos) return false;
  const std::string_view name = line.substr(0, line.find(':'));
  return !name.starts_with(' ') && std::ranges::count(name, ' ') <= most_spaces &&
         std::ranges::find(declared_names(), field.name, &Alias::name) == declared_names().end();
}

bool goes_on(std::string_view line) {
  return line.starts_with(' ') || line.starts_with('\t');
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == line.npos;
}

// Lines from the first on that are all fields, up to one that closes them.
HeaderLines fields_of(std::string_view text) {
  const bool dotted = text.starts_with(nikola);
  bool title = false, date = false, unknown = false;
  std::size_t at = 0;
  for (; at < text.size(); at = next_line(text, at)) {
    const std::string_view line = line_at(text, at);
    if (is_blank(line) || line == "---") break;
    if (at > 0 && !dotted && (goes_on(line) || line.starts_with("- "))) continue;
    if (dotted && !line.starts_with(nikola)) break;
    const auto field = field_in(line);
    if (!field && dotted) break;  // ".. image:: tide.png"
    if (!field) return {};
    const bool known = dotted || is_known(field->name);
    if (!known && !may_be_unknown(line, *field)) return {};
    unknown = unknown || !known;
    title = title || is_title(*field);
    date = date || is_date(*field);
  }
  if (unknown ? !title || !date : !title && !date) return {};
  const bool fenced = at < text.size() && line_at(text, at) == "---";
  return {0, at, fenced ? next_line(text, at) : at, fenced && !dotted};
}

}  // namespace

HeaderLines header_of(std::string_view text) {
  constexpr std::string_view comment = "<!--", end = "-->";
  if (!text.starts_with(comment)) return fields_of(text);
  const std::size_t close = text.find(end);
  const std::size_t inside = text.find_first_not_of(" \t\r\n", comment.size());
  if (close == text.npos || inside >= close) return {};
  const std::string_view lines = text.substr(inside, close - inside);
  if (!lines.starts_with(nikola)) return {};
  HeaderLines header = fields_of(lines);
  if (header.end == 0 || lines.find_first_not_of(" \t\r\n", header.end) != lines.npos) return {};
  return {inside, inside + header.end, close + end.size(), false};
}

json parse_header(std::string_view lines) {
  json fields = json::object();
  std::string last;
  for (std::size_t at = 0; at < lines.size(); at = next_line(lines, at)) {
    const std::string_view line = line_at(lines, at);
    const auto field = goes_on(line) ? std::nullopt : field_in(line);
    if (field) {
      fields[last = field->name] = field->value;
    } else if (fields.contains(last)) {
      const std::string before = fields[last];
      fields[last] = tidy_line(before + ' ' + std::string(line));
    }
  }
  return fields;
}

}  // namespace backfile
