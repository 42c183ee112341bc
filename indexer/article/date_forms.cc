// Tries every form of date, time and zone at a token; the longest match is the date.
#include "indexer/article/date_forms.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <optional>
#include <string_view>

#include "indexer/article/date_calendar.h"
#include "indexer/article/date_form_words.h"

namespace backfile {
namespace {

using Kind = DateToken::Kind;
using Found = ReadDate::Found;
using Tokens = std::vector<DateToken>;

// In the language of date_form_words.h.
constexpr std::array<std::string_view, 32> day_forms = {
    "YEAR - MONTH - DAY", "YEAR / MONTH / DAY", "YEAR . MONTH . DAY", "YEAR - MONTH", "YEAR",
    "COMPACT", "COMPACT14", "YEAR 年 MONTH 月 DAY 日", "YEAR 年 MONTH 月", "YEAR 年",
    "ERA SMALL 年 MONTH 月 DAY 日", "ERA SMALL 年 MONTH 月", "DAY . MONTH . YEAR",
    "EITHER / EITHER / YEAR", "EITHER - EITHER - YEAR", "DAY NAME YEAR", "DAY - NAME - YEAR",
    "DAY / NAME / YEAR", "DAY . NAME . YEAR", "NAME DAY YEAR", "NAME - DAY - YEAR", "NAME YEAR",
    "YEAR NAME DAY", "YEAR - NAME - DAY", "YEAR NAME",
    // RFC 822 with its short years, which RFC 2822, 4.3 reads: only with a time beside them.
    "DAY NAME SHORT", "DAY - NAME - SHORT",
    // Short years between strokes and dots: only where the order is known.
    "DAY . MONTH . SHORT", "EITHER / EITHER / SHORT", "EITHER - EITHER - SHORT",
    // A time before the year, as ctime() and date(1) print it.
    "NAME DAY HOUR : MINUTE : SECOND YEAR", "NAME DAY HOUR : MINUTE : SECOND ZONE YEAR"};

constexpr std::array<std::string_view, 24> clock_forms = {"HOUR : MINUTE : SECOND . FRACTION",
                                                          "HOUR : MINUTE : SECOND , FRACTION",
                                                          "HOUR : MINUTE : SECOND HALF",
                                                          "HOUR : MINUTE : SECOND",
                                                          "HOUR : MINUTE HALF",
                                                          "HOUR : MINUTE a m",
                                                          "HOUR : MINUTE p m",
                                                          "HOUR : MINUTE h",
                                                          "HOUR : MINUTE",
                                                          "HOUR . MINUTE HALF",
                                                          "HOUR . MINUTE",
                                                          "HOUR h MINUTE",
                                                          "HOUR h",
                                                          "HOUR uhr",
                                                          "HOUR HALF",
                                                          "HALF HOUR : MINUTE : SECOND",
                                                          "HALF HOUR : MINUTE",
                                                          "HALF HOUR 時 MINUTE 分",
                                                          "HALF HOUR 時",
                                                          "HOUR 時 MINUTE 分 SECOND 秒",
                                                          "HOUR 時 MINUTE 分",
                                                          "HOUR 時",
                                                          "t CLOCK6",
                                                          "t CLOCK4"};

struct Zone {
  std::string_view name;
  int minutes;  // east of Greenwich
};
// RFC 822's zones and some more that mean one thing only. BST and IST mean several: left aside.
constexpr std::array<Zone, 15> zones = {
    Zone{"z", 0},      Zone{"ut", 0},     Zone{"utc", 0},    Zone{"gmt", 0},    Zone{"est", -300},
    Zone{"edt", -240}, Zone{"cst", -360}, Zone{"cdt", -300}, Zone{"mst", -420}, Zone{"mdt", -360},
    Zone{"pst", -480}, Zone{"pdt", -420}, Zone{"cet", 60},   Zone{"cest", 120}, Zone{"jst", 540}};

template <typename... Numbers>
std::string print(const char* form, Numbers... numbers) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), form, numbers...);
  return text.data();
}

std::string to_iso(const Day& day) {
  if (day.month == 0) return print("%04d", day.year);
  if (day.day == 0) return print("%04d-%02d", day.year, day.month);
  return print("%04d-%02d-%02d", day.year, day.month, day.day);
}

// Day and month written in an unknown order: told apart if one can be no month, if both are equal,
// or by the language.
Found resolve_order(FormFields& fields, DayOrder order) {
  const int first = fields.first, second = fields.second_number;
  if (first == 0) return Found::date;
  const bool either_way = first <= 12 && second <= 12 && first != second;
  if (either_way && order == DayOrder::unknown) return Found::two_ways;
  const bool day_first = either_way ? order == DayOrder::day_first : first > 12;
  fields.day.day = day_first ? first : second;
  fields.day.month = day_first ? second : first;
  return Found::date;
}

