// Queries planned for a few articles in memory, for the tests of the planner and of match_finder.h.
//
//   Planned planned({short_article("s", "en", "A storm at sea.")});
//   planned.plan("storm -calm").patterns
#pragma once

#include <xapian.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/forward/forward_index.h"
#include "indexer/text/analyzer.h"
#include "query/planning/planner.h"

namespace backfile {

class Planned {
 public:
  explicit Planned(const std::vector<Article>& articles);

  Plan plan(std::string_view query);
  Plan plan(const Node& tree) { return planner_->plan(tree); }
  // Ids of the articles that have everything wanted, in the order given.
  std::vector<std::string> found(std::string_view query);

  Analyzer& analyzer() { return analyzer_; }
  const ForwardIndex& forward() const { return forward_; }

  // From now on as if the index had been made with other stems.
  void make_stems_unfit();

 private:
  static PlannerFacts facts_of(const ForwardIndex& forward, const std::vector<Article>& articles);

  Analyzer analyzer_;
  Xapian::WritableDatabase database_;
  ForwardIndex forward_;
  std::vector<std::string> ids_;
  PlannerFacts facts_;
  std::unique_ptr<Planner> planner_;
};

// An article of one paragraph, in the language named.
Article short_article(std::string id, std::string language, std::string body);

// A pattern as text: [title:] (word | word). A word is its term, then "!" where only capitals count, "=form" for accents, "*" where its stems count.
std::string described(const MatchPattern& pattern);
std::string described(const std::vector<MatchPattern>& patterns);

}  // namespace backfile
