// What of a page was kept and what was left out, for people and for counts.
//
// Reads what html_story.h decided. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/readers/explanation.h"
#include "indexer/readers/html_page.h"
#include "indexer/readers/html_story.h"
#include "indexer/readers/reader.h"

namespace backfile {

// Words left out by reason, and of how much prose. What nobody sees is not counted.
Leftovers count_leftovers(const Page& page, const PageStory& story);

// Every block of the page that holds words, in its order.
std::vector<ExplainedBlock> explain_blocks(const Page& page, const PageStory& story);

}  // namespace backfile
