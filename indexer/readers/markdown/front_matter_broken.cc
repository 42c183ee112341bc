// Parts broken front matter into entries, and makes of each what was meant.
#include "indexer/readers/markdown/front_matter_broken.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/readers/markdown/front_matter.h"
#include "indexer/readers/markdown/front_matter_lines.h"
#include "indexer/readers/markdown/front_matter_toml.h"
#include "indexer/readers/markdown/front_matter_yaml.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

// Whether a quotation mark inside a text ends one word and stands before another: in `'a' and 'b'`
// the outer ones are no pair, in `"The "a" of b"` and `'It's'` they are.
bool closes_early(std::string_view inside, char quote) {
  const std::size_t at = inside.find(quote);
  if (at == std::string_view::npos || at == 0) return false;
  const char before = inside[at - 1], behind = at + 1 < inside.size() ? inside[at + 1] : ' ';
  return before != ' ' && (behind == ' ' || behind == ',' || behind == ':');
}

// `"title"` without its quotes; without the one that opens it and is never closed, as well. An
// apostrophe may do that in text ('Twas).
std::string unquoted(std::string_view value) {
  if (value.empty() || (value.front() != '"' && value.front() != '\'')) return std::string(value);
  const char quote = value.front();
  const std::string_view rest = value.substr(1);
  if (rest.find(quote) == rest.npos) return std::string(quote == '"' ? rest : value);
  const bool quoted =
      rest.ends_with(quote) && !closes_early(rest.substr(0, rest.size() - 1), quote);
  return std::string(quoted ? rest.substr(0, rest.size() - 1) : value);
}

// Whether a field of this name has one text for its value and no list.
bool holds_text(std::string_view name) {
  const auto alias = std::ranges::find(declared_names(), plain_name(name), &Alias::name);
  return alias != declared_names().end() &&
         (alias->field == FieldOf::title || alias->field == FieldOf::subtitle);
}

// Names of fields have none; text with a colon in it ("Streets: wide") has.
constexpr std::string_view capitals_and_space = "ABCDEFGHIJKLMNOPQRSTUVWXYZ ";

// An element of a list with dashes: text, or fields of its own below one another.
json dashed_element(std::string_view text) {
  std::string fields(text);
  fields.replace(fields.find('-'), 1, " ");  // so that the first stands below none
  auto parsed = parse_yaml(fields);
  const bool sentence =
      parsed && parsed->is_object() && parsed->size() == 1 &&
      parsed->begin().key().find_first_of(capitals_and_space) != std::string::npos;
  if (parsed && !sentence) return std::move(*parsed);
  std::string flush;
  for (std::size_t at = 0; at < fields.size(); at = next_line(fields, at))
    flush += tidy_line(line_at(fields, at)) + '\n';
  const bool nested = !sentence && is_field(flush.substr(0, flush.find('\n')), ':');
  return nested ? read_entry_by_entry(flush, false).fields : json(unquoted(tidy_line(fields)));
}

json dashed_list(std::string_view text) {
  json list = json::array();
  std::size_t start = std::string_view::npos;
  for (std::size_t at = 0;; at = next_line(text, at)) {
    const std::string line = at < text.size() ? tidy_line(line_at(text, at)) : "- ";
    if (!line.starts_with("- ") && line != "-" && at < text.size()) continue;
    if (start != std::string_view::npos)
      list.push_back(dashed_element(text.substr(start, at - start)));
    start = at;
    if (at >= text.size()) return list;
  }
}

