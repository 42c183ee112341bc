// Several articles in one object: a table by its columns, and one story in several languages.
//
// Used by articles.h. Pure; safe on any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace backfile {

// The rows of {"title": {"0": "A", "1": "B"}, "body": {"0": "a", "1": "b"}}, as pandas writes a
// table, in the order of their numbers, and of {"title": ["A", "B"], "body": ["a", "b"], "date":
// [...]}. Empty for any other value.
std::vector<nlohmann::json> rows_of_columns(const nlohmann::json& value);

// A row of its other form, {"columns": ["title", ...], "data": [["A", ...], ...]}, where `document`
// has the columns. Nothing for what is no row of them.
std::optional<nlohmann::json> row_of_table(const nlohmann::json& document,
                                           const nlohmann::json& cells);

// The languages of {"title": {"de": "A", "en-US": "B"}, "body": {"de": "a", "en-US": "b"}}, as
// Contentful has an article: those of its texts, or the first of its titles. Empty for any other
// object, and for one with hundreds.
std::vector<std::string> languages_of(const nlohmann::json& object);
// The article in one of them. What is given in a single language or in none belongs to all; the
// address, the id and what is no field belong to the first.
nlohmann::json in_language(const nlohmann::json& object, const std::string& language, bool first);

}  // namespace backfile
