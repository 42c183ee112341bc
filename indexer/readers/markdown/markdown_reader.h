// Posts: front matter, then Markdown, or HTML where the file is called so.
//
// The door of this format; open.h knows when to take it. Safe on any thread.
#pragma once

#include "indexer/readers/common/reader.h"

namespace backfile {

const Reader& markdown_reader();

}  // namespace backfile
