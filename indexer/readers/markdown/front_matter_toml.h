// TOML to JSON values, by toml++. Used by front_matter.h. Safe on any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

namespace backfile {

// Scalars are strings, but true and false; nothing for what is no TOML.
std::optional<nlohmann::json> parse_toml(std::string_view text);

}  // namespace backfile
