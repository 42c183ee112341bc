// What date:, before: and after: mean in days.
#include "query/ast/periods.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "query/ast/quoted.h"

namespace backfile {
namespace {

constexpr PackedDay open_beginning = Period{}.first;
constexpr PackedDay open_end = Period{}.last;

int days_in_month(int year, int month) {
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// The last value before a period. It also leaves out what is dated by the month or year in which
// the period begins, since that may lie inside the period.
std::optional<PackedDay> just_before(PackedDay first) {
  const Day day = unpack(first);
  if (day.day > 1) return first - 1;
  if (day.month > 1) return pack({day.year, day.month - 1, 99});
  if (day.year > first_year) return pack({day.year - 1, 99, 99});
  return std::nullopt;
}

// The first value after a period; `last` may end in 99, "to the end of the month" or "of the year".
std::optional<PackedDay> just_after(PackedDay last) {
  const Day day = unpack(last);
  const bool inside_year = day.month >= 1 && day.month <= 12;
  if (inside_year && day.day < days_in_month(day.year, day.month)) return last + 1;
  if (inside_year && day.month < 12) return pack({day.year, day.month + 1, 0});
  if (day.year < last_year) return pack({day.year + 1, 0, 0});
  return std::nullopt;
}

// `<2014` is before:2014, `<=2014` is ..2014, and so the other way.
std::optional<Period> read_comparison(std::string_view text) {
  const bool before = text.front() == '<';
  const bool included = text.substr(1).starts_with('=');
  const std::string_view date = text.substr(included ? 2 : 1);
  if (!included) return read_period(before ? "before" : "after", date);
  std::optional<Period> named = named_period(date);
  if (named) (before ? named->first : named->last) = before ? open_beginning : open_end;
  return named;
}

// Both ends, in whichever order they were written.
std::optional<Period> read_range(std::string_view text, std::size_t dots) {
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  if (from.empty() && to.empty()) return std::nullopt;
  const std::optional<Period> first = from.empty() ? Period{} : named_period(from);
  const std::optional<Period> last = to.empty() ? Period{} : named_period(to);
  if (!first || !last) return std::nullopt;
  const bool backwards = first->first > last->last;
  return backwards ? Period{last->first, first->last} : Period{first->first, last->last};
}

// One end of a period: as many parts as are known.
std::string write_end(PackedDay packed) {
  const Day day = unpack(packed);
  const bool month_known = day.month >= 1 && day.month <= 12;
  const bool day_known = month_known && day.day >= 1 && day.day <= 31;
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(),
                day_known     ? "%04d-%02d-%02d"
                : month_known ? "%04d-%02d"
                              : "%04d",
                day.year, day.month, day.day);
  return text.data();
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

using Numbers = std::vector<std::string>;

// "1987-3-5", "1987/03/05" and "3/1987" as their numbers; nothing for all else.
std::optional<Numbers> split_numbers(std::string_view text) {
  Numbers numbers(1);
  char separator = '\0';
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      numbers.back() += c;
    } else if ((c == '-' || c == '/' || c == '.') && (separator == '\0' || c == separator)) {
      separator = c;
      numbers.emplace_back();
    } else {
      return std::nullopt;
    }
  }
  const bool has_gap = std::ranges::find(numbers, "") != numbers.end();
  return has_gap ? std::nullopt : std::optional(numbers);
}

// Year, month and day, as far as given, or month and year, as ISO 8601 writes them; empty for
// numbers that stand in another order. Months and days may do without their zero.
std::string iso_of(Numbers numbers) {
  if (numbers.size() == 2 && numbers[1].size() == 4) std::swap(numbers[0], numbers[1]);
  if (numbers.size() > 3 || numbers[0].size() != 4) return {};
  std::string iso = numbers[0];
  for (const std::string& number : std::span(numbers).subspan(1)) {
    if (number.size() > 2) return {};
    iso += (number.size() == 1 ? "-0" : "-") + number;
  }
  return iso;
}

}  // namespace

std::optional<Period> named_period(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return std::nullopt;
  if (const auto numbers = split_numbers(text)) {
    if (const std::string iso = iso_of(*numbers); !iso.empty()) return period_of(iso);
  }
  constexpr std::size_t longest = 40;  // "Wednesday, 31st of December 1999"; the rest is prose
  const bool bare = text.find_first_not_of("0123456789") == text.npos;
  const bool opens_with_a_sign = std::string_view("./-:,").find(text.front()) != text.npos;
  if (bare || opens_with_a_sign || text.size() > longest) return std::nullopt;
  const std::optional<std::string> iso = parse_date(text);
  // With a time of day it would be a moment, which no period is.
  return iso && iso->find('T') == iso->npos ? period_of(*iso) : std::nullopt;
}

