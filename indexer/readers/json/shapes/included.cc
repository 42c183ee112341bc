// Follows references of one resource after another, no deeper than pages are nested.
#include "indexer/readers/json/shapes/included.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/readers/json/shapes/shape.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t deepest = 8;
constexpr std::size_t most_text = 50'000'000;  // bytes
constexpr std::size_t reference_size = 250;

const json* member(const json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

// Empty for what is no resource.
std::string key_of(const json& resource) {
  const json *type = member(resource, "type"), *id = member(resource, "id");
  if (type == nullptr || id == nullptr || !type->is_string()) return {};
  return type->get<std::string>() + '\n' + id->dump();
}

bool is_part(const json& resource) {
  const std::string type = plain_name(resource["type"].get_ref<const std::string&>());
  if (type.starts_with("paragraph") || type.starts_with("component")) return true;
  constexpr std::array others = {"user",  "people", "person",  "author", "taxonomy", "file",
                                 "media", "image",  "comment", "node",   "tag",      "categor"};
  const auto is_type = [&](const char* other) { return type.starts_with(other); };
  return std::ranges::none_of(others, is_type) && !is_whole(resource);
}

// A text, or Drupal's {"value": "<p>...", "format": "basic_html"}.
void add_texts(const json& value, json& blocks) {
  if (value.is_string() && value.get_ref<const std::string&>().find(' ') != std::string::npos)
    blocks.push_back({{"text", value}});
  if (value.is_array()) {
    for (const json& element : value) add_texts(element, blocks);
  }
  for (const char* name : {"value", "processed"}) {
    const json* text = member(value, name);
    if (text != nullptr && text->is_string()) return add_texts(*text, blocks);
  }
}

// The titles first. The answer is how many bytes that were.
std::size_t add_attributes(const json& attributes, json& blocks) {
  const std::size_t before = blocks.size();
  if (!attributes.is_object()) return 0;
  for (const bool titles : {true, false}) {
    for (const auto& [name, value] : attributes.items()) {
      const bool title = name.find("title") != name.npos || name.find("head") != name.npos;
      if (title == titles) add_texts(value, blocks);
    }
  }
  std::size_t bytes = 0;
  for (std::size_t i = before; i < blocks.size(); ++i)
    bytes += blocks[i]["text"].get_ref<const std::string&>().size();
  return bytes;
}

}  // namespace

bool refers_to_others(const json& resource) {
  const json* relationships = member(resource, "relationships");
  return relationships != nullptr && relationships->is_object() && !relationships->empty();
}

Included::Included(const json& list) : list_(list) {
  for (const json& resource : list) {
    if (std::string key = key_of(resource); !key.empty()) resources_[std::move(key)] = &resource;
  }
}

void Included::add_parts(json& article) {
  if (!refers_to_others(article) || resources_.empty()) return;
  json blocks = json::array();
  std::set<std::string> seen;
  collect(article, 0, seen, blocks);
  if (!blocks.empty()) article["contentblocks"] = std::move(blocks);
}

void Included::collect(const json& resource, std::size_t depth, std::set<std::string>& seen,
                       json& blocks) {
  if (depth == deepest || !refers_to_others(resource)) return;
  for (const json& relationship : resource["relationships"]) {
    const json* data = member(relationship, "data");
    if (data == nullptr) continue;
    if (!data->is_array()) {
      take(*data, depth, seen, blocks);
      continue;
    }
    for (const json& reference : *data) take(reference, depth, seen, blocks);
  }
}

void Included::take(const json& reference, std::size_t depth, std::set<std::string>& seen,
                    json& blocks) {
  put_ += reference_size;
  if (put_ > most_text) return;
  const std::string key = key_of(reference);
  const auto found = resources_.find(key);
  if (found == resources_.end() || !is_part(*found->second) || !seen.insert(key).second) return;
  taken_.insert(key);
  if (const json* attributes = member(*found->second, "attributes"))
    put_ += add_attributes(*attributes, blocks);
  collect(*found->second, depth + 1, seen, blocks);
}

json Included::rest() const {
  json rest = json::array();
  for (const json& resource : list_) {
    if (!taken_.contains(key_of(resource))) rest.push_back(resource);
  }
  return rest;
}

}  // namespace backfile
