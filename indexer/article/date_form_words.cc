// Matches one word of a form against one token.
#include "indexer/article/date_form_words.h"

#include <algorithm>
#include <optional>

namespace backfile {
namespace {

using Kind = DateToken::Kind;

bool set(int& field, int value) {
  field = value;
  return value >= 0;
}

bool set_half(int& hour, std::string_view half) {
  if ((half != "am" && half != "pm") || hour > 12) return false;
  if (hour >= 0) hour = hour % 12 + (half == "pm" ? 12 : 0);
  return true;
}

bool set_year(FormFields& fields, const DateToken& token) {
  constexpr int first_persian = 1200, last_persian = 1499;
  const int year = number_in(token.text, 4, 4);
  if (token.persian_digits && year >= first_persian && year <= last_persian)
    fields.calendar = Calendar::persian;
  return set(fields.day.year, year);
}

bool set_compact(Day& day, std::string_view digits) {
  const int date = number_in(digits, 8, 8);
  day = {date / 10000, date / 100 % 100, date % 100};
  return date >= 0;
}

bool set_clock(FormFields& fields, std::string_view digits) {
  const int clock = number_in(digits, digits.size(), 6);
  if (clock < 0) return false;
  fields.hour = clock / (digits.size() == 6 ? 10000 : 100);
  fields.minute = clock / (digits.size() == 6 ? 100 : 1) % 100;
  if (digits.size() == 6) fields.second = clock % 100;
  return fields.hour <= end_of_day && fields.minute < 60 && fields.second <= 60;
}

bool set_short_year(FormFields& fields, int two) {
  fields.short_year = true;
  fields.day.year = two < 50 ? 2000 + two : 1900 + two;
  return two >= 0;
}

bool set_month_named(FormFields& fields, const DateToken& token) {
  fields.named = true;
  if (token.month.month == 0) return false;
  fields.calendar = token.month.calendar;
  fields.day.month = token.month.month;
  return true;
}

bool set_either(FormFields& fields, int number) {
  return set(fields.first == 0 ? fields.first : fields.second_number, number) && number > 0;
}

bool set_era(FormFields& fields, std::string_view name) {
  const std::optional<int> before = year_before_era(name);
  if (before) fields.era = *before;
  return before.has_value();
}

bool set_compact14(FormFields& fields, std::string_view digits) {
  return (digits.size() == 14 || digits.size() == 12) &&
         set_compact(fields.day, digits.substr(0, 8)) && set_clock(fields, digits.substr(8));
}

// "-W" of 2014-W10 and "-H" of 2014-H1: the number behind it is no month.
bool counts_something_else(const std::vector<DateToken>& tokens, std::size_t at) {
  return at > 0 && at + 1 < tokens.size() && tokens[at - 1].text == "-" &&
         tokens[at].kind == Kind::word && tokens[at].joined &&
         tokens[at + 1].kind == Kind::number && tokens[at + 1].joined;
}

// One word of a form against one token.
bool take(std::string_view word, const DateToken& token, FormFields& fields) {
  const std::string_view text = token.text;
  if (word == "YEAR") return set_year(fields, token);
  if (word == "MONTH") return set(fields.day.month, number_in(text, 1, 2));
  if (word == "NAME") return set_month_named(fields, token);
  if (word == "DAY") return set(fields.day.day, number_in(text, 1, 2));
  if (word == "EITHER") return set_either(fields, number_in(text, 1, 2));
  if (word == "COMPACT") return set_compact(fields.day, text);
  if (word == "COMPACT14") return set_compact14(fields, text);
  if (word == "SHORT") return set_short_year(fields, number_in(text, 2, 2));
  if (word == "ERA") return set_era(fields, text);
  if (word == "SMALL") return set(fields.day.year, number_in(text, 1, 3));
  if (word == "HOUR") return set(fields.hour, number_in(text, 1, 2)) && fields.hour <= end_of_day;
  if (word == "MINUTE") return set(fields.minute, number_in(text, 2, 2)) && fields.minute < 60;
  if (word == "SECOND") return set(fields.second, number_in(text, 2, 2)) && fields.second <= 60;
  if (word == "FRACTION") return number_in(text, 1, 9) >= 0;
  if (word == "CLOCK6") return text.size() == 6 && set_clock(fields, text);
  if (word == "CLOCK4") return text.size() == 4 && set_clock(fields, text);
  if (word == "HALF") return text == "am" || text == "pm";
  if (word == "ZONE") return token.kind == Kind::word && token.capitals && text.size() <= 5;
  return word == text;
}

}  // namespace

int number_in(std::string_view token, std::size_t shortest, std::size_t longest) {
  if (token.size() < shortest || token.size() > longest) return -1;
  int value = 0;
  for (const char c : token) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::size_t skip_idle(const std::vector<DateToken>& tokens, std::size_t at, bool german_am) {
  constexpr std::string_view signs = "月火水木金土日월화수목금토일祝";
  for (; at < tokens.size();) {
    const bool bracket = tokens[at].text == "(" && at + 2 < tokens.size() &&
                         tokens[at + 2].text == ")" &&
                         (tokens[at + 1].weekday || signs.find(tokens[at + 1].text) != signs.npos);
    if (counts_something_else(tokens, at)) break;
    const bool idle = tokens[at].filler || (german_am && tokens[at].text == "am");
    if (!bracket && !idle) break;
    at += bracket ? 3 : 1;
  }
  return at;
}

bool match_form(std::string_view form, const std::vector<DateToken>& tokens, std::size_t& at,
                FormFields& fields, bool german_am) {
  FormFields read = fields;
  std::string_view half;
  std::size_t next = at;
  while (!form.empty()) {
    const std::string_view word = form.substr(0, form.find(' '));
    form.remove_prefix(std::min(form.size(), word.size() + 1));
    const FormFields before = read;
    if (next >= tokens.size()) return false;
    if (!take(word, tokens[next], read)) {
      read = before;
      next = skip_idle(tokens, next, german_am);
      if (next >= tokens.size() || !take(word, tokens[next], read)) return false;
    }
    if (word == "HALF") half = tokens[next].text;
    if (word == "a") half = "am";
    if (word == "p") half = "pm";
    ++next;
  }
  if (!half.empty() && (read.hour < 1 || !set_half(read.hour, half))) return false;
  fields = read;
  at = next;
  return true;
}

}  // namespace backfile
