// Which days there are, and those of the Persian calendar as days of ours. Pure; safe on any
// thread.
#pragma once

#include <optional>

#include "indexer/article/date.h"

namespace backfile {

// A day, month or year of the Gregorian calendar, from first_year to last_year (date.h).
bool is_calendar_day(const Day& day);

// A day of the Solar Hijri calendar, in which Persian articles are dated (13 Ordibehesht 1393 is 3
// May 2014), by the rule of 33 years, which holds from 1178 to 1634. Nothing for a month or a year
// alone: they lie across two of ours.
std::optional<Day> from_persian(const Day& day);

}  // namespace backfile
