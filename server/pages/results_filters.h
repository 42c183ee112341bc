// Narrowing a result: chips that remove a filter, and lists that add one.
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

// The answer's facets with their counts; each value is a link that adds the filter or removes it.
Html filter_lists(const PageContext& context, const SearchParameters& parameters,
                  const Answer& answer);

}  // namespace backfile
