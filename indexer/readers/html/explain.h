// Which parts of a page were kept and which were left out, for people and for counts.
//
// Reads what story.h decided. Pure; safe on any thread.
#pragma once

#include <vector>

#include "indexer/readers/common/explanation.h"
#include "indexer/readers/common/reader.h"
#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/story.h"

namespace backfile {

// The words left out by reason, and how many of those that can be seen, or that are hidden in the
// story, were prose.
Leftovers count_leftovers(const Page& page, const PageStory& story, NodeRange range = {});

// Every block of the range that has words, in order.
std::vector<ExplainedBlock> explain_blocks(const Page& page, const PageStory& story,
                                           NodeRange range = {});

}  // namespace backfile
