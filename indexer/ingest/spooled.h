// An article, and the lines of a scraped one, as bytes for a spool: written once, read once, by the
// same process.
//
// Texts as they are behind their lengths, and a checksum: compression and JSON took a quarter of a
// build. Used by spool.cc. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/common/reader.h"

namespace backfile {

// `found` without what was left out of it and its explanation.
std::string encode_spooled(const Found& found);

// Failure{corrupt} for bytes that were damaged since.
Found decode_spooled(std::string_view bytes);

}  // namespace backfile
