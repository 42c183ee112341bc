// Widening a search to its topic: the link that does it, the words that it added, the link back.
//
// Used by results_page.cc; query/search/feedback.h finds the words. All are plain links, so that
// they work without script. Pure; safe on any thread.
#pragma once

#include "query/answer/answer.h"
#include "server/api/search_parameters.h"
#include "server/pages/html.h"
#include "server/pages/page_frame.h"

namespace backfile {

// Whether the answer was searched for with more words than the reader typed.
bool is_widened(const SearchParameters& parameters, const Answer& answer);

// "More like these", above the first hit and again below the last. Empty if there is nothing to
// learn from, or if the order is by date.
Html topic_offer_above(const PageContext& context, const SearchParameters& parameters,
                       const Answer& answer);
Html topic_offer_below(const PageContext& context, const SearchParameters& parameters,
                       const Answer& answer);

// For the answer to a topic search: the words added, each a link that asks for it, and the link
// back.
Html topic_words(const PageContext& context, const SearchParameters& parameters,
                 const Answer& answer);

}  // namespace backfile
