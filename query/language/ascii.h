// ASCII letters and digits: all that the signs of query languages are made of.
//
// Words themselves are Unicode (indexer/text). Used by the readers of queries, lexer.h and its
// neighbours. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

inline bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

inline bool is_ascii_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

inline bool is_ascii_small(char c) {
  return c >= 'a' && c <= 'z';
}

inline bool is_ascii_letter(char c) {
  return is_ascii_small(c) || is_ascii_capital(c);
}

// Other letters stay as they are.
inline std::string ascii_lowered(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (is_ascii_capital(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

}  // namespace backfile
