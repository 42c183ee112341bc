// Looks names up and collects texts.
#include "indexer/readers/json/shapes/members.h"

#include <array>
#include <nlohmann/json.hpp>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

// In place of a text, an object that has it under one of these: an author's name, WordPress's
// {"rendered": ...}, database exports' {"$date": ...}.
constexpr std::array text_keys = {
    "name",     "display_name", "displayName", "full_name", "fullName", "title",
    "rendered", "main",         "text",        "value",     "html",     "content",
    "label",    "term",         "basic",       "original",  "$date",    "$numberLong",
    "$oid",     "@value",       "@id",         "url"};

// {"first": "Ann", "last": "Leeward"}, as people's names are often kept.
std::string name_in_parts(const json& object) {
  constexpr std::array<std::array<const char*, 2>, 6> parts = {{{"first", "last"},
                                                                {"firstName", "lastName"},
                                                                {"first_name", "last_name"},
                                                                {"firstname", "lastname"},
                                                                {"givenName", "familyName"},
                                                                {"given", "family"}}};
  for (const auto& [given, family] : parts) {
    std::string name;
    for (const char* key : {given, family}) {
      const auto part = object.find(key);
      if (part != object.end() && part->is_string()) name += ' ' + part->get<std::string>();
    }
    if (!is_blank_line(name)) return tidy_line(name);
  }
  return {};
}

void collect_texts(const json& value, std::vector<std::string>& texts) {
  if (value.is_string()) {
    texts.push_back(value.get<std::string>());
  } else if (value.is_number()) {
    texts.push_back(value.dump());
  } else if (value.is_array()) {
    for (const json& element : value) {
      if (element.is_boolean()) texts.push_back(element.dump());
      collect_texts(element, texts);
    }
  } else if (value.is_object()) {
    for (const char* key : text_keys) {
      const auto member = value.find(key);
      if (member == value.end() || member->empty()) continue;
      const std::size_t before = texts.size();
      collect_texts(*member, texts);
      std::erase_if(texts, is_blank_line);
      if (texts.size() > before) return;
    }
    if (std::string name = name_in_parts(value); !name.empty()) texts.push_back(std::move(name));
  }
}

}  // namespace

Members members_of(const json& object) {
  Members members;
  for (const auto& [name, value] : object.items()) members.emplace_back(plain_name(name), &value);
  return members;
}

const json* find(const Members& members, std::string_view name) {
  const json* found = nullptr;
  for (const auto& [plain, value] : members) {
    if (plain != name) continue;
    if (found == nullptr || !(value->is_null() || value->empty() || *value == "")) found = value;
  }
  return found;
}

std::vector<std::string> texts_of(const json& value) {
  std::vector<std::string> texts;
  collect_texts(value, texts);
  std::erase_if(texts, is_blank_line);
  return texts;
}

std::vector<std::string> texts_of(const Members& members, FieldOf field) {
  for (const Alias& alias : declared_names()) {
    const json* value = alias.field == field ? find(members, alias.name) : nullptr;
    if (value == nullptr) continue;
    if (std::vector<std::string> texts = texts_of(*value); !texts.empty()) return texts;
  }
  return {};
}

std::optional<bool> truth_of(const json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (!value.is_string() && !value.is_number_integer()) return std::nullopt;
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  if (tidy_line(text).starts_with('-')) return std::nullopt;  // -1 is no 1
  const std::string word = plain_name(tidy_line(text));
  for (const std::string_view yes : {"true", "yes", "on", "1", "y"}) {
    if (word == yes) return true;
  }
  for (const std::string_view no : {"false", "no", "off", "0", "n"}) {
    if (word == no) return false;
  }
  return std::nullopt;
}

bool is_zero(const json& value) {
  return value.is_string() ? tidy_line(value.get<std::string>()) == "0" : value == 0;
}

}  // namespace backfile
