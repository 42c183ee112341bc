// The articles that a query finds within the filters of a request, and what ranks them.
//
// They are found once, when somebody asks: counted for the total, walked for facets and pages by
// date. A single term without filters is counted by its frequency alone. Xapian is told of the set
// only where its own query would find other articles. Used by search_executor.h and searcher.h; for
// the thread of the database.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <memory>
#include <optional>

#include "query/docids/docid_set.h"
#include "query/planning/terms/costed_query.h"

namespace backfile {

class Matches {
 public:
  // `database` outlives it.
  Matches(CostedQuery asked, std::optional<Condition> filters, const Xapian::Database& database);

  std::uint64_t count();
  const std::shared_ptr<const DocidSet>& articles();

  // What ranks them, and finds no others.
  Xapian::Query ranking();
  // From now on the same articles are ranked by this as well.
  void support(const CostedQuery& support) { asked_ = supported_by(asked_, support); }
  void support(const Xapian::Query& bonus) { asked_ = supported_by(asked_, bonus); }

  // Without the filters.
  const CostedQuery& asked() const { return asked_; }

 private:
  CostedQuery asked_;
  const std::optional<Condition> filters_;
  const Xapian::Database& database_;
  std::shared_ptr<const DocidSet> articles_;
};

}  // namespace backfile
