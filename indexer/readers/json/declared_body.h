// The text of an article out of the fields of an object: a text, HTML, a list, or blocks.
//
// Part of declared.h; blocks.h takes blocks apart. Pure; safe on any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/readers/json/shapes/members.h"

namespace backfile {

// The first name of a body that has a text; a number, where no name has any. Then its numbered
// parts (body2, paragraph_3), in the order of their numbers.
void set_body(const Members& members, Article& article);
// Puts first paragraphs before a body that may have them already.
void put_opening(std::vector<std::string> opening, Article& article);
// Adds a text that the body does not say yet.
void add_body(const nlohmann::json& value, Article& article);
// What a value would be as a body.
std::vector<std::string> paragraphs_in(const nlohmann::json& value);

}  // namespace backfile
