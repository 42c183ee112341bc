// A line cut into what dates are made of: numbers, words and signs.
//
// Digits of every script become ASCII's, words are folded, wide signs narrow; each token knows
// where it stood, so that a caller can cut the date out of its line. Words of date_words.h carry
// what they mean. date_forms.h reads dates from the tokens. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/date_words.h"

namespace backfile {

struct DateToken {
  enum class Kind : std::uint8_t { number, word, sign };
  Kind kind = Kind::sign;
  std::string text;     // digits; a folded word; '-' for every dash, '|' for every bar or bullet
  MonthWord month;      // month 0: not a month's name
  bool filler = false;  // adds nothing: a day of the week, "the", an ordinal's ending, a comma
  bool weekday = false;
  bool joined = false;    // directly behind the token before it
  bool capitals = false;  // a word without a small ASCII letter, as the names of zones are
  bool persian_digits = false;
  std::size_t begin = 0, end = 0;  // in the line, in bytes
};

// `line` is UTF-8. A dash between two spaces counts as a bar, and so does a slash that is not
// between digits; only between two numbers does a dot make a token. Chinese numerals that form a
// date become numbers; the signs of Chinese, Japanese and Korean dates are unified (年, 月, 日, 時,
// 分, 秒).
std::vector<DateToken> date_tokens(std::string_view line);

}  // namespace backfile
