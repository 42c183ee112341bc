// Takes the first date that is offered, and keeps what is no date as evidence.
#include "indexer/readers/evidence/dating.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article/date_epoch.h"
#include "indexer/readers/evidence/dated_line.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_text = 300;  // bytes; no date is longer

// What programming languages write for no date. "0" and "0000-00-00" are mistakes, which are told.
bool is_nothing_known(std::string_view text) {
  return text.starts_with("0001-01-01") || text.starts_with("1970-01-01T00:00:00");
}

// "14:32", beside what is told as it happens: no day, and no mistake either.
bool is_clock_time(std::string_view text) {
  constexpr std::size_t longest = std::string_view("14:32").size();
  return text.size() <= longest && text.find(':') != text.npos &&
         text.find_first_not_of("0123456789:") == text.npos;
}

// "201402" is a month; "140203" is none, and may be a day.
std::optional<std::string> date_of_six_digits(std::string_view text) {
  constexpr std::size_t year = 4, all = 6;
  if (text.size() != all || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
  if (text < "180000" || text > "210000") return std::nullopt;
  return parse_date(std::string(text.substr(0, year)) + '-' + std::string(text.substr(year)));
}

std::optional<std::string> read_date(std::string_view text, DayOrder order, bool modified) {
  if (auto iso = date_of_epoch(text)) return iso;
  if (auto iso = date_of_six_digits(text)) return iso;
  if (auto iso = parse_date(text, order)) return iso;
  const DatedLine line = read_dated_line(text, order);
  const std::string& found = modified && !line.modified.empty() ? line.modified : line.published;
  return found.empty() ? std::nullopt : std::optional(found);
}

// Whether `date` says the same as `known`, and more: the zone of the place, or the time of the day.
bool says_more(std::string_view date, std::string_view known) {
  constexpr std::size_t length_of_day = std::string_view("YYYY-MM-DD").size();
  if (known.size() == length_of_day) return date.size() > known.size() && date.starts_with(known);
  return known.ends_with('Z') && !date.ends_with('Z') && instant_of(date) == instant_of(known) &&
         date.find_last_of("+-") > length_of_day;
}

void offer(std::string& field, DateEvidence& evidence, std::string_view where,
           std::string_view given, DayOrder order, bool modified) {
  if (given.empty() || given.size() > longest_text) return;
  const std::string text = tidy_line(given);
  if (text.empty() || is_nothing_known(text) || is_clock_time(text)) return;
  const std::optional<std::string> iso = read_date(text, order, modified);
  if (!iso) {
    if (field.empty() && evidence.where.empty()) evidence = {std::string(where), text};
  } else if (field.empty() || says_more(*iso, field)) {
    field = *iso;
    evidence = {std::string(where), text};
  }
}

// Year, month and day or month alone in the segments of a path, from `at` on.
std::string date_of_segments(const std::vector<std::string_view>& segments, std::size_t at) {
  const auto is_number = [](std::string_view text, std::size_t shortest, std::size_t longest) {
    return text.size() >= shortest && text.size() <= longest &&
           text.find_first_not_of("0123456789") == text.npos;
  };
  const std::string_view year = segments[at];
  if (!is_number(year, 4, 4) || year < "1600" || year > "2199") return {};
  if (at + 1 >= segments.size()) return {};
  const std::string_view month = segments[at + 1];
  const std::string_view day = at + 2 < segments.size() ? segments[at + 2] : std::string_view();
  const bool numbered = is_number(month, 1, 2);
  if (!numbered && (month.size() < 3 || month.size() > 9)) return {};
  if (is_number(day, 1, 2)) {
    const std::string date =
        numbered ? std::string(year) + '/' + std::string(month) + '/' + std::string(day)
                 : std::string(day) + ' ' + std::string(month) + ' ' + std::string(year);
    return parse_date(date).value_or(std::string());
  }
  const std::string date =
      numbered ? std::string(year) + (month.size() == 1 ? "-0" : "-") + std::string(month)
               : std::string(month) + ' ' + std::string(year);
  return month.size() == 1 ? std::string() : parse_date(date).value_or(std::string());
}

// "2014-05-03-ferry", "20140503", "ferry-2014-05-03.html".
std::string date_of_segment(std::string_view segment) {
  const auto matches = [&](std::size_t at, std::string_view form) {
    const auto same = [](char c, char f) { return f == '0' ? c >= '0' && c <= '9' : c == f; };
    return at + form.size() <= segment.size() &&
           std::ranges::equal(segment.substr(at, form.size()), form, same);
  };
  const auto is_digit = [&](std::size_t at) {
    return at < segment.size() && segment[at] >= '0' && segment[at] <= '9';
  };
  for (std::size_t at = 0; at < segment.size(); ++at) {
    if (at > 0 && is_digit(at - 1)) continue;
    for (const std::string_view form : {"0000-00-00", "0000_00_00", "00000000"}) {
      if (!matches(at, form) || is_digit(at + form.size())) continue;
      std::string date(segment.substr(at, form.size()));
      std::ranges::replace(date, '_', '-');
      if (date < "1600" || date > "2200") continue;
      if (auto iso = parse_date(date)) return *iso;
    }
  }
  return {};
}

}  // namespace

void offer_published(Article& article, std::string_view where, std::string_view text,
                     DayOrder order) {
  offer(article.published, article.published_by, where, text, order, false);
}

void offer_modified(Article& article, std::string_view where, std::string_view text,
                    DayOrder order) {
  offer(article.modified, article.modified_by, where, text, order, true);
}

std::string date_in_address(std::string_view url) {
  const std::size_t host = url.find("://");
  if (host == url.npos) return {};
  url.remove_prefix(host + 3);
  url = url.substr(0, url.find_first_of("?#"));
  std::vector<std::string_view> segments;
  for (std::size_t at = url.find('/'); at != url.npos; at = url.find('/', at + 1)) {
    const std::size_t end = std::min(url.find('/', at + 1), url.size());
    segments.push_back(url.substr(at + 1, end - at - 1));
  }
  std::string month;
  for (std::size_t i = segments.size(); i-- > 0;) {
    std::string date = date_of_segments(segments, i);
    if (date.size() < std::string_view("YYYY-MM-DD").size()) {
      if (month.empty()) month = std::move(date);
      date = date_of_segment(segments[i]);
    }
    if (!date.empty()) return date;
  }
  return month;
}

}  // namespace backfile
