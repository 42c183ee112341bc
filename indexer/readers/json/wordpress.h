// Names in a dump of WordPress's REST API.
//
// A post there gives its author, categories and tags as numbers; their names stand beside it under
// "_embedded", if the dump was made with them. Used by declared.h. Pure; safe on any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// Whether an object is a post of such a dump, or a row of WordPress's table of posts: then its numbers are ids even where they are strings.
bool is_wordpress_post(const nlohmann::json& object);

// Empty if the post embeds none.
std::vector<std::string> embedded_authors(const nlohmann::json& post);

// Of a taxonomy: "category", "post_tag".
std::vector<std::string> embedded_terms(const nlohmann::json& post, std::string_view taxonomy);

}  // namespace backfile
