// A part of a plan: which articles it finds, how it ranks them, and what it costs at most.
//
// The planner combines them from single terms up. What an article must satisfy is a condition
// (docids/condition.h), evaluated once for totals, facets and filters; what it gains is a Xapian
// query of plain terms. The two are kept apart, since a phrase or a filter decides whether an article
// is found and says nothing of its rank. Costs are counted in postings read and derived from term
// frequencies, so that they are known before anything runs. Plain values and pure functions; one
// thread per Xapian::Query.
#pragma once

#include <xapian.h>
#include <memory>
#include <string>
#include <vector>

#include "query/docids/condition.h"

namespace backfile {

struct CostedQuery {
  Condition condition;
  // What ranks: every article found matches `required`, unless that is empty, and gains more from
  // `optional`.
  Xapian::Query required, optional;
  bool exact = false;  // `required` matches what satisfies the condition, and nothing else
  double cost = 0;     // postings read, at most

  bool finds_nothing() const { return condition.is_nothing(); }
  double matches() const { return condition.matches(); }  // articles, at most
};

// The terms one of which an article must have.
using Alternatives = std::vector<std::string>;

CostedQuery term_query(const Xapian::Database& database, const std::string& term);
CostedQuery everything(const Xapian::Database& database);

CostedQuery any_of(const std::vector<CostedQuery>& queries);
// Terms of one word: their frequencies are added up, as if they were a single term.
CostedQuery same_word(const std::vector<CostedQuery>& terms);
CostedQuery all_of(const std::vector<CostedQuery>& queries);
// What `wanted` finds and `unwanted` does not.
CostedQuery all_but(const CostedQuery& wanted, const CostedQuery& unwanted);
// The same articles without a weight.
CostedQuery unranked(const CostedQuery& costed);
// What `finding` finds, weighted by both.
CostedQuery supported_by(const CostedQuery& finding, const CostedQuery& ranking);
// What `finding` finds, with the weight of `bonus` added wherever that matches.
CostedQuery supported_by(const CostedQuery& finding, const Xapian::Query& bonus);
CostedQuery boosted(const CostedQuery& costed, double factor);
// Articles that have one of each, wherever they stand.
CostedQuery one_of_each(const Xapian::Database& database, const std::vector<Alternatives>& words);

// What ranks the articles of `within`, all of which `costed` finds.
Xapian::Query ranking_of(const CostedQuery& costed, const Xapian::Query& within);

}  // namespace backfile
