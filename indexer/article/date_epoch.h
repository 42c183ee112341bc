// Moments counted since 1970, as databases export them. Pure; safe on any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace backfile {

// Digits with or without a sign and a fraction ("-41385600", "1228138394.5"), or ASP.NET's
// "/Date(1228138394000+0100)/": seconds, milli-, micro- or nanoseconds, told apart by their size.
// ISO 8601 in UTC, or in the zone where one is given. Nothing for 0, which stands for "unknown",
// for up to seven digits without a sign (a year, a month, the number of a day in a spreadsheet; as
// seconds they would be of 1970's first days), for digits that spell a day or a moment (20150312,
// 201503121030), and for moments outside of the years 1583 to 9998.
std::optional<std::string> date_of_epoch(std::string_view number);

}  // namespace backfile
