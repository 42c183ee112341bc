// Compression (zstd) of articles in the spool and in the index.
//
// Xapian stores what zstd has compressed as it is. Safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

std::string compress(std::string_view bytes);

// Failure{corrupt} on bytes that compress() did not make, or that were damaged since.
std::string decompress(std::string_view bytes);

}  // namespace backfile