// The value behind a name that YAML will not have, as its author meant it: a list, in brackets or
// with dashes, or text, whose further lines go on where the first ends. A bracket that is never
// closed opens a list as well, but is a sign of the text in a title.
json plain_value(std::string_view name, std::string_view text) {
  std::string value = tidy_line(text);
  if (value.starts_with("- ") && line_at(text, 0).empty()) return dashed_list(text);
  const std::size_t close = value.find(']');
  const bool list = value.starts_with('[') &&
                    (close == value.npos ? !holds_text(name) : close + 1 == value.size());
  if (!list) return unquoted(value);
  if (close != value.npos) value.pop_back();
  json elements = json::array();
  for (std::size_t at = 1; at < value.size();) {
    const std::size_t comma = std::min(value.find(',', at), value.size());
    const std::string element = unquoted(tidy_line(value.substr(at, comma - at)));
    if (!element.empty()) elements.push_back(element);
    at = comma + 1;
  }
  return elements;
}

// One name with all that belongs to it: the lines below that are indented, elements of a list,
// or empty.
struct Entry {
  std::string_view name;
  std::string_view value;  // from behind the colon, or the sign of TOML
  std::string_view whole;
};

void extend(Entry& entry, const char* end) {
  entry.value = {entry.value.data(), static_cast<std::size_t>(end - entry.value.data())};
  entry.whole = {entry.whole.data(), static_cast<std::size_t>(end - entry.whole.data())};
}

// An indented line that is a field by a name that articles have, below one that has its value: its
// indentation is a slip.
bool is_indented_field(std::string_view line, const std::vector<Entry>& entries) {
  const std::string tidy = tidy_line(line);
  if (entries.empty() || !is_field(tidy, ':')) return false;
  const std::string above = tidy_line(line_at(entries.back().value, 0));
  if (above.empty() || above.front() == '|' || above.front() == '>') return false;
  return is_declared_name(tidy.substr(0, tidy.find(':')));
}

std::vector<Entry> entries_of(std::string_view front) {
  std::vector<Entry> entries;
  for (std::size_t at = 0; at < front.size(); at = next_line(front, at)) {
    const std::string_view line = line_at(front, at);
    const bool indented = line.starts_with(' ') || line.starts_with('\t');
    const bool goes_on = line.empty() || (indented && !is_indented_field(line, entries)) ||
                         line.starts_with("- ") || line == "-";
    const std::size_t colon = line.find(':');
    if (!goes_on && !line.starts_with('#') && colon != std::string_view::npos && colon > 0) {
      entries.push_back({line.substr(0, colon), front.substr(at + colon + 1), front.substr(at)});
    }
    if (!entries.empty()) extend(entries.back(), front.data() + next_line(front, at));
  }
  return entries;
}

// The same of TOML. Tables other than those that stand beside the rest anyway are passed over.
std::vector<Entry> toml_entries_of(std::string_view front) {
  std::vector<Entry> entries;
  bool passed_over = false, inside = false;
  for (std::size_t at = 0; at < front.size(); at = next_line(front, at)) {
    const std::string_view line = line_at(front, at);
    if (line.starts_with('[') && line.ends_with(']')) {
      passed_over = !stands_beside_the_rest(line.substr(1, line.size() - 2));
      inside = false;
    }
    if (is_field(line, '=')) {
      const std::size_t sign = line.find('=');
      inside = !passed_over;
      if (inside)
        entries.push_back({line.substr(0, sign), front.substr(at + sign + 1), front.substr(at)});
    }
    if (inside) extend(entries.back(), front.data() + next_line(front, at));
  }
  return entries;
}

}  // namespace

BrokenFields read_entry_by_entry(std::string_view front, bool toml) {
  BrokenFields broken;
  for (const Entry& entry : toml ? toml_entries_of(front) : entries_of(front)) {
    const auto parsed = toml ? parse_toml(entry.whole) : parse_yaml(entry.whole);
    if (parsed && parsed->is_object() && parsed->size() == 1) {
      broken.fields.update(*parsed);
    } else {
      const std::string name = unquoted(tidy_line(entry.name));
      broken.fields[name] = plain_value(name, entry.value);
      const auto offset = static_cast<std::size_t>(entry.whole.data() - front.data());
      broken.fault = std::min(broken.fault, offset);
    }
  }
  return broken;
}

}  // namespace backfile