struct ReadZone {
  std::string iso;
  std::size_t end = 0;
  bool known = false, wrong = false;
};

// The zone behind a time, as ISO 8601 writes it; empty for a name that means several.
ReadZone read_zone(const Tokens& tokens, std::size_t at) {
  ReadZone zone;
  int minutes = 0;
  if (at < tokens.size() && tokens[at].text == "(") ++at;
  const bool bracketed = at > 0 && tokens[at - 1].text == "(";
  if (at < tokens.size() && tokens[at].kind == Kind::word) {
    const std::string_view name = tokens[at].text;
    const auto found = std::ranges::find_if(zones, [&](const Zone& z) { return z.name == name; });
    zone.known = found != zones.end();
    if (zone.known) minutes = found->minutes;
    constexpr unsigned char without_case = 0xE3;
    constexpr std::size_t longest = 6;
    const bool named =
        zone.known ||
        (tokens[at].capitals && name.size() <= longest && name.size() > 1 &&
         static_cast<unsigned char>(name.front()) < without_case && half_of_day(name).empty());
    if (!named) return zone;
    zone.end = ++at;
  }
  if (at + 1 < tokens.size() && (tokens[at].text == "+" || tokens[at].text == "-") &&
      tokens[at + 1].kind == Kind::number && tokens[at + 1].joined) {
    const int sign = tokens[at].text == "+" ? 1 : -1;
    const std::string_view digits = tokens[at + 1].text;
    at += 2;
    const int joined = number_in(digits, 4, 4);
    minutes = joined >= 0 ? joined / 100 * 60 + joined % 100 : number_in(digits, 1, 2) * 60;
    if (at + 1 < tokens.size() && joined < 0 && tokens[at].text == ":") {
      minutes += number_in(tokens[at + 1].text, 2, 2);
      at += 2;
    }
    zone.wrong = minutes < 0 || minutes > 14 * 60;
    minutes *= sign;
    zone.known = true;
    zone.end = at;
  }
  if (bracketed && zone.end > 0) zone.end += at < tokens.size() && tokens[at].text == ")" ? 1 : 0;
  const int size = std::abs(minutes);
  if (zone.known && size == 0) zone.iso = "Z";
  if (zone.known && size > 0)
    zone.iso = print("%c%02d:%02d", minutes < 0 ? '-' : '+', size / 60, size % 60);
  return zone;
}

// A time and its zone from `at` on.
bool read_clock(const Tokens& tokens, std::size_t& at, FormFields& fields, std::string& zone) {
  if (at >= tokens.size()) return false;
  const DateToken& first = tokens[at];
  if (first.kind != Kind::number && !first.filler && half_of_day(first.text).empty()) return false;
  for (const std::string_view clock : clock_forms) {
    std::size_t next = at;
    if (!match_form(clock, tokens, next, fields, false)) continue;
    ReadZone read = read_zone(tokens, next);
    if (read.wrong) return false;
    // "3:05 pm EST": what is left of a form that took too little is seen by the caller.
    if (read.end > 0) next = read.end;
    zone = std::move(read.iso);
    at = next;
    return true;
  }
  return false;
}

// Behind a day: what may stand before its time.
std::size_t to_clock(const Tokens& tokens, std::size_t at) {
  at = skip_idle(tokens, at, false);
  const bool separator = at < tokens.size() && (tokens[at].text == "-" || tokens[at].text == "|" ||
                                                tokens[at].text == "." || tokens[at].text == "/");
  return at + (separator ? 1 : 0);
}

std::optional<std::string> written(FormFields& fields, const std::string& zone) {
  if (fields.era != 0) fields.day.year += fields.era;
  if (fields.calendar == Calendar::persian) {
    const std::optional<Day> day = from_persian(fields.day);
    if (!day) return std::nullopt;
    fields.day = *day;
  }
  if (!is_calendar_day(fields.day)) return std::nullopt;
  if (fields.hour == end_of_day && (fields.minute > 0 || fields.second > 0)) return std::nullopt;
  if (fields.hour < 0 || fields.hour == end_of_day) return to_iso(fields.day);
  std::string iso = to_iso(fields.day) + print("T%02d:%02d", fields.hour, fields.minute);
  if (fields.second >= 0) iso += print(":%02d", fields.second);
  return iso + zone;
}

// Whether a form's number that is zero or no day was meant for a date: "0 March", "2015-00-10".
bool has_zero(std::string_view form, const FormFields& fields) {
  const bool month = form.find("MONTH") != form.npos || form.find("EITHER") != form.npos;
  const bool day = form.find("DAY") != form.npos || form.find("EITHER") != form.npos ||
                   form.find("COMPACT") != form.npos;
  return (month && fields.day.month == 0) || (day && fields.day.day == 0);
}

