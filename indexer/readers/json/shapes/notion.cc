// What a property is says the member that it has: "title", "date", "multi_select".
#include "indexer/readers/json/shapes/notion.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace backfile {
namespace {

using nlohmann::json;

std::string text_of(const json& runs) {
  std::string text;
  if (!runs.is_array()) return text;
  for (const json& run : runs) {
    if (run.is_object() && run.contains("plain_text") && run["plain_text"].is_string())
      text += run["plain_text"].get<std::string>();
  }
  return text;
}

void take_property(const json& property, json& page) {
  if (!property.is_object()) return;
  for (const auto& [kind, value] : property.items()) {
    if (kind == "title" && !page.contains("title")) page["title"] = text_of(value);
    if (kind == "date" && value.is_object() && value.contains("start") && !page.contains("date"))
      page["date"] = value["start"];
    if (kind == "multi_select" && !page.contains("tags")) page["tags"] = value;
  }
}

}  // namespace

std::optional<json> page_of_notion(const json& object) {
  const auto kind = object.find("object"), properties = object.find("properties");
  if (kind == object.end() || *kind != "page" || properties == object.end() ||
      !properties->is_object())
    return std::nullopt;
  json page = object;
  page.erase("properties");
  for (const json& property : *properties) take_property(property, page);
  return page;
}

}  // namespace backfile
