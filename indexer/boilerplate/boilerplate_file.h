// The boilerplate learnt from an archive, as its generation keeps it: `boilerplate.zst`.
//
// Written by the builder beside the index, read by `backfile boilerplate` and `backfile read`,
// which thereby cleans a file as the build did. Safe on any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "indexer/boilerplate/boilerplate.h"
#include "indexer/boilerplate/scraped_boilerplate.h"

namespace backfile {

struct ArchiveBoilerplate {
  ScrapedBoilerplate scraped;    // of files of scraped text
  Boilerplate boilerplate;       // of all articles
  Boilerplate::Removed removed;  // by the build
};

// Failure{unwritable} if the disk does not take it.
void write_boilerplate(const std::filesystem::path& generation, const ArchiveBoilerplate& learnt);

// Failure{corrupt} if it is missing or damaged.
ArchiveBoilerplate read_boilerplate(const std::filesystem::path& generation);

}  // namespace backfile
