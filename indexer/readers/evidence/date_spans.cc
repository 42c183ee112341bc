// Looks at the tokens on both sides of a date.
#include "indexer/readers/evidence/date_spans.h"

#include <algorithm>
#include <string>

#include "indexer/readers/evidence/byline_words.h"

namespace backfile {
namespace {

using Tokens = std::vector<DateToken>;
using Kind = DateToken::Kind;

// A dash between spaces counts as a bar.
bool is_dash(std::string_view line, const DateToken& token) {
  if (token.kind != Kind::sign || token.begin >= line.size()) return false;
  const std::string_view sign = line.substr(token.begin, token.end - token.begin);
  return sign == "-" || sign.starts_with("\xE2\x80") || sign == "\xE2\x88\x92";
}

bool is_day(const DateToken& token) {
  return token.kind == Kind::number && token.text.size() <= 2 && token.text != "0" &&
         token.text != "00" && (token.text.size() < 2 || token.text <= "31");
}

// "12", "12 May", "May 12", "May", "Saturday 12 May", and nothing else: the beginning of a span.
bool are_day(const Tokens& tokens, std::size_t begin, std::size_t end) {
  constexpr std::size_t most = 4;
  std::size_t days = 0, months = 0;
  for (std::size_t i = end; i > begin && end - i <= most; --i) {
    const DateToken& token = tokens[i - 1];
    if (token.text == "|") break;
    if (token.month.month > 0) {
      ++months;
    } else if (is_day(token)) {
      ++days;
    } else if (!token.filler) {
      return false;
    }
  }
  return days <= 1 && months <= 1 && days + months > 0;
}

// "10:00", "9pm", "21h".
bool is_clock(const Tokens& tokens, std::size_t at) {
  if (at + 1 >= tokens.size() || tokens[at].kind != Kind::number) return false;
  const std::string& next = tokens[at + 1].text;
  return next == ":" || next == "." || next == "am" || next == "pm" || next == "h" || next == "uhr";
}

// Words of places where people meet, folded.
bool holds_venue(const Tokens& tokens, std::size_t begin, std::size_t end) {
  constexpr std::string_view venues =
      " hall theatre theater church chapel cathedral museum library arena stadium pavilion "
      "auditorium gallery hotel inn pub club centre center school college university park square "
      "cinema barn room house rathaus stadthalle kirche bibliothek halle saal schule salle mairie "
      "eglise musee bibliotheque teatro museo iglesia chiesa biblioteca sala auditorio ";
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                     tokens.begin() + static_cast<std::ptrdiff_t>(end), [&](const DateToken& one) {
                       return venues.find(' ' + one.text + ' ') != venues.npos;
                     });
}

}  // namespace

bool is_in_span(std::string_view line, const Tokens& tokens, DateInLine date, std::size_t last) {
  std::size_t begin = date.begin;
  while (begin > last && tokens[begin - 1].weekday) --begin;
  if (begin > last && is_dash(line, tokens[begin - 1])) {
    if (last > 0 && last + 1 == begin) return true;
    if (are_day(tokens, last, begin - 1)) return true;
  }
  return date.has_time && date.end < tokens.size() && is_dash(line, tokens[date.end]) &&
         is_clock(tokens, date.end + 1);
}

bool is_of_event(const Tokens& tokens, std::size_t begin, DateInLine date, std::size_t end) {
  if (!date.has_time || date.end >= end) return false;
  if (holds_venue(tokens, date.end, end)) return true;
  const bool weekday = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                                   tokens.begin() + static_cast<std::ptrdiff_t>(date.end),
                                   [](const DateToken& token) { return token.weekday; });
  const bool place = end == date.end + 1 && tokens[date.end].kind == Kind::word;
  return weekday && place && tokens[date.end - 1].text == ",";
}

bool announces_event(const Tokens& tokens) {
  constexpr std::size_t longest_clock = 5;  // "8 : 30 p.m"
  bool hour = false, place = false;
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::size_t end = begin;
    while (end < tokens.size() && tokens[end].text != "|") ++end;
    hour = hour || (is_clock(tokens, begin) && end - begin <= longest_clock);
    place = place || (end > begin && tokens[begin].kind == Kind::word && !tokens[begin].weekday &&
                      !is_byline_word(BylineWord::by, tokens[begin].text) &&
                      holds_venue(tokens, end - 1, end));
    begin = end + 1;
  }
  return hour && place && std::ranges::any_of(tokens, &DateToken::weekday);
}

bool stands_behind_birth(const Tokens& tokens, std::size_t date) {
  while (date > 0 && (tokens[date - 1].kind == Kind::sign || tokens[date - 1].weekday)) --date;
  constexpr std::string_view births = " b born geb geboren nee ne nacido nata nato ";
  return date > 0 && births.find(' ' + tokens[date - 1].text + ' ') != births.npos;
}

}  // namespace backfile
