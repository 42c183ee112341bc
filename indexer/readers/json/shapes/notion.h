// Pages of Notion, whose facts are properties that their owner named.
//
// Used by shape.h where envelopes are opened. Pure; safe on any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

namespace backfile {

// {"object": "page", "properties": {"Name": {"title": [{"plain_text": "A"}]}, ...}} with the title,
// the first date and the names of what was selected as fields, and without the properties. Nothing
// for any other object.
std::optional<nlohmann::json> page_of_notion(const nlohmann::json& object);

}  // namespace backfile
