// The articles in which a pattern stands, as a part of a plan.
//
// Terms give the candidates, records tell which of them hold. Only those are judged that have all
// the words and pass everything else that stands beside them: filters, other words. What has been
// judged is remembered for as long as the plan lives, however often it is evaluated. Used by
// words.h. A plan belongs to the thread of its database.
#pragma once

#include <xapian.h>
#include <vector>

#include "indexer/forward/forward_index.h"
#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"
#include "query/planning/terms/costed_query.h"

namespace backfile {

// What judges; all of it outlives the plans that are made with it.
struct Records {
  const ForwardIndex& forward;
  Analyzer& analyzer;
};

// Those of the candidates in which any of the patterns stands. Unranked.
CostedQuery where_found(const CostedQuery& candidates, const Xapian::Database& database,
                        const Records& records, std::vector<MatchPattern> patterns);

}  // namespace backfile
