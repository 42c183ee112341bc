// Which article comes first: weights and orders.
//
// BM25 over stems, whose wdf already carries the weights of title, standfirst and body (schema.h).
// Equal scores, and equal days, are settled by docid: the builder writes articles in the order of
// (day descending, undated last; moment descending; id), so ties come newest first, then by id, on
// every page alike. `oldest` turns that around, but for the undated.
// Used by searcher.h. Pure; a KeyMaker is for one match.
#pragma once

#include <xapian.h>
#include <memory>

#include "indexer/index/columns.h"
#include "query/answer/answer.h"

namespace backfile {

// Sets weights and order of one match. `columns` must outlive it.
void rank(Xapian::Enquire& enquire, const Request& request, const Columns& columns);

}  // namespace backfile
