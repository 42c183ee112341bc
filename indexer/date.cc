// Written dates, read by a table of the forms they come in; see date.h.
#include "indexer/date.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// All words below stand as fold() leaves them: lower case, without accents.

// Twelve lists, each with a space on both sides of every word: English, German, French, Spanish,
// Italian, Portuguese, Dutch, Russian, in full and short.
constexpr std::array<std::string_view, 12> kMonths = {
    " january jan januar janner janvier janv enero ene gennaio janeiro januari января январь янв ",
    " february feb februar fevrier fevr febrero febbraio fevereiro februari февраля февраль фев ",
    " march mar marz maerz mars marzo marco maart mrt марта март мар ",
    " april apr avril avr abril abr aprile апреля апрель апр ",
    " may mai mayo maggio maio mei мая май ",
    " june jun juni juin junio giugno junho июня июнь июн ",
    " july jul juli juillet juil julio luglio julho июля июль июл ",
    " august aug aout agosto augustus августа август авг ",
    " september sep sept septembre septiembre settembre setembro сентября сентябрь сен сент ",
    " october oct oktober okt octobre octubre ottobre outubro октября октябрь окт ",
    " november nov novembre noviembre novembro ноября ноябрь ноя нояб ",
    " december dec dezember dez decembre diciembre dicembre dezembro декабря декабрь дек "};

// Words that stand in a date and add nothing: days of the week, "the 12th of", "at 10:30 hrs".
constexpr std::string_view kFillers =
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr "
    "sa so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves "
    "viernes sabado domingo понедельник вторник среда четверг пятница суббота воскресенье "
    "on the of de del le el den at um t a om kl в г год года uhr hrs ч ";

// What may follow the number of a day, without a space.
constexpr std::string_view kOrdinals = " st nd rd th er o a ";

// Signs that end a number in East Asian dates: year, month, day, in Chinese or Japanese and Korean.
constexpr std::array<std::string_view, 6> kMarks = {"年", "月", "日", "년", "월", "일"};

// Forms of the day. A word in capitals is a number (NAME: a month's name), all else stands for
// itself; commas, fillers and ordinals are gone. EITHER is a day or a month, as yet unknown; SHORT
// a year of two digits, COMPACT a day of eight.
constexpr std::array<std::string_view, 27> kDayForms = {
    "YEAR - MONTH - DAY", "YEAR / MONTH / DAY", "YEAR . MONTH . DAY", "YEAR - MONTH", "YEAR",
    "COMPACT", "YEAR 年 MONTH 月 DAY 日", "YEAR 年 MONTH 月", "YEAR 年", "YEAR 년 MONTH 월 DAY 일",
    "YEAR 년 MONTH 월", "YEAR 년", "DAY . MONTH . YEAR", "EITHER / EITHER / YEAR",
    "EITHER - EITHER - YEAR", "DAY NAME YEAR", "DAY - NAME - YEAR", "DAY / NAME / YEAR",
    "NAME DAY YEAR", "NAME - DAY - YEAR", "NAME YEAR", "YEAR NAME DAY", "YEAR - NAME - DAY",
    "YEAR NAME",
    // RFC 822 with its short years, which RFC 2822, 4.3 reads: only with a time beside them.
    "DAY NAME SHORT", "DAY - NAME - SHORT",
    // A time before the year, as ctime() prints it.
    "NAME DAY HOUR : MINUTE : SECOND YEAR"};

constexpr std::array<std::string_view, 11> kClockForms = {"HOUR : MINUTE : SECOND . FRACTION",
                                                          "HOUR : MINUTE : SECOND HALF",
                                                          "HOUR : MINUTE : SECOND",
                                                          "HOUR : MINUTE HALF",
                                                          "HOUR : MINUTE h",
                                                          "HOUR : MINUTE",
                                                          "HOUR . MINUTE HALF",
                                                          "HOUR . MINUTE",
                                                          "HOUR h MINUTE",
                                                          "HOUR h",
                                                          "HOUR HALF"};

struct Zone {
  std::string_view name;
  int minutes;  // east of Greenwich
};
// RFC 822's zones and two more that mean one thing only. BST and IST mean several: left aside.
constexpr std::array<Zone, 14> kZones = {
    Zone{"z", 0},      Zone{"ut", 0},     Zone{"utc", 0},    Zone{"gmt", 0},    Zone{"est", -300},
    Zone{"edt", -240}, Zone{"cst", -360}, Zone{"cdt", -300}, Zone{"mst", -420}, Zone{"mdt", -360},
    Zone{"pst", -480}, Zone{"pdt", -420}, Zone{"cet", 60},   Zone{"cest", 120}};

constexpr std::size_t kLongestDate = 100;  // bytes; whatever is longer is prose

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Whether a list has the word between two spaces.
bool listed(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (at > 0 && list[at - 1] == ' ' && end < list.size() && list[end] == ' ') return true;
  }
  return false;
}

