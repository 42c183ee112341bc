// The separator comes before every part but the first, so that empty parts count as parts.
#include "indexer/base/lists.h"

namespace backfile {

std::string joined(std::span<const std::string> parts, std::string_view separator) {
  std::string line;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) line += separator;
    line += parts[i];
  }
  return line;
}

}  // namespace backfile
