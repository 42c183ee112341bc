// The size of a number tells whether it counts seconds or smaller units since 1970.
#include "indexer/article/date_epoch.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>

#include "indexer/article/date.h"
#include "indexer/article/date_calendar.h"

namespace backfile {
namespace {

// Seconds reach back to the first day of the Gregorian calendar and forward to the year 2100: a
// number beyond is of milliseconds, and so on, a thousand times each.
constexpr std::int64_t first_second = -12'219'292'800;
constexpr std::int64_t last_second = 4'102'444'800;
// No article counts fewer seconds; a number of fewer digits is something else.
constexpr std::size_t fewest_digits = 8;

// Eight digits written as a day of 1000 to 2999, alone or before a time, are no count, nor are they
// if there is no such day.
bool spells_day(std::string_view digits) {
  if (digits.size() != 8 && digits.size() != 12 && digits.size() != 14) return false;
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    for (const char c : digits.substr(at, length)) value = value * 10 + (c - '0');
    return value;
  };
  const Day day{number(0, 4), number(4, 2), number(6, 2)};
  const bool is_time = digits.size() == 8 || (number(8, 2) < 24 && number(10, 2) < 60);
  return day.year >= 1000 && day.year < 3000 && day.month > 0 && day.month <= 12 && day.day > 0 &&
         day.day <= 31 && is_time;
}

std::string written(std::int64_t seconds, int minutes_east, bool zoned) {
  using namespace std::chrono;
  const sys_seconds moment{std::chrono::seconds(seconds + 60 * minutes_east)};
  const sys_days midnight = floor<days>(moment);
  const year_month_day day(midnight);
  const hh_mm_ss time(moment - midnight);
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d", int(day.year()),
                unsigned(day.month()), unsigned(day.day()), static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  std::string iso = text.data();
  if (!zoned || minutes_east == 0) return iso + 'Z';
  const int size = minutes_east < 0 ? -minutes_east : minutes_east;
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", minutes_east < 0 ? '-' : '+', size / 60,
                size % 60);
  return iso + text.data();
}

// "1228138394000+0100" of "/Date(...)/".
std::optional<std::string> aspnet_date(std::string_view inside) {
  std::int64_t milliseconds = 0;
  const auto [end, error] =
      std::from_chars(inside.data(), inside.data() + inside.size(), milliseconds);
  if (error != std::errc() || milliseconds == 0) return std::nullopt;
  const std::string_view zone(end, static_cast<std::size_t>(inside.data() + inside.size() - end));
  int hours_minutes = 0;
  if (!zone.empty()) {
    const bool form = zone.size() == 5 && (zone[0] == '+' || zone[0] == '-');
    if (!form ||
        std::from_chars(zone.data() + 1, zone.data() + 5, hours_minutes).ptr != zone.data() + 5)
      return std::nullopt;
  }
  const int east =
      (hours_minutes / 100 * 60 + hours_minutes % 100) * (zone.starts_with('-') ? -1 : 1);
  constexpr std::int64_t last = 253'370'000'000'000;  // in the year 9998
  if (milliseconds < first_second * 1000 || milliseconds > last || east > 14 * 60 ||
      east < -14 * 60)
    return std::nullopt;
  const std::int64_t rounded = milliseconds % 1000 < 0 ? 1 : 0;
  return written(milliseconds / 1000 - rounded, east, true);
}

}  // namespace

std::optional<std::string> date_of_epoch(std::string_view number) {
  constexpr std::string_view opening = "/Date(", closing = ")/";
  if (number.starts_with(opening) && number.ends_with(closing)) {
    return aspnet_date(
        number.substr(opening.size(), number.size() - opening.size() - closing.size()));
  }
  const std::string_view whole = number.substr(0, number.find('.'));
  const std::string_view digits = whole.substr(whole.starts_with('-') ? 1 : 0);
  const std::string_view fraction = number.substr(std::min(number.size(), whole.size() + 1));
  constexpr std::string_view all_digits = "0123456789";
  if (digits.find_first_not_of(all_digits) != digits.npos ||
      fraction.find_first_not_of(all_digits) != fraction.npos) {
    return std::nullopt;
  }
  const bool negative = whole.starts_with('-');
  if (digits.empty() || (!negative && (digits.size() < fewest_digits || spells_day(digits))))
    return std::nullopt;
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), count);
  if (error != std::errc() || count == 0 || count == -1) return std::nullopt;
  for (std::int64_t unit = 1; unit <= 1'000'000'000; unit *= 1000) {
    const std::int64_t rounded = count % unit < 0 ? 1 : 0;
    const std::int64_t seconds = count / unit - rounded;
    if (seconds >= first_second && seconds <= last_second) return written(seconds, 0, false);
  }
  return std::nullopt;
}

}  // namespace backfile
