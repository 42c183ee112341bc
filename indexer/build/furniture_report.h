// The furniture of an archive for people and programs: `backfile boilerplate`.
//
// Pure functions; safe on any thread.
#pragma once

#include <string>

#include "indexer/build/furniture_file.h"

namespace backfile {

// Each rule with the number of articles that have it and an example, by source; `generation` is its
// name.
std::string to_text(const ArchiveFurniture& learnt, const std::string& generation);
std::string to_json(const ArchiveFurniture& learnt, const std::string& generation);

}  // namespace backfile
