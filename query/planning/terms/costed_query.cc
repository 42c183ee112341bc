// Combines queries by Xapian's operators, and the bounds on their cost along with them.
#include "query/planning/terms/costed_query.h"

#include <algorithm>

namespace backfile {
namespace {

using Xapian::Query;

// The cost of finding one article in a posting list, in postings read sequentially; a rough
// measurement.
constexpr double cost_of_skip = 4;

std::vector<Query> xapian_queries_of(const std::vector<CostedQuery>& queries) {
  std::vector<Query> xapian_queries;
  for (const CostedQuery& costed : queries) xapian_queries.push_back(costed.query);
  return xapian_queries;
}

Query combine(Query::op operation, const std::vector<CostedQuery>& queries) {
  if (queries.size() == 1) return queries.front().query;
  const std::vector<Query> xapian_queries = xapian_queries_of(queries);
  return Query(operation, xapian_queries.begin(), xapian_queries.end());
}

double fewest_matches(const std::vector<CostedQuery>& queries) {
  double fewest = queries.front().matches;
  for (const CostedQuery& costed : queries) fewest = std::min(fewest, costed.matches);
  return fewest;
}

}  // namespace

CostedQuery term_query(const Xapian::Database& database, const std::string& term) {
  const double frequency = database.get_termfreq(term);
  if (frequency == 0) return {};
  return {Query(term), frequency, frequency};
}

CostedQuery everything(const Xapian::Database& database) {
  const double documents = database.get_doccount();
  return {Query::MatchAll, documents, documents};
}

CostedQuery any_of(const std::vector<CostedQuery>& queries) {
  CostedQuery sum;
  std::vector<CostedQuery> matching;
  for (const CostedQuery& costed : queries) {
    if (costed.query.empty()) continue;
    matching.push_back(costed);
    sum.matches += costed.matches;
    sum.cost += costed.cost;
  }
  if (!matching.empty()) sum.query = combine(Query::OP_OR, matching);
  return sum;
}

CostedQuery same_word(const std::vector<CostedQuery>& terms) {
  CostedQuery sum = any_of(terms);
  std::vector<CostedQuery> matching = terms;
  std::erase_if(matching, [](const CostedQuery& costed) { return costed.query.empty(); });
  if (matching.size() > 1) sum.query = combine(Query::OP_SYNONYM, matching);
  return sum;
}

CostedQuery all_of(const std::vector<CostedQuery>& queries) {
  if (queries.empty()) return {};
  CostedQuery product;
  product.matches = fewest_matches(queries);
  if (product.matches == 0) return {};
  for (const CostedQuery& costed : queries) {
    product.cost +=
        std::min(costed.cost,
                 costed.matches == product.matches ? costed.cost : product.matches * cost_of_skip);
  }
  product.query = combine(Query::OP_AND, queries);
  return product;
}

CostedQuery all_but(const CostedQuery& wanted, const CostedQuery& unwanted) {
  if (unwanted.query.empty()) return wanted;
  return {Query(Query::OP_AND_NOT, wanted.query, unwanted.query), wanted.matches,
          wanted.cost + std::min(unwanted.cost, wanted.matches * cost_of_skip)};
}

CostedQuery unranked(const CostedQuery& costed) {
  if (costed.query.empty()) return {};
  return {Query(Query::OP_SCALE_WEIGHT, costed.query, 0), costed.matches, costed.cost};
}

CostedQuery supported_by(const CostedQuery& matching, const CostedQuery& ranking) {
  if (matching.query.empty() || ranking.query.empty()) return matching;
  return {Query(Query::OP_AND_MAYBE, matching.query, ranking.query), matching.matches,
          matching.cost + std::min(ranking.cost, matching.matches * cost_of_skip)};
}

CostedQuery boosted(const CostedQuery& costed, double factor) {
  if (costed.query.empty() || factor == 1) return costed;
  return {Query(Query::OP_SCALE_WEIGHT, costed.query, factor), costed.matches, costed.cost};
}

CostedQuery one_of_each(const Xapian::Database& database, const std::vector<Alternatives>& words) {
  std::vector<CostedQuery> each;
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (std::find(words.begin(), word, *word) != word) continue;
    std::vector<CostedQuery> terms;
    for (const std::string& term : *word) terms.push_back(term_query(database, term));
    each.push_back(any_of(terms));
    if (each.back().query.empty()) return {};
  }
  return all_of(each);
}

}  // namespace backfile