// One form at `at`, with the time behind it, or before it in `known`.
ReadDate read_form(std::string_view form, const Tokens& tokens, std::size_t at, DayOrder order,
                   const FormFields& known, std::string zone) {
  FormFields fields = known;
  if (!match_form(form, tokens, at, fields, true)) return {};
  const bool numeric_short = fields.short_year && !fields.named;
  if (numeric_short && order == DayOrder::unknown && fields.first == 0) return {};
  const Found settled = resolve_order(fields, order);
  if (settled == Found::two_ways && numeric_short) return {Found::two_ways, {}, at};
  const bool had_clock = fields.hour >= 0;
  for (std::size_t next : {at, to_clock(tokens, at)}) {
    if (had_clock || fields.day.day == 0 || !read_clock(tokens, next, fields, zone)) continue;
    at = next;
    break;
  }
  if (numeric_short && order == DayOrder::unknown) return {Found::two_ways, {}, at};
  if (fields.hour < 0 && fields.short_year && fields.named) return {};
  if (fields.hour >= 0 && fields.day.day == 0) return {};  // a time is of a day
  at = skip_idle(tokens, at, false);
  if (settled == Found::two_ways) return {Found::two_ways, {}, at};
  const Day given = fields.calendar == Calendar::gregorian ? fields.day : Day();
  if (has_zero(form, fields)) return {Found::impossible, {}, at, given};
  const std::optional<std::string> iso = written(fields, zone);
  return iso ? ReadDate{Found::date, *iso, at} : ReadDate{Found::impossible, {}, at, given};
}

// The longest of all forms; of two as long, the one that is a date, then the one that says more:
// "mar" of "Mar. 1987" is a month, though a Tuesday elsewhere.
ReadDate read_day(const Tokens& tokens, std::size_t at, DayOrder order, const FormFields& known,
                  const std::string& zone) {
  ReadDate best;
  for (const std::string_view form : day_forms) {
    ReadDate read = read_form(form, tokens, at, order, known, zone);
    const bool longer = read.end > best.end;
    const bool better = read.end == best.end && read.found == Found::date &&
                        (best.found != Found::date || read.iso.size() > best.iso.size());
    if (read.found != Found::nothing && (longer || better)) best = std::move(read);
  }
  return best;
}

// The day of the week that an English word before a date or at its beginning names, as std::chrono
// counts it. In other languages the order of day and month is known.
std::optional<unsigned> weekday_before(const Tokens& tokens, std::size_t at) {
  if (tokens[at].weekday) ++at;
  while (at > 0 && tokens[at - 1].text == ",") --at;
  if (at == 0 || !tokens[at - 1].weekday) return std::nullopt;
  constexpr std::array<std::string_view, 7> names = {" sunday sun ",
                                                     " monday mon ",
                                                     " tuesday tue tues ",
                                                     " wednesday wed weds ",
                                                     " thursday thu thur thurs ",
                                                     " friday fri ",
                                                     " saturday sat "};
  const std::string word = ' ' + tokens[at - 1].text + ' ';
  for (unsigned day = 0; day < names.size(); ++day) {
    if (names[day].find(word) != names[day].npos) return day;
  }
  return std::nullopt;
}

bool is_on(unsigned weekday, const ReadDate& read) {
  if (read.found != Found::date) return false;
  const std::optional<Day> day = day_of(read.iso);
  if (!day || day->day == 0) return false;
  using namespace std::chrono;
  const sys_days date = year(day->year) / day->month / day->day;
  return std::chrono::weekday(date).c_encoding() == weekday;
}

ReadDate read_in_order(const Tokens& tokens, std::size_t at, DayOrder order) {
  ReadDate best = read_day(tokens, at, order, {}, {});
  // A time before the day: "11:40 PM ET, Tue March 3, 2015".
  FormFields known;
  std::string zone;
  std::size_t next = at;
  if (tokens[at].kind == Kind::number && read_clock(tokens, next, known, zone)) {
    next = skip_idle(tokens, to_clock(tokens, next), true);
    ReadDate behind = read_day(tokens, next, order, known, zone);
    const bool has_day = behind.iso.size() >= std::string_view("YYYY-MM-DD").size();
    if (has_day && behind.end > best.end) best = std::move(behind);
  }
  return best;
}

}  // namespace

ReadDate read_date_at(const std::vector<DateToken>& tokens, std::size_t at, DayOrder order) {
  if (at >= tokens.size()) return {};
  ReadDate read = read_in_order(tokens, at, order);
  const std::optional<unsigned> weekday = weekday_before(tokens, at);
  if (!weekday || read.found == Found::nothing || is_on(*weekday, read)) return read;
  for (const DayOrder other : {DayOrder::day_first, DayOrder::month_first}) {
    ReadDate otherwise = read_in_order(tokens, at, other);
    if (is_on(*weekday, otherwise)) return otherwise;
  }
  return read;
}

}  // namespace backfile
