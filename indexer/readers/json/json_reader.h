// One JSON object, an array of them, or JSONL.
//
// The door of this format; open.h knows when to take it. Safe on any thread.
#pragma once

#include "indexer/readers/common/reader.h"

namespace backfile {

const Reader& json_reader();

}  // namespace backfile
