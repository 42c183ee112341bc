// Widening an answer to its topic: the way there, the words that were added, the way back.
//
// Used by results_page.cc; query/search/feedback.h finds the words. Plain links, so that they work without
// script. Pure; safe on any thread.
#pragma once

#include "query/answer/answer.h"
#include "server/api/search_parameters.h"
#include "server/pages/html.h"
#include "server/pages/page_frame.h"

namespace backfile {

// Whether the answer is one to a topic, by more words than were asked for.
bool is_widened(const SearchParameters& parameters, const Answer& answer);

// "More like these", above the first hit of an answer and again below the last; empty where there
// is nothing to learn from, or the order is not that of best match.
Html topic_offer_above(const PageContext& context, const SearchParameters& parameters,
                       const Answer& answer);
Html topic_offer_below(const PageContext& context, const SearchParameters& parameters,
                       const Answer& answer);

// Of an answer to a topic: the words added, each a link that asks for it, and a link back.
Html topic_words(const PageContext& context, const SearchParameters& parameters,
                 const Answer& answer);

}  // namespace backfile
