// The small language of the tables in date_forms.cc: "DAY NAME YEAR" against tokens.
//
// A word in capitals is a number (NAME: a month's name, ERA an emperor's), all else stands for
// itself; words that add nothing may stand between any two. EITHER is a day or a month, as yet
// unknown; SHORT a year of two digits, SMALL a year of an era, COMPACT a day of eight digits. Pure;
// safe on any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/article/date.h"
#include "indexer/article/date_tokens.h"

namespace backfile {

// The hour of 24:00, the end of the day that it is written with.
inline constexpr int end_of_day = 24;

// What the words of a form stand for, as far as it was read.
struct FormFields {
  Day day;
  Calendar calendar = Calendar::gregorian;
  int first = 0, second_number = 0;  // EITHER, in their order
  bool named = false, short_year = false;
  int era = 0;
  int hour = -1, minute = 0, second = -1;
};

// Digits of a length between two bounds as a number; -1 for anything else.
int number_in(std::string_view token, std::size_t shortest, std::size_t longest);

// The first token at or behind `at` that says something: "(Sat)", "（土）" and what adds nothing
// are passed over. German's "am" adds nothing before a day, and is half of it behind a time.
std::size_t skip_idle(const std::vector<DateToken>& tokens, std::size_t at, bool german_am);

// Reads `form` from the tokens at `at` and moves past it; at a mismatch, nothing has moved.
bool match_form(std::string_view form, const std::vector<DateToken>& tokens, std::size_t& at,
                FormFields& fields, bool german_am);

}  // namespace backfile
