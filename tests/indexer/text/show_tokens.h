// Tokens as one line, for tables of text and expected tokens.
#pragma once

#include <string>
#include <vector>

#include "indexer/text/analyzer.h"

namespace backfile::test {

// "1:s 1+s400 2:400": position and term. `+` a joined form, `=` a dictionary word, `~` a bigram.
inline std::string show(const std::vector<Token>& tokens) {
  std::string line;
  for (const Token& token : tokens) {
    if (!line.empty()) line += ' ';
    line += std::to_string(token.position);
    switch (token.kind) {
      case TokenKind::joined:
        line += '+';
        break;
      case TokenKind::ideographic:
        line += '=';
        break;
      case TokenKind::bigram:
        line += '~';
        break;
      default:
        line += ':';
    }
    line += token.term;
  }
  return line;
}

}  // namespace backfile::test
