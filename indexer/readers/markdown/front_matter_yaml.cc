// Front matter between --- lines, through libyaml.
#include "indexer/readers/markdown/front_matter_yaml.h"

#include <yaml.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t deepest = 32;

class Parser {
 public:
  explicit Parser(std::string_view text) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~Parser() { yaml_parser_delete(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  std::optional<json> document() {
    bool more = true;
    while (more) {
      yaml_event_t event;
      if (yaml_parser_parse(&parser_, &event) == 0) return std::nullopt;
      more = take(event) && event.type != YAML_DOCUMENT_END_EVENT &&
             event.type != YAML_STREAM_END_EVENT;
      yaml_event_delete(&event);
    }
    if (!open_.empty()) return std::nullopt;
    return std::move(whole_);
  }

 private:
  struct Open {
    json value;
    std::string key;
    bool has_key = false;
  };

  // False where the nesting is too deep.
  bool take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_MAPPING_START_EVENT:
        open_.push_back({json::object(), {}, false});
        return open_.size() <= deepest;
      case YAML_SEQUENCE_START_EVENT:
        open_.push_back({json::array(), {}, false});
        return open_.size() <= deepest;
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        close();
        return true;
      case YAML_SCALAR_EVENT:
        place(scalar(event));
        return true;
      case YAML_ALIAS_EVENT:
        place(nullptr);
        return true;
      default:
        return true;
    }
  }

  static json scalar(const yaml_event_t& event) {
    const auto& data = event.data.scalar;
    std::string text(reinterpret_cast<const char*>(data.value), data.length);
    if (data.style == YAML_PLAIN_SCALAR_STYLE) {
      if (text.empty() || text == "null" || text == "~") return nullptr;
      if (text == "true" || text == "True") return true;
      if (text == "false" || text == "False") return false;
    }
    return text;
  }

  void close() {
    json value = std::move(open_.back().value);
    open_.pop_back();
    place(std::move(value));
  }

  void place(json value) {
    if (open_.empty()) {
      whole_ = std::move(value);
      return;
    }
    Open& open = open_.back();
    if (open.value.is_array()) {
      open.value.push_back(std::move(value));
    } else if (!open.has_key) {
      open.key = value.is_string() ? value.get<std::string>() : value.dump();
      open.has_key = true;
    } else {
      open.value[open.key] = std::move(value);
      open.has_key = false;
    }
  }

  yaml_parser_t parser_;
  std::vector<Open> open_;
  json whole_;
};

}  // namespace

std::optional<json> parse_yaml(std::string_view text) {
  return Parser(text).document();
}

}  // namespace backfile
