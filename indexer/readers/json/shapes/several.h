// Several articles in one object: a table by its columns, and one story in several languages.
//
// Used by articles.h. Pure; safe on any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

namespace backfile {

// The rows of {"title": {"0": "A", "1": "B"}, "body": {"0": "a", "1": "b"}}, as pandas writes a
// table, in the order of their numbers. Empty for any other value.
std::vector<nlohmann::json> rows_of_columns(const nlohmann::json& value);

// An article for each language of {"title": {"de": "A", "en-US": "B"}, ...}, as Contentful has
// them; what is given in one language alone, or in none, belongs to all. The address and the id
// are those of the first. Empty for any other object.
std::vector<nlohmann::json> by_language(const nlohmann::json& object);

}  // namespace backfile
