// Removes boilerplate from an article, by the rules learnt from its source.
//
// Only whole paragraphs are removed, and only in the place where other articles have them; what a
// story quotes stays. A body that is boilerplate from end to end stays whole. Cleaning twice
// changes nothing. Safe to read from any number of threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/boilerplate/overrides.h"
#include "indexer/boilerplate/rule.h"

namespace backfile {

// Why a paragraph does not belong to a story, for reports.
inline constexpr std::string_view shared_by_many = "shared by many articles";

class Boilerplate {
 public:
  Boilerplate() = default;
  Boilerplate(std::vector<BoilerplateRule> rules, BoilerplateOverrides overrides);

  // How much was removed.
  struct Removed {
    std::uint64_t articles = 0;  // that lost anything
    std::uint64_t words = 0;     // of paragraphs, as counted between spaces
    std::uint64_t prose = 0;     // those of sentences among them
    // Whether more than half of the sentences of an article is gone: `left` is what it has now.
    bool has_most_prose(const Article& left) const;
    Removed& operator+=(const Removed& more);
  };

  // `article` is finished (finish.h) before and after. Its regions are dropped, since nothing needs
  // them any more.
  Removed clean(Article& article) const;

  const std::vector<BoilerplateRule>& rules() const { return rules_; }
  const BoilerplateOverrides& overrides() const { return overrides_; }
  // Whether a rule is set aside by an override.
  bool is_kept(const BoilerplateRule& rule) const { return overrides_.keeps(rule.example); }

 private:
  // Numbers of rules, by their keys.
  using BySource = std::unordered_map<std::uint64_t, std::size_t>;

  const BoilerplateRule* rule_of(const BySource& source, BoilerplatePlace place,
                                 std::string_view text, std::uint64_t key) const;
  // The same, unless people keep the text.
  const BoilerplateRule* find(const BySource& source, BoilerplatePlace place, std::string_view text,
                              std::uint64_t key) const;
  Removed remove_from(Article& article) const;
  void mark_boxes(const BySource& source, const Article& article, std::vector<bool>& goes) const;
  bool clean_title(const BySource& source, Article& article) const;
  Removed clean_body(const BySource* source, Article& article) const;

  std::vector<BoilerplateRule> rules_;
  BoilerplateOverrides overrides_;
  std::unordered_map<std::string, BySource> sources_;
};

}  // namespace backfile
