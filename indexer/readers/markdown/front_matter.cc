// Parses front matter, whatever form it has.
#include "indexer/readers/markdown/front_matter.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "indexer/readers/markdown/front_matter_broken.h"
#include "indexer/readers/markdown/front_matter_header.h"
#include "indexer/readers/markdown/front_matter_json.h"
#include "indexer/readers/markdown/front_matter_toml.h"
#include "indexer/readers/markdown/front_matter_yaml.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 5> lifted = {"params", "extra", "taxonomies", "seo", "meta"};

void lift(json& fields, const char* name) {
  const auto nested = fields.find(name);
  if (nested == fields.end() || !nested->is_object()) return;
  const json members = *nested;
  for (const auto& [key, value] : members.items()) {
    if (!fields.contains(key)) fields[key] = value;
  }
}

std::optional<json> parse(const SplitText& text) {
  switch (text.form) {
    case FrontForm::toml:
      return parse_toml(text.front);
    case FrontForm::json:
      return parse_json_fields(text.front);
    case FrontForm::header:
      return parse_header(text.front);
    default:
      return parse_yaml(text.front);
  }
}

BrokenFields read_broken(const SplitText& text) {
  if (text.form != FrontForm::json)
    return read_entry_by_entry(text.front, text.form == FrontForm::toml);
  // YAML takes more for an object than JSON does.
  auto fields = parse_yaml(text.front);
  const bool read = fields && fields->is_object();
  return {read ? std::move(*fields) : json::object(), 0};
}

}  // namespace

bool stands_beside_the_rest(std::string_view name) {
  return std::ranges::find(lifted, name) != lifted.end();
}

json parse_front_matter(const SplitText& text, std::size_t& faulty_line) {
  faulty_line = 0;
  if (text.front.empty()) return json::object();
  auto fields = parse(text);
  json result = json::object();
  if (fields && fields->is_object()) {
    result = std::move(*fields);
  } else if (!fields || !fields->is_null()) {
    BrokenFields broken = read_broken(text);
    const std::size_t fault = broken.fault == std::string_view::npos ? 0 : broken.fault;
    const std::string_view before = text.front.substr(0, fault);
    faulty_line = text.line + static_cast<std::size_t>(std::ranges::count(before, '\n'));
    result = std::move(broken.fields);
  }
  for (const char* name : lifted) lift(result, name);
  return result;
}

}  // namespace backfile
