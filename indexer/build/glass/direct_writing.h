// Whether the tables of this machine's Xapian are those that glass_writer.h writes.
//
// The format is not promised to stay: a library may be newer than this code. So before the first
// direct build some documents that are awkward to store are written both ways (both_ways.h) and the
// files compared; where they differ the caller builds through Xapian's API and says so. Takes some
// ten milliseconds. Safe on any thread, in different directories.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace backfile {

// Why databases must not be written directly, to be put behind "since": "Xapian 2.0.0 is not of the
// series 1.4"; nothing if they may. `scratch` is made for this and removed; Failure{unwritable} if
// that is not possible.
std::optional<std::string> direct_writing_fault(const std::filesystem::path& scratch);

}  // namespace backfile
