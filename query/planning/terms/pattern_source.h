// The articles in which a pattern stands, as a part of a Xapian query.
//
// Terms give the candidates, records tell which of them hold. Xapian asks a source for all articles
// last in an AND, so only those are judged that have all the words and pass everything else that
// stands beside them: filters, other words. What has been judged is remembered for as long as
// the query lives, however often it runs. Used by words.h. A query belongs to the thread of its
// database.
#pragma once

#include <xapian.h>
#include <vector>

#include "indexer/forward/forward_index.h"
#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"
#include "query/planning/terms/costed_query.h"

namespace backfile {

// What judges; all of it outlives the queries that are made with it.
struct Records {
  const ForwardIndex& forward;
  Analyzer& analyzer;
};

// Those of the candidates in which any of the patterns stands. Unranked.
CostedQuery where_found(const CostedQuery& candidates, const Records& records,
                        std::vector<MatchPattern> patterns);

}  // namespace backfile
