// A file read whole, as readers of pages and posts need it, in UTF-8.
//
// Safe on any thread.
#pragma once

#include <istream>
#include <optional>
#include <string>

#include "indexer/readers/common/reader.h"

namespace backfile {

// No page is larger; exports of many articles should be JSONL, which is read line by line.
inline constexpr std::size_t largest_file = 64U << 20;

// The text of a file, whatever its encoding; nothing if it is none, is too large or cannot be read,
// which `sink` has then been told. It is told of bytes that were replaced as well.
std::optional<std::string> read_text(std::istream& in, const std::string& path, const Sink& sink);

}  // namespace backfile
