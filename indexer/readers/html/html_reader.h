// Web pages: JSON-LD, OpenGraph, <meta>, and the story in what readers see.
//
// The entry point of this format; open.h chooses it. Safe on any thread.
#pragma once

#include "indexer/readers/common/reader.h"

namespace backfile {

const Reader& html_reader();

}  // namespace backfile
