// From a condition to the set of articles that satisfy it.
//
// Posting lists are read once, from front to back, or asked for the few articles that are still in
// question; sets are combined sixty-four articles at a time; tests see only what has passed
// everything else. Nothing is ranked here. Used by search/. For the thread of the database.
#pragma once

#include <xapian.h>
#include <memory>

#include "query/docids/condition.h"
#include "query/docids/docid_set.h"

namespace backfile {

// The cost of finding one article in a posting list, in postings read one after the other; a rough
// measurement.
inline constexpr double cost_of_skip = 4;

// Of all articles; or of those in `within`, a set for all docids of the database.
DocidSet evaluate(const Condition& condition, const Xapian::Database& database,
                  const DocidSet* within = nullptr);

// The articles for a Xapian query, in which each gains `weight`. A condition is evaluated when the
// query first runs.
Xapian::Query query_of(const Condition& condition, double weight = 0);
Xapian::Query query_of(std::shared_ptr<const DocidSet> articles, double weight = 0);

}  // namespace backfile
