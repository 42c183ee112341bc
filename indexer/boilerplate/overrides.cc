// Lines against patterns with stars.
#include "indexer/boilerplate/overrides.h"

#include <algorithm>

#include "indexer/readers/common/line_key.h"

namespace backfile {
namespace {

// Pieces between stars must follow one another; the first and the last stand at the ends.
bool matches(std::string_view pattern, std::string_view line) {
  std::size_t star = pattern.find('*');
  if (star == pattern.npos) return pattern == line;
  if (!line.starts_with(pattern.substr(0, star))) return false;
  line.remove_prefix(star);
  pattern.remove_prefix(star + 1);
  for (star = pattern.find('*'); star != pattern.npos; star = pattern.find('*')) {
    const std::size_t at = line.find(pattern.substr(0, star));
    if (at == line.npos) return false;
    line.remove_prefix(at + star);
    pattern.remove_prefix(star + 1);
  }
  return line.ends_with(pattern);
}

bool any_matches(const std::vector<std::string>& patterns, std::string_view line) {
  if (patterns.empty()) return false;
  const std::string plain = line_pattern(line);
  return std::ranges::any_of(
      patterns, [&](const std::string& pattern) { return matches(line_pattern(pattern), plain); });
}

}  // namespace

bool BoilerplateOverrides::keeps(std::string_view line) const {
  return any_matches(keep, line);
}

bool BoilerplateOverrides::removes(std::string_view line) const {
  return any_matches(remove, line) && !keeps(line);
}

}  // namespace backfile
