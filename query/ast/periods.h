// Periods as the query language writes them: behind date:, before: and after:.
//
// Turns them into the packed days that articles are compared by, and back. Used by parser.h, ast.h
// and, for dates given outside the query, resolved_request.h. Pure; safe on any
// thread.
//
//   read_period("date", "2019..2021")  every day from 2019 to the end of 2021
//   read_period("date", ">=2019-3")    every day from March 2019 on
//   read_period("before", "2019-03")   everything up to February 2019
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/article/date.h"

namespace backfile {

// A year, a month or a day as people type it: "2019", "2019-3", "3/2019", "March 2019",
// "2019/03/31", "31 March 2019" and what else articles are dated by (date.h), with blanks around.
// Never guesses: 5/3/2019 is none, as it could be a day of two months.
std::optional<Period> named_period(std::string_view text);

// `field` is "date", which includes both ends and may leave one open, or "before" or "after",
// which leave out the period they name. Nothing if `text` is not a date that the field takes.
std::optional<Period> read_period(std::string_view field, std::string_view text);

// "“2019-03-05” or “2019-05-03”" for "5/3/2019"; empty if it is a period, or cannot be two days.
std::string both_readings(std::string_view text);

// "February 2014 has 28 days." for "31/2/2014" and "Months go from 1 to 12." for "2014-13", each
// end of a range likewise; empty for all that is no day or month which the calendar lacks.
std::string calendar_hint(std::string_view text);

// "Years go from 1000 to 9998." for what names another; else empty.
std::string years_hint(std::string_view text);

// Whether `text` names the later end of a range first: 2021..2019, which is read all the same.
bool is_backwards(std::string_view text);

// For `date:`; what read_period("date", ...) takes for the same period.
std::string write_period(const Period& period);

}  // namespace backfile
