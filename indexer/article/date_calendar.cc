// Gregorian days by std::chrono, Persian ones by the 33-year rule.
#include "indexer/article/date_calendar.h"

#include <algorithm>
#include <chrono>

namespace backfile {
namespace {

constexpr int cycle = 33;  // years, of which eight are leap years
constexpr int first_persian_year = 1178, last_persian_year = 1633;

bool is_persian_leap_year(int year) {
  return (25 * year + 11) % cycle < 8;
}

int days_in_persian_month(int year, int month) {
  if (month <= 6) return 31;
  return month < 12 || is_persian_leap_year(year) ? 30 : 29;
}

// Days before the first of a year, from a beginning that cancels out.
int days_before_persian_year(int year) {
  return 365 * year + (8 * year + 21) / cycle;
}

}  // namespace

bool is_calendar_day(const Day& day) {
  using namespace std::chrono;
  if (day.year < first_year || day.year > last_year) return false;
  if (day.month < 0 || day.day < 0) return false;
  if (day.month == 0) return day.day == 0;
  const auto number = [](int value) { return static_cast<unsigned>(value); };
  return year_month_day(year(day.year), month(number(day.month)),
                        std::chrono::day(number(std::max(day.day, 1))))
      .ok();
}

std::optional<Day> from_persian(const Day& day) {
  using namespace std::chrono;
  if (day.year < first_persian_year || day.year > last_persian_year || day.month < 1 ||
      day.month > 12 || day.day < 1 || day.day > days_in_persian_month(day.year, day.month)) {
    return std::nullopt;
  }
  constexpr int known_year = 1400;
  constexpr sys_days known_day = year(2021) / 3 / 21;
  const int before_month = day.month <= 7 ? (day.month - 1) * 31 : 6 * 31 + (day.month - 7) * 30;
  const int distance = days_before_persian_year(day.year) - days_before_persian_year(known_year) +
                       before_month + day.day - 1;
  const year_month_day found(known_day + days(distance));
  return Day{int(found.year()), static_cast<int>(unsigned(found.month())),
             static_cast<int>(unsigned(found.day()))};
}

}  // namespace backfile
