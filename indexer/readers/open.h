// Walks sources and hands each file to the reader that its content and ending ask for.
//
// Neighbours: reader.h and the readers, which it alone names. Called by the builder's first stage.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/readers/reader.h"

namespace backfile {

// The reader for a file that begins with `head` (some first kilobytes) and is called `path`;
// nullptr for what is no article in any format we know (a binary file).
const Reader* choose_reader(std::string_view head, std::string_view path);

struct SourceFile {
  std::string path;  // to open
  std::string name;  // as the archive calls it: relative to the source it was found under
  std::uint64_t bytes = 0;
};

// Every file under the sources, each once, in a stable order: directories recursively and sorted;
// hidden files, and files that belong to a page but hold no story (images, styles, scripts) left
// out. Failure{unreadable} for a source that does not exist, or sources without a single file.
std::vector<SourceFile> list_files(const std::vector<std::string>& sources);

// Whether read_file() would deliver the lines of the file, to be cleaned.
bool holds_scraped_text(const SourceFile& file);

// Reads one file; whatever is wrong with it goes to sink.rejected.
void read_file(const SourceFile& file, const Sink& sink);

}  // namespace backfile
