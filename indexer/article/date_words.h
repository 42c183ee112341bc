// The words of dates in the languages of the archive: months, days of the week, and what stands
// between them and adds nothing.
//
// Data of our own and not ICU's: its abbreviations change from version to version, and an article
// is dated the same on every machine. A test holds the months against ICU's. All words are looked
// up as fold() leaves them. Used by date_tokens.h; pure, safe on any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace backfile {

enum class Calendar : std::uint8_t { gregorian, persian };

struct MonthWord {
  int month = 0;  // 1 to 12
  Calendar calendar = Calendar::gregorian;
};

// A month's name or its abbreviation, without the dot. Arabic's names of two words have one space.
std::optional<MonthWord> month_named(std::string_view folded);

// Whether a word may begin a month's name of two words.
bool begins_month(std::string_view folded);

// "Saturday", "Sat", "сб"; a word may be a day and a month at once (French "mar").
bool is_weekday(std::string_view folded);

// What stands in a date and adds nothing: "the 12th of", "at 10:30 hrs", "г.".
bool is_date_filler(std::string_view folded);

// What may follow the number of a day without a space: "12th", "1er", "3-го".
bool is_ordinal_ending(std::string_view folded);

// "am" or "pm" for a half of the day in any language; else empty.
std::string_view half_of_day(std::string_view folded);

// The year before the first of a Japanese or Chinese era ("令和", "民國").
std::optional<int> year_before_era(std::string_view folded);

}  // namespace backfile
