// A Xapian query together with an upper bound on what running it costs.
//
// The planner combines them from single terms up, so that the cost of a whole query is known before
// any of it runs. Costs are counted in postings read and derived from term frequencies.
// Plain values and pure functions; one thread per Xapian::Query.
#pragma once

#include <xapian.h>
#include <string>
#include <vector>

namespace backfile {

struct CostedQuery {
  Xapian::Query query;  // empty: matches nothing
  double matches = 0;   // articles, at most
  double cost = 0;      // postings read, at most
};

// The cost of looking for a phrase in the record of one article, in postings read sequentially; a
// rough measurement.
inline constexpr double cost_of_judging = 12;

// The terms one of which an article must have.
using Alternatives = std::vector<std::string>;

CostedQuery term_query(const Xapian::Database& database, const std::string& term);
CostedQuery everything(const Xapian::Database& database);

CostedQuery any_of(const std::vector<CostedQuery>& queries);
// Terms of one word: their frequencies are added up, as if they were a single term.
CostedQuery same_word(const std::vector<CostedQuery>& terms);
CostedQuery all_of(const std::vector<CostedQuery>& queries);
// What `wanted` matches and `unwanted` does not.
CostedQuery all_but(const CostedQuery& wanted, const CostedQuery& unwanted);
// The same matches without a weight.
CostedQuery unranked(const CostedQuery& costed);
// What `matching` matches, weighted by both.
CostedQuery supported_by(const CostedQuery& matching, const CostedQuery& ranking);
CostedQuery boosted(const CostedQuery& costed, double factor);
// Articles that have one of each, wherever they stand.
CostedQuery one_of_each(const Xapian::Database& database, const std::vector<Alternatives>& words);

}  // namespace backfile
