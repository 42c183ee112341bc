// Patterns for tests, made from a few words of query language without the planner, so that a fault
// there is not taken for one of the marker.
//
//   storm  "flood tide"  "oil price"~3  "oil price"^3 (in this order)  =WHO (capitals)  title:storm
#pragma once

#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"

namespace backfile {

std::vector<MatchPattern> leaves_of(std::string_view query, const std::string& language,
                                    Analyzer& analyzer);

}  // namespace backfile
