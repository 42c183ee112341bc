// Plain text as a scraper left it, boilerplate and all.
//
// The door of this format; open.h knows when to take it. Safe on any thread.
#pragma once

#include "indexer/readers/common/reader.h"

namespace backfile {

const Reader& scraped_reader();

}  // namespace backfile
