// Dates that are the beginning or the end of something: of a life, an exhibition, an event.
//
// "March 5, 1899 - June 7, 1970", "12 May – 30 June 2018", "Saturday 12 May 2018, 7pm, Town Hall":
// without a label none of these is the day on which an article appeared. dated_line.h asks. Pure;
// safe on any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/article/date_tokens.h"

namespace backfile {

// A date in a line, as tokens, and whether it names a time of the day.
struct DateInLine {
  std::size_t begin, end;
  bool has_time;
};

// Whether a dash leads from a day, a month or another date (the one before it, which ends at
// `last`; 0: none) to the date, or from it to a time.
bool is_in_span(std::string_view line, const std::vector<DateToken>& tokens, DateInLine date,
                std::size_t last);

// Whether the part of the line from `begin` to `end` goes on with where something takes place at
// that time.
bool is_of_event(const std::vector<DateToken>& tokens, std::size_t begin, DateInLine date,
                 std::size_t end);

// Whether a line with a date of day and weekday has a part for the hour and one for the place:
// "Sat, 12 May 2018 | Town Hall | 8 pm".
bool announces_event(const std::vector<DateToken>& tokens);

// Whether what stands before a token says that somebody was born then: "b. 5 March 1899".
bool stands_behind_birth(const std::vector<DateToken>& tokens, std::size_t date);

}  // namespace backfile
