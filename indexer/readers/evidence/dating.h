// Dates by rank of evidence: readers offer what they find, the best first, and the first that is a
// date is taken.
//
// The order is the same in every format: what the article declares of itself (JSON-LD, metadata,
// fields), what stands beside its headline, what its page says, its address. Pure; safe on any
// thread.
#pragma once

#include <string_view>

#include "indexer/article/article.h"
#include "indexer/article/date.h"

namespace backfile {

// `text` is a date in any form, one with a label before it, or a count since 1970; `where` says for
// people where it stands. Fills the field if it is empty; a date that names the same moment in the
// zone of the place, or the same day with its time, replaces one that does not. What is not a
// date, such as 0, is kept as evidence for deliver() to report; "0001-01-01" and the first moment
// of 1970, which programs write for "unknown", are passed over.
void offer_published(Article& article, std::string_view where, std::string_view text,
                     DayOrder order = DayOrder::unknown);
void offer_modified(Article& article, std::string_view where, std::string_view text,
                    DayOrder order = DayOrder::unknown);

// The date that the path of a web address holds: /2014/05/03/, /2014/may/03/, /2014-05-03-ferry,
// /20140503/, or the month alone. Never one in its query. Empty if there is none.
std::string date_in_address(std::string_view url);

}  // namespace backfile
