// The two halves of narrowing a result: chips that take a filter away, lists that add one.
//
// Used by results_page.cc. Pure; safe on any thread.
#pragma once

#include <string>
#include <vector>

#include "query/answer/answer.h"
#include "server/api/search_parameters.h"
#include "server/pages/html.h"
#include "server/pages/page_frame.h"

namespace backfile {

// A filter that a request has, and the same request without it.
struct ActiveFilter {
  std::string text;  // "Section: News"
  SearchParameters without;
};
std::vector<ActiveFilter> active_filters(const SearchParameters& parameters);

Html filter_chips(const PageContext& context, const SearchParameters& parameters);

// Counts of the answer's facets, each a link that chooses a value or lets it go.
Html filter_lists(const PageContext& context, const SearchParameters& parameters,
                  const Answer& answer);

}  // namespace backfile
