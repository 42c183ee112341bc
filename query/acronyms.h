// The words of a question as one article has them: where it writes one in capitals that was typed
// so, its other forms are other words ("AIDS" and "hearing aids").
//
// Asked of the index for the whole article, so that title, passages and the article's page agree.
// Used by searcher.h between planner.h, which makes leaves, and snippet.h, which shows them. For
// the thread of its database.
#pragma once

#include <xapian.h>
#include <vector>

#include "query/leaf.h"

namespace backfile {

std::vector<Leaf> leaves_in(const Xapian::Database& database, Xapian::docid article,
                            std::vector<Leaf> leaves);

}  // namespace backfile
