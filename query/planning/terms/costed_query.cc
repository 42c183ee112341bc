// Combines conditions, rankings and the bounds on their cost, each by its own rule.
#include "query/planning/terms/costed_query.h"

#include <algorithm>
#include <utility>

#include "query/docids/evaluation.h"

namespace backfile {
namespace {

using Xapian::Query;

Query combined(Query::op operation, std::vector<Query> queries) {
  std::erase_if(queries, [](const Query& query) { return query.empty(); });
  if (queries.empty()) return {};
  if (queries.size() == 1) return queries.front();
  return {operation, queries.begin(), queries.end()};
}

Query maybe(const Query& required, const Query& optional) {
  if (required.empty() || optional.empty()) return required.empty() ? optional : required;
  return {Query::OP_AND_MAYBE, required, optional};
}

std::vector<CostedQuery> without_empty(std::vector<CostedQuery> queries) {
  std::erase_if(queries, [](const CostedQuery& costed) { return costed.finds_nothing(); });
  return queries;
}

bool all_exact(const std::vector<CostedQuery>& queries) {
  return std::ranges::all_of(queries, &CostedQuery::exact);
}

Condition condition_of(const std::vector<CostedQuery>& queries,
                       Condition (*combine)(std::vector<Condition>)) {
  std::vector<Condition> conditions;
  for (const CostedQuery& costed : queries) conditions.push_back(costed.condition);
  return combine(std::move(conditions));
}

// For what finds more than one thing: each gives its weight only to the articles that it finds.
Query ranking_of(const CostedQuery& costed) {
  if (costed.exact || (costed.required.empty() && costed.optional.empty())) {
    return maybe(costed.required, costed.optional);
  }
  return ranking_of(costed, query_of(costed.condition));
}

}  // namespace

Query ranking_of(const CostedQuery& costed, const Query& within) {
  return maybe(combined(Query::OP_AND, {costed.required, within}), costed.optional);
}

CostedQuery term_query(const Xapian::Database& database, const std::string& term) {
  const double frequency = database.get_termfreq(term);
  if (frequency == 0) return {};
  return {Condition::has_term(term, frequency), Query(term), {}, true, frequency};
}

CostedQuery everything(const Xapian::Database& database) {
  const double documents = database.get_doccount();
  return {Condition::everything(documents), Query::MatchAll, {}, true, documents};
}

CostedQuery any_of(const std::vector<CostedQuery>& queries) {
  const std::vector<CostedQuery> found = without_empty(queries);
  if (found.empty()) return {};
  if (found.size() == 1) return found.front();
  CostedQuery sum;
  std::vector<Query> rankings;
  for (const CostedQuery& costed : found) {
    rankings.push_back(ranking_of(costed));
    sum.cost += costed.cost;
  }
  sum.condition = condition_of(found, Condition::any_of);
  sum.exact = all_exact(found);
  // One that ranks nothing finds articles that the others do not.
  const bool all_rank = std::ranges::none_of(rankings, &Query::empty);
  (all_rank ? sum.required : sum.optional) = combined(Query::OP_OR, std::move(rankings));
  return sum;
}

CostedQuery same_word(const std::vector<CostedQuery>& terms) {
  CostedQuery sum = any_of(terms);
  std::vector<Query> found;
  for (const CostedQuery& term : without_empty(terms)) found.push_back(term.required);
  sum.required = combined(Query::OP_SYNONYM, std::move(found));
  return sum;
}

CostedQuery all_of(const std::vector<CostedQuery>& queries) {
  CostedQuery product;
  product.condition = condition_of(queries, Condition::all_of);
  if (product.finds_nothing()) return {};
  std::vector<Query> required, optional;
  for (const CostedQuery& costed : queries) {
    const bool is_rarest = costed.matches() == product.matches();
    product.cost +=
        std::min(costed.cost, is_rarest ? costed.cost : product.matches() * cost_of_skip);
    required.push_back(costed.required);
    optional.push_back(costed.optional);
  }
  product.required = combined(Query::OP_AND, std::move(required));
  product.optional = combined(Query::OP_OR, std::move(optional));
  product.exact = all_exact(queries);
  return product;
}

CostedQuery all_but(const CostedQuery& wanted, const CostedQuery& unwanted) {
  if (unwanted.finds_nothing()) return wanted;
  CostedQuery rest = wanted;
  rest.condition = Condition::all_but(wanted.condition, unwanted.condition);
  rest.exact = false;
  rest.cost += std::min(unwanted.cost, wanted.matches() * cost_of_skip);
  return rest;
}

CostedQuery unranked(const CostedQuery& costed) {
  return {costed.condition, {}, {}, false, costed.cost};
}

CostedQuery supported_by(const CostedQuery& finding, const CostedQuery& ranking) {
  if (finding.finds_nothing() || ranking.finds_nothing()) return finding;
  CostedQuery both = supported_by(finding, ranking_of(ranking));
  both.cost += std::min(ranking.cost, finding.matches() * cost_of_skip);
  return both;
}

CostedQuery supported_by(const CostedQuery& finding, const Query& bonus) {
  CostedQuery both = finding;
  both.optional = combined(Query::OP_OR, {finding.optional, bonus});
  return both;
}

CostedQuery boosted(const CostedQuery& costed, double factor) {
  if (factor == 1) return costed;
  CostedQuery boosted = costed;
  for (Query* query : {&boosted.required, &boosted.optional}) {
    if (!query->empty()) *query = Query(Query::OP_SCALE_WEIGHT, *query, factor);
  }
  return boosted;
}

CostedQuery one_of_each(const Xapian::Database& database, const std::vector<Alternatives>& words) {
  std::vector<CostedQuery> each;
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (std::find(words.begin(), word, *word) != word) continue;
    std::vector<CostedQuery> terms;
    for (const std::string& term : *word) terms.push_back(term_query(database, term));
    each.push_back(any_of(terms));
    if (each.back().finds_nothing()) return {};
  }
  return all_of(each);
}

}  // namespace backfile
