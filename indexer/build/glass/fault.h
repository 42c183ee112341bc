// What a database cannot be made of: postings that do not add up, terms out of order; and files that
// are not what was written.
//
// No archive has such; where it is met, a run or a table was damaged or one of ours is wrong, and
// nothing is published. Pure; safe on any thread.
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

inline Failure damaged_file(const std::filesystem::path& file) {
  return glass_fault(file, "what lies on the disk is not what was written there");
}

}  // namespace backfile
