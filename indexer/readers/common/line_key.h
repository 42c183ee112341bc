// One key for all lines that differ only in case, numbers and dates.
//
// Boilerplate repeats from page to page while its counters, prices and days change.
// scraped_boilerplate.h and boilerplate/ count and recognize lines by these keys. Keys are stored
// in generations: they may not depend on the machine or the library. Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

// "Read 1,204 times" and "Read 9 times" become "read # times", "Posted on May 3, 2014" and "posted
// on 7 June 2015" become "posted on #". A line with a web address keeps its numbers.
std::string line_pattern(std::string_view line);

// Whether a line has a number other than those in dates with the name of a month.
bool has_number_beside_dates(std::string_view line);

// Of the pattern; never 0.
std::uint64_t line_key(std::string_view line);

// Of the bytes as they are; never 0.
std::uint64_t stable_hash(std::string_view bytes);

}  // namespace backfile
