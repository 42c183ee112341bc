// Why a date that looks like one is none, in plain words.
//
// Asked of dates that parse_date() of date.h refuses. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// "30 February is no day of 2014", "there is no month 13"; empty where the text is no date at all,
// or nothing is wrong with its day.
std::string why_no_day(std::string_view text);

}  // namespace backfile
