// The two halves of narrowing a result: chips that take a filter away, lists that add one.
//
// Used by results_page.cc. Pure; safe on any thread.
#pragma once

#include <string>
#include <vector>

#include "query/answer/answer.h"
#include "server/api/enquiry.h"
#include "server/pages/html.h"
#include "server/pages/page_frame.h"

namespace backfile {

// A filter that an enquiry has, and the same enquiry without it.
struct ActiveFilter {
  std::string text;  // "Section: News"
  Enquiry without;
};
std::vector<ActiveFilter> active_filters(const Enquiry& enquiry);

Html filter_chips(const PageContext& context, const Enquiry& enquiry);

// Counts of the answer's facets, each a link that chooses a value or lets it go.
Html filter_lists(const PageContext& context, const Enquiry& enquiry, const Answer& answer);

}  // namespace backfile
