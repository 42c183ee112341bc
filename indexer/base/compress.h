// Compression (zstd) of articles in the spool and in the index.
//
// Bypasses Xapian's compression: it stores zstd data unchanged. Safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

std::string compress(std::string_view bytes);

// Failure{corrupt} for bytes that compress() did not write, or that were damaged since.
std::string decompress(std::string_view bytes);

}  // namespace backfile
