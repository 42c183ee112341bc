// The objects in a page's JSON-LD, and which of them are articles.
//
// Data for json_ld.cc alone. Views of the objects live as long as this does. For one thread.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indexer/readers/html/page/page.h"

namespace backfile {

class JsonLdObjects {
 public:
  explicit JsonLdObjects(const Page& page);
  JsonLdObjects(const JsonLdObjects&) = delete;
  JsonLdObjects& operator=(const JsonLdObjects&) = delete;

  // Articles that the page declares of itself, in its order.
  const std::vector<const nlohmann::json*>& articles() const { return articles_; }
  // Those that it holds in lists and other objects.
  const std::vector<const nlohmann::json*>& listed() const { return listed_; }
  // The first WebPage, or nullptr.
  const nlohmann::json* web_page() const;

  // Texts that belong to no article: answers to questions, reviews, what is said in a recording.
  std::vector<std::string> other_texts() const;

  // A copy whose author and publisher are what their references stand for.
  nlohmann::json resolved(nlohmann::json object) const;

 private:
  void collect(const nlohmann::json& value);
  void collect_listed(const nlohmann::json& value, bool of_page);
  const nlohmann::json& resolve(const nlohmann::json& value) const;

  std::vector<nlohmann::json> documents_;
  std::vector<const nlohmann::json*> objects_, articles_, listed_;
  std::map<std::string, const nlohmann::json*> by_id_;
};

}  // namespace backfile
