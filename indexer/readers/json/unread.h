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
  std::string line;             // the sentences that the article does not say, without markup
  std::uint32_t words = 0;      // of them
  bool beside = false;  // by its name no part of a story (rights, biographies), or a page around it
  bool subtitle = false;  // one more
};

// Texts with sentences that the article does not say, in the order of the object. Code, comments
// and pictures are none, nor are a few words in a member, and less than 40 beside a story.
// `elsewhere`: values in the object that are read or told apart.
std::vector<UnreadText> unread_texts(const nlohmann::json& object, const Article& article,
                                     const std::vector<const nlohmann::json*>& elsewhere = {});

}  // namespace backfile
