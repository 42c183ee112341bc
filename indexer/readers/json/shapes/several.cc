// Turns objects inside out: members of columns to columns of members.
#include "indexer/readers/json/shapes/several.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/readers/json/shapes/shape.h"
#include "indexer/text/ascii.h"
#include "indexer/text/language.h"

namespace backfile {
namespace {

using nlohmann::json;

bool is_row_number(std::string_view key) {
  constexpr std::size_t longest = 18;  // pandas numbers rows by times, too
  return !key.empty() && key.size() <= longest && std::ranges::all_of(key, is_ascii_digit);
}

bool is_column(const json& value) {
  return value.is_object() && !value.empty() &&
         std::ranges::all_of(value.items(), [](const auto& e) { return is_row_number(e.key()); });
}

// "de", "en-US", "zh_Hant".
bool is_language(const std::string& key) {
  const std::size_t region = key.find_first_of("-_");
  const std::string_view code = std::string_view(key).substr(0, region);
  return code.size() == 2 && std::ranges::all_of(code, is_ascii_small) &&
         (region == key.npos || (key.size() > region + 2 && key.size() < 8)) &&
         !normalize_language(key).empty();
}

// {"id": ...} may be a number of something; with others, Indonesian.
bool is_by_language(const json& value) {
  constexpr std::size_t most = 200;
  return value.is_object() && !value.empty() && value.size() <= most &&
         !(value.size() == 1 && value.contains("id")) &&
         std::ranges::all_of(value.items(), [](const auto& e) { return is_language(e.key()); });
}

// A column that says that its rows are no lines of one headline.
bool is_of_rows(std::string_view name) {
  return std::ranges::any_of(declared_names(), [&](const Alias& alias) {
    return alias.name == name && (alias.field == FieldOf::id || alias.field == FieldOf::url ||
                                  alias.field == FieldOf::published);
  });
}

bool are_different(const json& titles) {
  std::set<std::string_view> known;
  return std::ranges::all_of(titles, [&](const json& title) {
    return title.is_string() && known.insert(title.get_ref<const std::string&>()).second;
  });
}

// Whether an object has a title, a text and a date for each of several articles, in lists.
bool has_lists_of_rows(const json& value) {
  const std::size_t rows = value.front().size();
  bool title = false, text = false, sure = rows > 2;
  for (const auto& [name, column] : value.items()) {
    if (!column.is_array() || column.size() != rows || rows < 2) return false;
    const std::string plain = plain_name(name);
    if (is_title_name(plain) && !are_different(column)) return false;
    title = title || is_title_name(plain);
    text = text || what_holds(plain) == Holds::body;
    sure = sure || is_of_rows(plain);
  }
  return title && text && sure;
}

std::vector<json> rows_of_lists(const json& value) {
  std::vector<json> rows(value.front().size(), json::object());
  for (const auto& [name, column] : value.items()) {
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i][name] = column[i];
  }
  return rows;
}

bool is_of_first(std::string_view name) {
  return std::ranges::any_of(declared_names(), [&](const Alias& alias) {
    return alias.name == name && (alias.field == FieldOf::id || alias.field == FieldOf::url);
  });
}

}  // namespace

std::vector<json> rows_of_columns(const json& value) {
  if (!value.is_object() || value.size() < 2) return {};
  if (has_lists_of_rows(value)) return rows_of_lists(value);
  if (!std::ranges::all_of(value, is_column)) return {};
  const bool text = std::ranges::any_of(value.items(), [](const auto& column) {
    const std::string plain = plain_name(column.key());
    return is_title_name(plain) || what_holds(plain) == Holds::body;
  });
  if (!text) return {};
  std::map<std::pair<std::size_t, std::string>, json> rows;  // in the order of the numbers
  for (const auto& [name, column] : value.items()) {
    for (const auto& [number, cell] : column.items()) rows[{number.size(), number}][name] = cell;
  }
  std::vector<json> articles;
  for (auto& [number, row] : rows) articles.push_back(std::move(row));
  return articles;
}

std::optional<json> row_of_table(const json& document, const json& cells) {
  if (!cells.is_array() || !document.is_object()) return std::nullopt;
  const auto columns = document.find("columns");
  const auto is_name = [](const json& name) { return name.is_string(); };
  if (columns == document.end() || !columns->is_array() || columns->size() != cells.size() ||
      !std::ranges::all_of(*columns, is_name))
    return std::nullopt;
  json row = json::object();
  for (std::size_t i = 0; i < cells.size(); ++i)
    row[(*columns)[i].get_ref<const std::string&>()] = cells[i];
  return row;
}

std::vector<std::string> languages_of(const json& object) {
  std::string title;
  std::set<std::string> languages;
  for (const auto& [name, member] : object.items()) {
    const std::string plain = plain_name(name);
    const bool text = what_holds(plain) == Holds::body;
    if ((!text && !is_title_name(plain)) || !is_by_language(member)) continue;
    for (const auto& [language, value] : member.items()) {
      if (text) languages.insert(language);
      if (!text && value.is_string() && title.empty()) title = language;
    }
  }
  if (title.empty()) return {};  // a text by itself may be any
  if (languages.empty()) languages.insert(title);
  return {languages.begin(), languages.end()};
}

json in_language(const json& object, const std::string& language, bool first) {
  json article = json::object();
  for (const auto& [name, member] : object.items()) {
    const std::string plain = plain_name(name);
    const bool field = what_holds(plain) == Holds::field;
    if (!first && (!field || is_of_first(plain)) && !is_by_language(member)) continue;
    if (!is_by_language(member)) {
      article[name] = member;
    } else if (member.contains(language)) {
      article[name] = member[language];
    } else if (member.size() == 1 && field) {
      article[name] = member.front();
    }
  }
  if (!article.contains("language")) article["language"] = language;
  return article;
}

}  // namespace backfile
