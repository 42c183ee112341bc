// The parts of an article that JSON:API keeps apart from it, as "included" resources.
//
// A node of Drupal whose story is made of "paragraphs" only refers to them, by type and id. Used by
// json_stream.cc when a document ends. For one thread.
#pragma once

#include <cstddef>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>

namespace backfile {

// Whether a resource refers to others, which may come later in the document.
bool refers_to_others(const nlohmann::json& resource);

class Included {
 public:
  // `list` must outlive this.
  explicit Included(const nlohmann::json& list);

  // Puts the texts of what an article refers to into it, as blocks; people, files, comments and
  // other articles are none. Bounded, however many refer to the same.
  void add_parts(nlohmann::json& article);

  // What no article has taken.
  nlohmann::json rest() const;

 private:
  void collect(const nlohmann::json& resource, std::size_t depth, std::set<std::string>& seen,
               nlohmann::json& blocks);
  void take(const nlohmann::json& reference, std::size_t depth, std::set<std::string>& seen,
            nlohmann::json& blocks);

  const nlohmann::json& list_;
  std::map<std::string, const nlohmann::json*> resources_;  // by type and id
  std::set<std::string> taken_;
  std::size_t put_ = 0;  // bytes of text and of references
};

}  // namespace backfile
