// Which days there are, and those of the Persian calendar as days of ours. Pure; safe on any thread.
#pragma once

#include <optional>

#include "indexer/date.h"

namespace backfile {

// The years of articles and of periods alike. What is dated earlier is a slip (0214 for 2014) or
// stands for "unknown", as 0001 and 9999 do.
constexpr int first_year = 1000, last_year = 9998;

// A day, month or year of the Gregorian calendar within these years.
bool is_calendar_day(const Day& day);

// A day of the Solar Hijri calendar, in which Persian articles are dated (13 Ordibehesht 1393 is 3
// May 2014), by the rule of 33 years, which holds from 1178 to 1634. Nothing for a month or a year
// alone: they lie across two of ours.
std::optional<Day> from_persian(const Day& day);

}  // namespace backfile
