// Days, moments and periods; the forms are in date_forms.h. See date.h.
#include "indexer/article/date.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "indexer/article/date_calendar.h"
#include "indexer/article/date_forms.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_date = 100;  // bytes; whatever is longer is prose

// Digits of the length that a field has, as a number; -1 for anything else.
int number_of(std::string_view token, std::size_t shortest, std::size_t longest) {
  if (token.size() < shortest || token.size() > longest) return -1;
  int value = 0;
  for (const char c : token) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Whether a text is written as to_iso() writes: what has been read once need not be taken
// apart again.
bool is_plain_iso(std::string_view text) {
  constexpr std::string_view full = "0000-00-00T00:00:00+00:00";
  constexpr std::size_t day = 10, minute = 16, second = 19;
  const std::string_view zone = text.substr(
      std::min(text.size(), text.size() > minute && text[minute] == ':' ? second : minute));
  const std::string_view time = text.substr(0, text.size() - zone.size());
  if (time.size() != day && time.size() != minute && time.size() != second) return false;
  const auto is_form = [](std::string_view given, std::string_view form) {
    return std::ranges::equal(given, form.substr(0, given.size()), [](char c, char f) {
      return f == '0' ? c >= '0' && c <= '9' : c == f;
    });
  };
  const bool zoned = zone.size() == 6 && is_form(zone.substr(1), "00:00") &&
                     (zone[0] == '+' || zone[0] == '-') && zone.substr(1) != "00:00" &&
                     zone.substr(1) <= "14:00" && zone[4] < '6';
  if (!is_form(time, full) || !(zone.empty() || zone == "Z" || zoned)) return false;
  const bool clock =
      time.size() == day || (time.substr(11, 2) < "24" && time.substr(14, 2) < "60" &&
                             (time.size() == minute || time.substr(17, 2) <= "60"));
  return clock && day_of(time).has_value();
}

// The whole of a text as a date: what leads up to it adds nothing, and nothing is left over.
ReadDate read_whole(std::string_view text, DayOrder order) {
  if (text.size() > longest_date) return {};
  const std::string line = tidy_line(text);
  std::string_view date = line;
  // A comment in parentheses at the end: the zone's name, or the day of the week.
  if (date.ends_with(')')) date = date.substr(0, std::min(date.size(), date.rfind('(')));
  const std::vector<DateToken> tokens = date_tokens(date);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const ReadDate read = read_date_at(tokens, at, order);
    if (read.found != ReadDate::Found::nothing && read.end == tokens.size()) return read;
    if (!tokens[at].filler && tokens[at].text != "am") break;
  }
  return {};
}

}  // namespace

PackedDay pack(const Day& day) {
  return static_cast<PackedDay>(day.year * 10000 + day.month * 100 + day.day);
}

Day unpack(PackedDay packed) {
  const int number = static_cast<int>(packed);
  return {number / 10000, number / 100 % 100, number % 100};
}

std::optional<std::string> parse_date(std::string_view text, DayOrder order) {
  if (is_plain_iso(text)) return std::string(text);
  ReadDate read = read_whole(text, order);
  if (read.found != ReadDate::Found::date) return std::nullopt;
  return std::move(read.iso);
}

bool is_two_dates(std::string_view text) {
  return read_whole(text, DayOrder::unknown).found == ReadDate::Found::two_ways;
}

DayOrder day_order_of(std::string_view tag) {
  std::string plain;
  for (const char c : tag)
    plain += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
  const std::string_view all = plain;
  const std::string_view language = all.substr(0, all.find('-'));
  if (language.size() < 2) return DayOrder::unknown;
  constexpr std::array<std::string_view, 12> either = {"en", "zh", "ja", "ko",  "hu",  "lt",
                                                       "mn", "fa", "eu", "und", "mul", "zxx"};
  if (std::ranges::find(either, language) == either.end()) return DayOrder::day_first;
  if (all == "en-us" || all == "en-ph") return DayOrder::month_first;
  constexpr std::array<std::string_view, 7> day_first = {"en-gb", "en-au", "en-nz", "en-ie",
                                                         "en-in", "en-za", "en-sg"};
  return std::ranges::find(day_first, all) == day_first.end() ? DayOrder::unknown
                                                              : DayOrder::day_first;
}

std::optional<Day> day_of(std::string_view iso) {
  const std::string_view date = iso.substr(0, iso.find_first_of("T "));
  Day day{number_of(date.substr(0, 4), 4, 4), 0, 0};
  const bool has_month = date.size() > 4, has_day = date.size() > 7;
  if (has_month) day.month = date[4] == '-' ? number_of(date.substr(5, 2), 2, 2) : -1;
  if (has_day) day.day = date[7] == '-' ? number_of(date.substr(8), 2, 2) : -1;
  if ((has_month && day.month == 0) || (has_day && day.day == 0)) return std::nullopt;
  return is_calendar_day(day) ? std::optional(day) : std::nullopt;
}

std::optional<std::int64_t> instant_of(std::string_view iso) {
  const std::optional<Day> day = day_of(iso);
  constexpr std::size_t before_time = std::string_view("YYYY-MM-DDT").size();
  if (!day || iso.size() <= before_time) return std::nullopt;
  const std::string_view time = iso.substr(before_time);
  const auto two_digits = [](std::string_view text, std::size_t at) {
    return at < text.size() ? number_of(text.substr(at, 2), 2, 2) : -1;
  };
  const int hour = two_digits(time, 0), minute = two_digits(time, 3);
  if (hour < 0 || minute < 0 || time[2] != ':') return std::nullopt;
  const int second = time.substr(5).starts_with(':') ? std::max(0, two_digits(time, 6)) : 0;
  int east = 0;  // minutes
  if (const std::size_t sign = time.find_first_of("+-"); sign != time.npos) {
    const std::string_view zone = time.substr(sign + 1);
    east = std::max(0, two_digits(zone, 0)) * 60 + std::max(0, two_digits(zone, 3));
    if (time[sign] == '-') east = -east;
  }
  using namespace std::chrono;
  const sys_days midnight = year(day->year) / day->month / day->day;
  const sys_seconds instant =
      midnight + hours(hour) + minutes(minute) + seconds(second) - minutes(east);
  return instant.time_since_epoch().count();
}

std::optional<Period> period_of(std::string_view year_month_day) {
  if (year_month_day.size() > std::string_view("YYYY-MM-DD").size()) return std::nullopt;
  const std::optional<Day> day = day_of(year_month_day);
  if (!day) return std::nullopt;
  const PackedDay first = pack(*day);
  return Period{first, first + (day->month == 0 ? 9999 : day->day == 0 ? 99 : 0)};
}

}  // namespace backfile
