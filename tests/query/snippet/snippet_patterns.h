// Patterns for tests, made from a small query language without the planner, so that a bug there is
// not taken for one of the matching.
//
//   storm  "flood tide"  =WHO (capitals)  title:storm
#pragma once

#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"

namespace backfile {

std::vector<MatchPattern> patterns_of(std::string_view query, const std::string& language,
                                      Analyzer& analyzer);

}  // namespace backfile