// A real day of the calendar. Year 0 and 9999 stand for "unknown" in the wild.
bool is_valid(const Day& day) {
  using namespace std::chrono;
  if (day.year < 1 || day.year > 9998 || day.month < 0 || day.day < 0) return false;
  if (day.month == 0) return day.day == 0;
  const auto number = [](int value) { return static_cast<unsigned>(value); };
  return year_month_day(year(day.year), month(number(day.month)),
                        std::chrono::day(number(std::max(day.day, 1))))
      .ok();
}

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

// The numbers, words and signs of a folded date, without all that adds nothing.
std::vector<std::string_view> tokens_of(std::string_view text) {
  std::vector<std::string_view> tokens;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); at = end) {
    end = at + 1;
    const std::string_view rest = text.substr(at);
    const bool after_digit = at > 0 && is_digit(text[at - 1]);
    if (is_digit(text[at])) {
      while (end < text.size() && is_digit(text[end])) ++end;
    } else if (rest.starts_with("a.m") || rest.starts_with("p.m")) {
      tokens.push_back(rest.front() == 'a' ? "am" : "pm");
      end = at + 3;
      continue;
    } else if (rest.starts_with("\xE2\x80")) {  // a dash or a narrow space
      end = at + std::min<std::size_t>(3, rest.size());
      continue;
    } else if (is_letter(text[at])) {
      const auto mark = std::find_if(kMarks.begin(), kMarks.end(),
                                     [&](std::string_view m) { return rest.starts_with(m); });
      if (mark != kMarks.end()) end = at + mark->size();
      while (mark == kMarks.end() && end < text.size() && is_letter(text[end])) ++end;
      const std::string_view word = text.substr(at, end - at);
      const bool opens = tokens.empty() && word == "am";  // German; later it is a half of the day
      if (opens || listed(kFillers, word) || (after_digit && listed(kOrdinals, word))) continue;
    } else if (text[at] == ' ' || text[at] == ',') {
      continue;
    } else if (text[at] == '.' && !(after_digit && end < text.size() && is_digit(text[end]))) {
      continue;  // of an abbreviation, or of a German ordinal
    }
    tokens.push_back(text.substr(at, end - at));
  }
  return tokens;
}

// What the words of a form stand for, as far as it was read.
struct Fields {
  Day day;
  int first = 0, second_number = 0;  // EITHER, in their order
  bool short_year = false;
  int hour = -1, minute = 0, second = -1;
};

