// Evaluated when first asked for.
#include "query/search/matches.h"

#include <utility>
#include <variant>

#include "query/docids/evaluation.h"

namespace backfile {

Matches::Matches(CostedQuery asked, std::optional<Condition> filters,
                 const Xapian::Database& database)
    : asked_(std::move(asked)), filters_(std::move(filters)), database_(database) {
}

std::uint64_t Matches::count() {
  if (asked_.finds_nothing()) return 0;
  const bool is_term = std::holds_alternative<Condition::HasTerm>(*asked_.condition.is());
  if (is_term && !filters_ && !articles_) return static_cast<std::uint64_t>(asked_.matches());
  return articles()->count();
}

const std::shared_ptr<const DocidSet>& Matches::articles() {
  if (!articles_) {
    const Condition condition =
        filters_ ? Condition::all_of({asked_.condition, *filters_}) : asked_.condition;
    articles_ = std::make_shared<const DocidSet>(evaluate(condition, database_));
  }
  return articles_;
}

Xapian::Query Matches::ranking() {
  const bool finds_others = filters_ || !asked_.exact;
  return ranking_of(asked_, finds_others ? query_of(articles()) : Xapian::Query());
}

}  // namespace backfile
