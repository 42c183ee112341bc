// Walks the sources: which files there are to read, and which must not be.
//
// Neighbours: open.h, which reads what is found here. Called by indexer/ingest. Opens no file, so
// that nothing it meets (a pipe, a device) can hold it up. Safe on any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/input/source_names.h"

namespace backfile {

struct SourceFile {
  std::string path;  // to open
  std::string name;  // as the archive calls it (source_names.h); no other file has it
  std::uint64_t bytes = 0;
  std::string refusal = {};            // why it is not to be opened; empty for most
  std::optional<int> descriptor = {};  // open already, to be read only once: standard input, a pipe
  std::string source = {};             // the name given to where it lies; empty if there is none
};

struct Listing {
  std::vector<SourceFile> files;
  std::uint64_t passed_over = 0;  // hidden files, backups, images, styles and scripts
};

// Every file under the sources, each once, in a stable order: directories recursively and sorted.
// Links are followed to what lies in one of the sources, and refused if they lead elsewhere:
// permission to write into a folder must not be enough to publish what lies outside it. A source
// may itself be a link; `-` and /dev/stdin are standard input, /dev/fd/63 is what a shell makes of
// <(command). Failure{usage} for one of these given twice; Failure{unreadable} for a source that
// does not exist, or sources without a single file.
Listing list_files(const std::vector<std::string>& sources,
                   const std::vector<SourceName>& names = {});

// ".html" of "a/B.HTML"; empty if the name has none.
std::string lower_ending(std::string_view path);

// The same without what packing added: ".html" of "a/B.HTML.gz".
std::string unpacked_ending(std::string_view path);

// Whether `ending`, in lower case, is one of those that web pages have.
bool is_page_ending(std::string_view ending);

}  // namespace backfile