std::string both_readings(std::string_view text) {
  const auto numbers = split_numbers(trimmed(text));
  if (!numbers || numbers->size() != 3 || named_period(text)) return {};
  const std::string &first = (*numbers)[0], &second = (*numbers)[1], &year = (*numbers)[2];
  const std::string one = iso_of({year, second, first}), other = iso_of({year, first, second});
  return one != other && period_of(one) && period_of(other)
             ? in_quotes(one) + " or " + in_quotes(other)
             : "";
}

namespace {

constexpr std::array month_names = {"January",   "February", "March",    "April",
                                    "May",       "June",     "July",     "August",
                                    "September", "October",  "November", "December"};

// What `text` would be if one of its numbers, of two digits at the most, were `number`: the first
// date that comes out and begins with such a day or month, of which `part` tells.
std::optional<Day> read_with(std::string_view text, std::string_view number, int Day::*part) {
  constexpr std::string_view digits = "0123456789";
  std::size_t end = 0;
  for (std::size_t begin = text.find_first_of(digits); begin != text.npos;
       begin = text.find_first_of(digits, end)) {
    end = std::min(text.find_first_not_of(digits, begin), text.size());
    if (end - begin > number.size()) continue;
    std::string changed(text.substr(0, begin));
    changed.append(number).append(text.substr(end));
    const std::optional<Period> period = named_period(changed);
    const Day day = period ? unpack(period->first) : Day{};
    if (period && day.*part == std::stoi(std::string(number))) return day;
  }
  return std::nullopt;
}

// Of one date. With a day that every month has the rest may be one, or with a month that there is.
std::string calendar_hint_of(std::string_view text) {
  if (named_period(text) || !both_readings(text).empty()) return "";
  if (const std::optional<Day> day = read_with(text, "28", &Day::day)) {
    return std::string(month_names[static_cast<std::size_t>(day->month - 1)]) + ' ' +
           std::to_string(day->year) + " has " +
           std::to_string(days_in_month(day->year, day->month)) + " days.";
  }
  return read_with(text, "01", &Day::month) ? "Months go from 1 to 12." : "";
}

}  // namespace

std::string calendar_hint(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("<>="), text.size()));
  const std::size_t dots = text.find("..");
  if (dots == text.npos) return calendar_hint_of(text);
  const std::string of_first = calendar_hint_of(text.substr(0, dots));
  return of_first.empty() ? calendar_hint_of(text.substr(dots + 2)) : of_first;
}

std::string years_hint(std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  for (std::size_t begin = text.find_first_of(digits); begin != text.npos;) {
    const std::size_t end = std::min(text.find_first_not_of(digits, begin), text.size());
    const std::string number(text.substr(begin, end - begin));
    const bool may_be_year = number.size() >= 3 && number.size() <= 5;
    if (may_be_year && (std::stoi(number) < first_year || std::stoi(number) > last_year))
      return "Years go from " + std::to_string(first_year) + " to " + std::to_string(last_year) +
             '.';
    begin = text.find_first_of(digits, end);
  }
  return "";
}

std::optional<Period> read_period(std::string_view field, std::string_view text) {
  if (field == "date") {
    const std::size_t dots = text.find("..");
    if (dots != text.npos) return read_range(text, dots);
    return text.starts_with('<') || text.starts_with('>') ? read_comparison(text)
                                                          : named_period(text);
  }
  const std::optional<Period> named = named_period(text);
  if (!named) return std::nullopt;
  if (field == "before") {
    const std::optional<PackedDay> last = just_before(named->first);
    return last ? std::optional(Period{open_beginning, *last}) : std::nullopt;
  }
  const std::optional<PackedDay> first = just_after(named->last);
  return first ? std::optional(Period{*first, open_end}) : std::nullopt;
}

bool is_backwards(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == text.npos) return false;
  const std::optional<Period> first = named_period(text.substr(0, dots));
  const std::optional<Period> last = named_period(text.substr(dots + 2));
  return first && last && first->first > last->last;
}

std::string write_period(const Period& period) {
  const std::string from = period.first == open_beginning ? "" : write_end(period.first);
  const std::string to = period.last == open_end ? "" : write_end(period.last);
  return from == to ? from : from + ".." + to;
}

}  // namespace backfile
