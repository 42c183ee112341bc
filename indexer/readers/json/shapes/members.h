// The members of an object by their plain names, and the texts in them.
//
// What declared.h, declared_body.h and declared_dates.h read from. Views of an object that must
// outlive them. Pure; safe on any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/json/shapes/declared_names.h"

namespace backfile {

using Members = std::vector<std::pair<std::string, const nlohmann::json*>>;
Members members_of(const nlohmann::json& object);

// Of several spellings of a name (`Title`, `title`) the last in the order of their bytes that has a
// value holds: the one in small letters. nullptr if there is none.
const nlohmann::json* find(const Members& members, std::string_view name);

// Every text in a value: itself, the elements of a list, what an object stands for. A truth value
// is a text in a list of tags alone; elsewhere it answers a question ("license": true).
std::vector<std::string> texts_of(const nlohmann::json& value);
// Those of the first name of the field that has any.
std::vector<std::string> texts_of(const Members& members, FieldOf field);

// Yes or no, in any of the forms that YAML, JSON and people write it in; nothing for other values.
std::optional<bool> truth_of(const nlohmann::json& value);

// A database writes 0 for a date that it does not know, where "is_published" would say no.
bool is_zero(const nlohmann::json& value);

}  // namespace backfile
