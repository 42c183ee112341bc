// Hands a file to the reader that its content and ending ask for.
//
// Neighbours: walk.h, which finds the files; reader.h and the readers, which it alone names. Called
// by indexer/ingest. Safe on any thread.
#pragma once

#include <string_view>

#include "indexer/readers/common/reader.h"
#include "indexer/readers/input/walk.h"

namespace backfile {

// The reader for a file that begins with `head` (some first kilobytes) and is called `path`;
// nullptr for what is not an article in any known format (a binary file).
const Reader* choose_reader(std::string_view head, std::string_view path);

// Reads one file; whatever is wrong with it goes to sink.rejected. Articles come with their
// identity settled; those of scraped text have only the name of their source until they are
// cleaned. Work that is handed on (Sink::later) refers to `file`.
void read_file(const SourceFile& file, const Sink& sink);

}  // namespace backfile
