// Dates as articles write them, turned into calendar days.
//
// ISO 8601, RFC 822 (feeds), and the forms of bylines in some thirty languages ("12 March 2015",
// "March 12, 2015", "12.03.2015", "2015年3月12日"); date_forms.h has the forms, date_words.h their
// words. Never guesses: day and month are told apart only where the form or the language says which
// is which. Pure functions; safe on any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

// A calendar day, or a month or a year where no more is known (day, or month and day, are 0).
struct Day {
  int year = 0;
  int month = 0;
  int day = 0;

  friend auto operator<=>(const Day&, const Day&) = default;
};

// The years of articles and of periods alike. What is dated earlier is a slip (0214 for 2014) or
// stands for "unknown", as 0001 and 9999 do.
constexpr int first_year = 1000, last_year = 9998;

// YYYYMMDD as a number, 0 for "unknown": the form in which columns.h holds days and queries
// compare them. A month or a year stands as YYYYMM00 and YYYY0000.
using PackedDay = std::uint32_t;
PackedDay pack(const Day& day);
Day unpack(PackedDay packed);

// Which of two numbers between strokes is the day: "03/04/2015".
enum class DayOrder : std::uint8_t { unknown, day_first, month_first };

// What the language of a page says of that: a BCP 47 tag ("en-GB", "pt_BR"). English without a
// region and languages that put the year first leave it unknown.
DayOrder day_order_of(std::string_view tag);

// Reads the date of an article from any of the forms above; ISO 8601 out, with the time and zone
// if they were given. Nothing if the text is not a date (30 February, year 9999, "yesterday"), or
// may be two. A year of two digits is read beside a time, or where the order is known.
std::optional<std::string> parse_date(std::string_view text, DayOrder order = DayOrder::unknown);

// Whether the text is a date that could be either of two days.
bool is_two_dates(std::string_view text);

// The day of an ISO 8601 date; the time and zone, if any, are left aside: an article belongs to
// the day printed on it.
std::optional<Day> day_of(std::string_view iso);

// The moment of an ISO 8601 date with a time, in seconds since 1970; UTC where no zone is named.
// Nothing where no time is known.
std::optional<std::int64_t> instant_of(std::string_view iso);

// A period, both ends included: what `date:2019..2021`, `--from 2019-03` and `before:` mean.
struct Period {
  PackedDay first = 0;          // 0: open
  PackedDay last = 0xffffffff;  // open
};

// The first and last day that a written date can mean: "2019-03" is 20190300..20190399. The bounds
// also hold articles of which only the month or the year is known.
std::optional<Period> period_of(std::string_view year_month_day);

}  // namespace backfile
