// Finds the braces of front matter in JSON.
#include "indexer/readers/markdown/front_matter_json.h"

#include <nlohmann/json.hpp>
#include <string>

#include "indexer/readers/json/json_stream.h"

namespace backfile {

using nlohmann::json;

std::optional<json> parse_json_fields(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const bool braced = first != text.npos && text[first] == '{';
  auto fields = parse_json(braced ? std::string(text) : '{' + std::string(text) + '}');
  return fields && fields->is_object() ? fields : std::nullopt;
}

std::size_t end_of_object(std::string_view text) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      at += c == '\\' ? 1 : 0;
      quoted = c != '"';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      return at + 1;
    }
  }
  return 0;
}

}  // namespace backfile
