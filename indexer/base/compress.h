// Bytes made smaller (zstd) and back: articles in the spool and in the index.
//
// Xapian's own compression is passed by: what zstd has packed it stores as it is. Safe on any
// thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

std::string compress(std::string_view bytes);

// Failure{corrupt} on bytes that compress() did not make, or that were damaged since.
std::string decompress(std::string_view bytes);

}  // namespace backfile
