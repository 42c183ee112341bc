// A token satisfies a word by its form, by its accented form, or by its stem in the language of the
// text; capitals and the number of pieces of a compound can only rule it out.
#include "query/matching/match_pattern.h"

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
  if (pattern.capitals_only && !token.capitals && !token.shouted) return false;
  if (!pattern.accented.empty()) {
    return (token.accented.empty() ? token.term : token.accented) == pattern.accented;
  }
  // Folding and stemming depend on the language: "alen" is "ålen" in German, but not in Swedish.
  if (pattern.family && stem == nullptr) return false;
  if (std::ranges::binary_search(pattern.forms, token.term)) return true;
  if (token.term == pattern.term) return true;
  // An acronym has no other forms: French "DES" is not a form of "DE".
  return stem != nullptr && !pattern.capitals_only && token.stem == *stem;
}

}  // namespace backfile
