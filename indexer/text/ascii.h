// ASCII letters and digits: all that markup, names of tags and the signs of query languages are
// made of. Words themselves are Unicode: unicode.h, word_shape.h.
//
// Unlike <cctype>, the same in every locale and for every byte. Pure; safe on any thread.
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

// Other characters stay as they are.
inline char ascii_lowered(char c) {
  return is_ascii_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string ascii_lowered(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = ascii_lowered(c);
  return small;
}

}  // namespace backfile
