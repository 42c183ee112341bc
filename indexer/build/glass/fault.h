// What a database cannot be made of: postings that do not add up, terms out of order.
//
// No archive has such; where it is met, a run was damaged or one of ours is wrong, and nothing is
// published. Pure; safe on any thread.
#pragma once

#include <filesystem>
#include <string>

#include "indexer/base/failure.h"

namespace backfile {

// "cannot write FILE: WHAT; ...". Exit::corrupt.
inline Failure glass_fault(const std::filesystem::path& file, const std::string& what) {
  return {Exit::corrupt, "cannot write " + file.string() + ": " + what +
                             "; check disk and memory and run the command again"};
}

}  // namespace backfile
