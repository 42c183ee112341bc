// Follows the members down to the text.
#include "indexer/readers/json/shapes/mediawiki.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace backfile {
namespace {

using nlohmann::json;

const json* member_of(const json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto member = object.find(name);
  return member == object.end() ? nullptr : &*member;
}

}  // namespace

const json* text_of_mediawiki(const json& object) {
  const json* revisions = member_of(object, "revisions");
  if (revisions == nullptr || !revisions->is_array() || revisions->size() != 1) return nullptr;
  const json* within = &revisions->front();
  if (const json* slots = member_of(*within, "slots")) within = member_of(*slots, "main");
  if (within == nullptr) return nullptr;
  for (const char* name : {"content", "*"}) {
    const json* text = member_of(*within, name);
    if (text != nullptr && text->is_string()) return text;
  }
  return nullptr;
}

std::optional<json> page_of_mediawiki(const json& object) {
  const json* text = text_of_mediawiki(object);
  if (text == nullptr || object.contains("body")) return std::nullopt;
  json page = object;
  page.erase("revisions");
  page["body"] = *text;
  const json* time = member_of(object["revisions"].front(), "timestamp");
  if (time != nullptr && !object.contains("modified")) page["modified"] = *time;
  return page;
}

}  // namespace backfile
