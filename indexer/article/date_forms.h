// The forms in which dates are written, as a table, read from the tokens of a line.
//
// date.h reads whole texts with it; evidence/dated_line.h finds dates inside of lines. Pure; safe
// on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/article/date.h"
#include "indexer/article/date_tokens.h"

namespace backfile {

struct ReadDate {
  enum class Found : std::uint8_t {
    nothing,
    date,
    impossible,  // written as a date, but of no calendar: 31 February, month 13
    two_ways,    // day and month may be either: 03/04/2014
  };
  Found found = Found::nothing;
  std::string iso;      // of a date
  std::size_t end = 0;  // one past its last token: time, zone and what adds nothing included
  Day given = {};       // of an impossible date, as it is written; the year is 0 if none is known
};

// The longest date that begins at token `at`, or with the time before it. A day of the week before
// it settles which of two numbers is the month: "Tue, 03/05/2019" is 5 March.
ReadDate read_date_at(const std::vector<DateToken>& tokens, std::size_t at, DayOrder order);

}  // namespace backfile
