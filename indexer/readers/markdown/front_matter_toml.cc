// Front matter between +++ lines, through toml++.
#include "indexer/readers/markdown/front_matter_toml.h"

#include <toml++/toml.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace backfile {
namespace {

using nlohmann::json;

// toml++ bounds the depth itself.
json to_json(const toml::node& node) {
  if (const toml::table* table = node.as_table()) {
    json object = json::object();
    for (const auto& [key, value] : *table) object[std::string(key.str())] = to_json(value);
    return object;
  }
  if (const toml::array* array = node.as_array()) {
    json list = json::array();
    for (const toml::node& element : *array) list.push_back(to_json(element));
    return list;
  }
  if (const auto text = node.value<std::string>()) return *text;
  if (const auto* truth = node.as_boolean()) return truth->get();
  std::ostringstream written;
  node.visit([&](const auto& value) {
    if constexpr (toml::is_value<decltype(value)>) written << value.get();
  });
  return written.str();
}

}  // namespace

std::optional<json> parse_toml(std::string_view text) {
  try {
    return to_json(toml::parse(text));
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

}  // namespace backfile
