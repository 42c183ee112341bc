// The text of an article out of the fields of an object: a text, HTML, a list, or blocks.
//
// Part of declared.h; blocks.h takes blocks apart. Pure; safe on any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "indexer/article/article.h"
#include "indexer/readers/json/shapes/members.h"

namespace backfile {

// The first name of a body that has a text; a number, where no name has any.
void set_body(const Members& members, Article& article);
// Adds a text that the body does not say yet.
void add_body(const nlohmann::json& value, Article& article);

}  // namespace backfile
