// Editors' documents that a content system keeps as a string of JSON: Lexical, Draft.js, Mobiledoc.
//
// declared_body.cc asks before it takes a string for a text. Pure; safe on any thread.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

namespace backfile {

// The document in a string, as what blocks.h takes apart; nothing if the string is a text.
std::optional<nlohmann::json> document_in(const nlohmann::json& value);

}  // namespace backfile
