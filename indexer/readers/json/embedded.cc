// Mobiledoc writes sections as lists of numbers and markers; the others have blocks already.
#include "indexer/readers/json/embedded.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/readers/json/json_stream.h"

namespace backfile {
namespace {

using nlohmann::json;

// [flags, opened, closed, text] each.
std::string text_of_markers(const json& markers) {
  std::string text;
  if (!markers.is_array()) return text;
  for (const json& marker : markers) {
    if (marker.is_array() && marker.size() > 3 && marker[3].is_string())
      text += marker[3].get<std::string>();
  }
  return text;
}

// ["markdown", {"markdown": "..."}]: the texts of the cards that have some.
void add_card(const json& card, json& texts) {
  if (!card.is_array() || card.size() < 2 || !card[1].is_object()) return;
  for (const char* name : {"markdown", "html"}) {
    if (const auto text = card[1].find(name); text != card[1].end() && text->is_string())
      texts.push_back(*text);
  }
}

// [1, tag, markers] is a paragraph or a heading, [3, tag, [markers]] a list, [10, number] a card.
json texts_of_mobiledoc(const json& document) {
  json texts = json::array();
  const json none = json::array();
  const auto found = document.find("cards");
  const json& cards = found != document.end() && found->is_array() ? *found : none;
  for (const json& section : document["sections"]) {
    if (!section.is_array() || section.size() < 2 || !section[0].is_number_integer()) continue;
    if (section[0] == 10) {
      const bool known = section[1].is_number_unsigned() && section[1] < cards.size();
      if (known) add_card(cards[section[1].get<std::size_t>()], texts);
    } else if (section.size() > 2 && section[0] == 1) {
      texts.push_back(text_of_markers(section[2]));
    } else if (section.size() > 2 && section[0] == 3 && section[2].is_array()) {
      for (const json& item : section[2]) texts.push_back(text_of_markers(item));
    }
  }
  return texts;
}

// A member that one of the editors' documents has.
bool is_document(const json& value) {
  if (value.is_array()) {
    return !value.empty() && std::ranges::all_of(value, [](const json& block) {
      return block.is_object() &&
             (block.contains("type") || block.contains("_type") || block.contains("children"));
    });
  }
  constexpr std::array names = {"root", "blocks", "content", "document", "nodes"};
  return std::ranges::any_of(names, [&](const char* name) {
    const auto member = value.find(name);
    return member != value.end() && member->is_structured();
  });
}

}  // namespace

std::optional<json> document_in(const json& value) {
  if (!value.is_string()) return std::nullopt;
  const auto& text = value.get_ref<const std::string&>();
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos || (text[first] != '{' && text[first] != '[')) return std::nullopt;
  std::optional<json> document = parse_json(text);
  if (!document || !document->is_structured()) return std::nullopt;
  if (document->is_object() && document->contains("sections") &&
      (*document)["sections"].is_array() && document->contains("markups"))
    return texts_of_mobiledoc(*document);
  return is_document(*document) ? document : std::nullopt;
}

}  // namespace backfile
