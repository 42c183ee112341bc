// What both halves of the oracle use: sets of articles as one, and which tokens are words.
#pragma once

#include "indexer/text/analyzer.h"

namespace backfile {

inline bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number;
}

template <typename Set>
Set united(const Set& left, const Set& right) {
  Set all = left;
  all.insert(right.begin(), right.end());
  return all;
}

}  // namespace backfile
