// What the readers of exports share: fields, and cutting at marks (exports.h, databases.h).
//
// Pure; safe on any thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/unicode.h"

namespace backfile {

// Lines of a file, in place.
using ExportLines = std::span<const std::string>;

inline bool is_blank(const std::string& line) {
  return line.find_first_not_of(" \t\r\f") == std::string::npos;
}

// The value of "NAME: value"; false, and nothing is changed, where another line is meant.
inline bool has_field(std::string_view line, std::string_view name, std::string& value) {
  if (!line.starts_with(name) || !line.substr(name.size()).starts_with(':')) return false;
  value = tidy_line(line.substr(name.size() + 1));
  return true;
}

// Cuts at each line that `is_mark`; what stands above the first is no article.
template <typename IsMark>
std::vector<ExportLines> parts_at(ExportLines lines, IsMark is_mark) {
  std::vector<ExportLines> parts;
  std::size_t begin = lines.size();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_mark(i)) continue;
    if (begin < i) parts.push_back(lines.subspan(begin, i - begin));
    begin = i;
  }
  if (begin < lines.size()) parts.push_back(lines.subspan(begin));
  return parts;
}

inline std::size_t first_line(ExportLines lines) {
  return static_cast<std::size_t>(std::ranges::find_if_not(lines, is_blank) - lines.begin());
}

}  // namespace backfile
