// YAML to JSON values, by libyaml's events. Used by front_matter.h. Safe on any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

namespace backfile {

// The first document; scalars are strings, but null, true and false. Aliases are null: they would
// let a small file unfold into a huge one. Nothing for what is no YAML, or is nested too deeply.
std::optional<nlohmann::json> parse_yaml(std::string_view text);

}  // namespace backfile
