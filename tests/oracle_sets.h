// What both halves of the oracle use: operations on sets of articles, and which tokens are words.
#pragma once

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "indexer/text/analyzer.h"

namespace backfile {

inline bool all_letters_are_capitals(const std::string& text) {
  const icu::UnicodeString characters = icu::UnicodeString::fromUTF8(text);
  for (std::int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
    const UChar32 c = characters.char32At(i);
    if (u_isalpha(c) && !u_isupper(c)) return false;
  }
  return true;
}

inline bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number;
}

template <typename Set>
Set common(const Set& left, const Set& right) {
  Set both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::inserter(both, both.end()));
  return both;
}

template <typename Set>
Set united(const Set& left, const Set& right) {
  Set all = left;
  all.insert(right.begin(), right.end());
  return all;
}

}  // namespace backfile
