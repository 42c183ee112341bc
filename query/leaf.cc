#include "query/leaf.h"

namespace backfile {

bool begins_with_character(const Token& token, const WordPattern& pattern) {
  return token.kind == TokenKind::bigram && !pattern.term.empty() &&
         token.term.size() > pattern.term.size() && token.term.starts_with(pattern.term);
}

bool satisfies(const Token& token, const std::string& language, const WordPattern& pattern) {
  return satisfies(token, pattern, stem_in(language, pattern));
}

const std::string* stem_in(const std::string& language, const WordPattern& pattern) {
  if (!pattern.family) return nullptr;
  const auto stem = pattern.stems.find(language);
  return stem == pattern.stems.end() || stem->second.empty() ? nullptr : &stem->second;
}

bool satisfies(const Token& token, const WordPattern& pattern, const std::string* stem) {
  if (pattern.capitals_only && !token.capitals) return false;
  if (!pattern.accented.empty()) {
    return (token.accented.empty() ? token.term : token.accented) == pattern.accented;
  }
  if (token.term == pattern.term || (stem != nullptr && token.stem == *stem)) return true;
  return begins_with_character(token, pattern);
}

}  // namespace backfile
