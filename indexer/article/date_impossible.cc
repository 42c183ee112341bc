// Says what is wrong with the year, the month or the day.
#include "indexer/article/date_impossible.h"

#include <array>
#include <cstddef>
#include <vector>

#include "indexer/article/date.h"
#include "indexer/article/date_calendar.h"
#include "indexer/article/date_forms.h"
#include "indexer/article/date_tokens.h"

namespace backfile {
namespace {

constexpr std::size_t most_tokens = 40;

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string said_of(const Day& day) {
  const auto month = static_cast<std::size_t>(day.month);
  if (month < 1 || month > month_names.size())
    return "there is no month " + std::to_string(day.month);
  if (day.year < first_year || day.year > last_year) return {};
  return "there is no " + std::to_string(day.day) + ' ' + std::string(month_names[month - 1]) +
         " in " + std::to_string(day.year);
}

}  // namespace

std::string why_no_day(std::string_view text) {
  const std::vector<DateToken> tokens = date_tokens(text);
  for (std::size_t at = 0; at < tokens.size() && at < most_tokens; ++at) {
    const ReadDate read = read_date_at(tokens, at, DayOrder::unknown);
    if (read.found != ReadDate::Found::impossible) continue;
    // "2014-05-03 25:00": the day is one.
    const Day& day = read.given;
    const bool no_day = day.month == 0 || day.day == 0 || !is_calendar_day(day);
    return day.year > 0 && no_day ? said_of(day) : std::string();
  }
  return {};
}

}  // namespace backfile
