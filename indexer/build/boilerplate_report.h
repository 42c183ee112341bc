// The boilerplate of an archive for people and programs: `backfile boilerplate`.
//
// Pure functions; safe on any thread.
#pragma once

#include <string>

#include "indexer/boilerplate/boilerplate_file.h"

namespace backfile {

// Each rule with the number of articles that have it and an example, by source; `generation` is its
// name.
std::string to_text(const ArchiveBoilerplate& learnt, const std::string& generation);
std::string to_json(const ArchiveBoilerplate& learnt, const std::string& generation);

}  // namespace backfile
