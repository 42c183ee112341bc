// A post of WordPress names its authors and terms by number; the names stand under "_embedded".
#include "indexer/readers/json/wordpress.h"

#include <nlohmann/json.hpp>

namespace backfile {
namespace {

using nlohmann::json;

const json* embedded(const json& post, const char* name) {
  const auto all = post.find("_embedded");
  if (all == post.end() || !all->is_object()) return nullptr;
  const auto found = all->find(name);
  return found == all->end() || !found->is_array() ? nullptr : &*found;
}

const std::string* text_of(const json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : found->get_ptr<const std::string*>();
}

}  // namespace

bool is_wordpress_post(const json& object) {
  // A row of the table in its database.
  if (object.contains("post_title") && object.contains("post_date")) return true;
  const auto title = object.find("title");
  return title != object.end() && text_of(*title, "rendered") != nullptr &&
         text_of(object, "link") != nullptr;
}

std::vector<std::string> embedded_authors(const json& post) {
  std::vector<std::string> names;
  const json* authors = embedded(post, "author");
  if (authors == nullptr) return names;
  for (const json& author : *authors) {
    // A hidden author stands as {"code": "rest_user_invalid_id"}.
    if (const std::string* name = text_of(author, "name")) names.push_back(*name);
  }
  return names;
}

std::vector<std::string> embedded_terms(const json& post, std::string_view taxonomy) {
  std::vector<std::string> names;
  const json* lists = embedded(post, "wp:term");
  if (lists == nullptr) return names;
  for (const json& list : *lists) {
    if (!list.is_array()) continue;
    for (const json& term : list) {
      const std::string* kind = text_of(term, "taxonomy");
      const std::string* name = text_of(term, "name");
      if (kind != nullptr && name != nullptr && *kind == taxonomy) names.push_back(*name);
    }
  }
  return names;
}

}  // namespace backfile
