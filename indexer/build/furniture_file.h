// The furniture learnt from an archive, as its generation keeps it: `furniture.zst`.
//
// Written by the builder beside the index, read by `backfile boilerplate` and `backfile read`, which
// so cleans a file as the index was cleaned. Safe on any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "indexer/boilerplate/boilerplate.h"
#include "indexer/boilerplate/furniture.h"

namespace backfile {

struct ArchiveFurniture {
  Boilerplate scraped;     // of files of scraped text
  Furniture furniture;     // of all articles
  Furniture::Taken taken;  // by the build
};

// Failure{unwritable} if the disk does not take it.
void write_furniture(const std::filesystem::path& generation, const ArchiveFurniture& learnt);

// Failure{corrupt} if it is missing or damaged.
ArchiveFurniture read_furniture(const std::filesystem::path& generation);

}  // namespace backfile
