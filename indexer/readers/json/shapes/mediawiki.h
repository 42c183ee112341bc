// Pages of MediaWiki's API, which have their text in a revision.
//
// Used by shape.h. Pure; safe on any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

namespace backfile {

// The text of {"title": "A", "revisions": [{"slots": {"main": {"content": "..."}}}]}, or of the older
// {"revisions": [{"*": "..."}]}. nullptr for any other object, and for one with several revisions.
const nlohmann::json* text_of_mediawiki(const nlohmann::json& object);

// Such a page with its text as the body and the time of its revision as that of its change.
std::optional<nlohmann::json> page_of_mediawiki(const nlohmann::json& object);

}  // namespace backfile
