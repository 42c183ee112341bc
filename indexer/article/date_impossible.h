// Why something that looks like a date is not one, in plain words.
//
// Asked of dates that parse_date() of date.h refuses. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// "there is no 30 February in 2014", "there is no month 13"; empty where the text does not look
// like a date, or nothing is wrong with its day.
std::string why_no_day(std::string_view text);

}  // namespace backfile
