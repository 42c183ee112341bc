// What to do about an index that cannot be read, said so that it can be typed as it stands.
//
// Uses generation.h and columns.h; whoever opens an index ends its complaint with how_to_mend().
// Safe on any thread.
#pragma once

#include <filesystem>
#include <string>

#include "indexer/failure.h"

namespace backfile {

// "; build it anew with `backfile index SOURCE... --index DIR`", and, where a generation older than
// the one that cannot be read still opens, the command that makes it the published one. Looks at
// all generations where `generation` is none of those on disk.
std::string how_to_mend(const std::filesystem::path& generation);

// For what Xapian says about a generation.
Failure unreadable_generation(const std::filesystem::path& generation, const std::string& what);

}  // namespace backfile