// Digits of the length that a field has, as a number; -1 for anything else.
int number_of(std::string_view token, std::size_t shortest, std::size_t longest) {
  if (token.size() < shortest || token.size() > longest) return -1;
  int value = 0;
  for (const char c : token) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

int month_named(std::string_view word) {
  const auto at = std::find_if(kMonths.begin(), kMonths.end(),
                               [&](std::string_view names) { return listed(names, word); });
  return at == kMonths.end() ? -1 : static_cast<int>(at - kMonths.begin()) + 1;
}

bool set(int& field, int value) {
  field = value;
  return value >= 0;
}

bool set_half(int& hour, std::string_view half) {
  if ((half != "am" && half != "pm") || hour < 1 || hour > 12) return false;
  hour = hour % 12 + (half == "pm" ? 12 : 0);
  return true;
}

bool set_compact(Day& day, int digits) {
  day = {digits / 10000, digits / 100 % 100, digits % 100};
  return digits >= 0 && day.month > 0 && day.day > 0;
}

bool set_short_year(Fields& fields, int two) {
  fields.short_year = true;
  fields.day.year = two < 50 ? 2000 + two : 1900 + two;
  return two >= 0;
}

// One word of a form against one token.
bool take(std::string_view word, std::string_view token, Fields& fields) {
  if (word == "YEAR") return set(fields.day.year, number_of(token, 4, 4));
  if (word == "MONTH") return set(fields.day.month, number_of(token, 1, 2)) && fields.day.month > 0;
  if (word == "NAME") return set(fields.day.month, month_named(token));
  if (word == "DAY") return set(fields.day.day, number_of(token, 1, 2)) && fields.day.day > 0;
  if (word == "EITHER") {
    int& number = fields.first == 0 ? fields.first : fields.second_number;
    return set(number, number_of(token, 1, 2)) && number > 0;
  }
  if (word == "COMPACT") return set_compact(fields.day, number_of(token, 8, 8));
  if (word == "SHORT") return set_short_year(fields, number_of(token, 2, 2));
  if (word == "HOUR") return set(fields.hour, number_of(token, 1, 2)) && fields.hour < 24;
  if (word == "MINUTE") return set(fields.minute, number_of(token, 2, 2)) && fields.minute < 60;
  if (word == "SECOND") return set(fields.second, number_of(token, 2, 2)) && fields.second <= 60;
  if (word == "FRACTION") return number_of(token, 1, 9) >= 0;
  if (word == "HALF") return set_half(fields.hour, token);
  return word == token;
}

using Tokens = std::vector<std::string_view>;

// Reads `form` from the tokens at `at` and moves past it; at a mismatch, nothing has moved.
bool match(std::string_view form, const Tokens& tokens, std::size_t& at, Fields& fields) {
  Fields read = fields;
  std::size_t next = at;
  while (!form.empty()) {
    const std::string_view word = form.substr(0, form.find(' '));
    form.remove_prefix(std::min(form.size(), word.size() + 1));
    if (next == tokens.size() || !take(word, tokens[next++], read)) return false;
  }
  fields = read;
  at = next;
  return true;
}

// Day and month written in an unknown order: told apart if one can be no month, or both are equal.
bool settle_order(Fields& fields) {
  const int first = fields.first, second = fields.second_number;
  if (first == 0) return true;
  if (first <= 12 && second <= 12 && first != second) return false;
  fields.day.day = first > 12 ? first : second;
  fields.day.month = first > 12 ? second : first;
  return true;
}

// The zone at the end, as ISO 8601 writes it. Empty for none and for a name that means several.
std::optional<std::string> read_zone(const Tokens& tokens, std::size_t at) {
  int minutes = 0;
  bool known = false;
  const std::string_view name = at < tokens.size() ? tokens[at] : "";
  if (name == "am" || name == "pm") return std::nullopt;  // of an hour that has no such half
  if (!name.empty() && is_letter(name.front()) && name.size() <= 5) {
    const auto zone =
        std::find_if(kZones.begin(), kZones.end(), [&](const Zone& z) { return z.name == name; });
    known = zone != kZones.end();
    if (known) minutes = zone->minutes;
    ++at;
  }
  if (at < tokens.size() && (tokens[at] == "+" || tokens[at] == "-")) {
    const int sign = tokens[at++] == "+" ? 1 : -1;
    const std::string_view digits = at < tokens.size() ? tokens[at++] : "";
    const int joined = number_of(digits, 4, 4);
    minutes = joined >= 0 ? joined / 100 * 60 + joined % 100 : number_of(digits, 1, 2) * 60;
    if (at + 1 < tokens.size() && joined < 0 && tokens[at] == ":") {
      minutes += number_of(tokens[at + 1], 2, 2);
      at += 2;
    }
    if (minutes < 0 || minutes > 14 * 60) return std::nullopt;
    minutes *= sign;
    known = true;
  }
  if (at != tokens.size()) return std::nullopt;
  if (!known) return "";
  if (minutes == 0) return "Z";
  const int size = std::abs(minutes);
  return print("%c%02d:%02d", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

// The whole of the tokens as a day in one form, and a time after it; nothing if any are left over.
std::optional<std::string> read_form(std::string_view form, const Tokens& tokens) {
  std::size_t at = 0;
  Fields fields;
  if (!match(form, tokens, at, fields) || !settle_order(fields)) return std::nullopt;
  if (at < tokens.size() && (tokens[at] == "-" || tokens[at] == "|") && at + 1 < tokens.size())
    ++at;
  for (const std::string_view clock : kClockForms) {
    if (fields.hour < 0 && match(clock, tokens, at, fields)) break;
  }
  const std::optional<std::string> zone = read_zone(tokens, at);
  if (!zone || !is_valid(fields.day)) return std::nullopt;
  if (fields.hour < 0) {
    return zone->empty() && at == tokens.size() && !fields.short_year
               ? std::optional(to_iso(fields.day))
               : std::nullopt;
  }
  if (fields.day.day == 0) return std::nullopt;
  std::string iso = to_iso(fields.day) + print("T%02d:%02d", fields.hour, fields.minute);
  if (fields.second >= 0) iso += print(":%02d", fields.second);
  return iso + *zone;
}

}  // namespace

PackedDay pack(const Day& day) {
  return static_cast<PackedDay>(day.year * 10000 + day.month * 100 + day.day);
}

Day unpack(PackedDay packed) {
  const int number = static_cast<int>(packed);
  return {number / 10000, number / 100 % 100, number % 100};
}

std::optional<std::string> parse_date(std::string_view text) {
  if (text.size() > kLongestDate) return std::nullopt;
  const std::string folded = fold(tidy_line(text)).term;
  std::string_view date = folded;
  // A comment in parentheses at the end: the zone's name, or the day of the week.
  if (date.ends_with(')')) date = date.substr(0, std::min(date.size(), date.rfind('(')));
  const Tokens tokens = tokens_of(date);
  for (const std::string_view form : kDayForms) {
    if (std::optional<std::string> iso = read_form(form, tokens)) return iso;
  }
  return std::nullopt;
}

std::optional<Day> day_of(std::string_view iso) {
  const std::string_view date = iso.substr(0, iso.find_first_of("T "));
  Day day{number_of(date.substr(0, 4), 4, 4), 0, 0};
  const bool has_month = date.size() > 4, has_day = date.size() > 7;
  if (has_month) day.month = date[4] == '-' ? number_of(date.substr(5, 2), 2, 2) : -1;
  if (has_day) day.day = date[7] == '-' ? number_of(date.substr(8), 2, 2) : -1;
  if ((has_month && day.month == 0) || (has_day && day.day == 0)) return std::nullopt;
  return is_valid(day) ? std::optional(day) : std::nullopt;
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
