// Whether a token satisfies a word of a leaf.
#include "query/leaf.h"

#include <algorithm>

namespace backfile {

bool satisfies(const Token& token, const std::string& language, const WordPattern& pattern) {
  return satisfies(token, pattern, stem_in(language, pattern));
}

const std::string* stem_in(const std::string& language, const WordPattern& pattern) {
  if (!pattern.family) return nullptr;
  const auto stem = pattern.stems.find(language);
  return stem == pattern.stems.end() || stem->second.empty() ? nullptr : &stem->second;
}

bool satisfies(const Token& token, const WordPattern& pattern, const std::string* stem) {
  if (pattern.pieces > 1 && token.pieces != pattern.pieces) return false;
  const bool in_capitals = token.capitals || (pattern.shouted_too && token.shouted);
  if (pattern.capitals_only && !in_capitals) return false;
  if (!pattern.accented.empty()) {
    return (token.accented.empty() ? token.term : token.accented) == pattern.accented;
  }
  // A word folds and stems as its language has it: "alen" is "ålen" in German, not in Swedish.
  if (pattern.family && stem == nullptr) return false;
  if (std::ranges::binary_search(pattern.forms, token.term)) return true;
  return token.term == pattern.term || (stem != nullptr && token.stem == *stem);
}

}  // namespace backfile
