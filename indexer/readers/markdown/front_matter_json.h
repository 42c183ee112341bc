// Front matter in JSON.
//
// Part of front_matter.h. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

namespace backfile {

// An object in braces or, between fences, without; nothing if it is no JSON.
std::optional<nlohmann::json> parse_json_fields(std::string_view text);

// The end of the object that a text begins with, behind its last brace; 0 if it never ends.
std::size_t end_of_object(std::string_view text);

}  // namespace backfile
