// Prose of an object that no field of the article has taken: texts under names that nobody knows.
//
// Looked for when an article is filled: what json_found.cc neither takes for the body nor tells
// would vanish without a word. Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "indexer/article/article.h"

namespace backfile {

struct UnreadText {
  const nlohmann::json* value;  // a string in the object
  std::string member;           // of the object, that it is or stands in
  std::string line;             // without markup, in one line
  std::uint32_t words = 0;
};

// Texts of 40 words or more that neither the article says nor another one inside of the object.
// Code, whole pages whose story the article has, comments, notes on rights and authors are none.
std::vector<UnreadText> unread_texts(const nlohmann::json& object, const Article& article);

}  // namespace backfile
