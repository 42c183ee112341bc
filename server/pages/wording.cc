// Small tables. The evidence of a date is recognized by how it begins, because the readers add to
// it.
#include "server/pages/wording.h"

#include <algorithm>
#include <array>

#include "indexer/text/language.h"

namespace backfile {
namespace {

constexpr std::array months = {"January",   "February", "March",    "April",
                               "May",       "June",     "July",     "August",
                               "September", "October",  "November", "December"};

constexpr std::string_view right_to_left[] = {"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"};

}  // namespace

std::string written_day(const Day& day) {
  if (day.year == 0) return {};
  std::string text = std::to_string(day.year);
  if (day.month < 1 || day.month > 12) return text;
  text = std::string(months.at(static_cast<std::size_t>(day.month - 1))) + ' ' + text;
  return day.day == 0 ? text : std::to_string(day.day) + ' ' + text;
}

std::string written_date(std::string_view iso) {
  const auto day = day_of(iso);
  return day ? written_day(*day) : std::string();
}

std::string place_of_date(std::string_view where) {
  struct Place {
    std::string_view begins, place;
  };
  static constexpr Place places[] = {
      {"JSON-LD", "the page’s data for search engines"},
      {"<meta", "the page’s data for search engines"},
      {"itemprop", "the page’s data for search engines"},
      {"a line beside the title", "a line beside the headline"},
      {"the name of the file", "the name of its file"},
      {"the address", "the address of the original"},
      {"the article", "the article’s data"},
  };
  for (const Place& known : places) {
    if (where.starts_with(known.begins)) return std::string(known.place);
  }
  for (const std::string_view line :
       {"<time>", "a date", "a line named as date or byline", "a line"}) {
    if (!where.starts_with(line)) continue;
    const std::string_view side = where.substr(line.size());
    return "a line" + std::string(side == " of the page" ? " elsewhere on the page" : side);
  }
  const bool field = where.size() > 2 && where.starts_with('"') && where.ends_with('"');
  if (field)
    return "the field “" + std::string(where.substr(1, where.size() - 2)) + "” of its data";
  return std::string(where);
}

std::string shown_value(const Field& field, const std::string& value) {
  return field.id == FieldId::language ? language_name(value) : value;
}

std::string_view direction(std::string_view language) {
  if (language.empty()) return "auto";
  const bool rtl = std::find(std::begin(right_to_left), std::end(right_to_left),
                             language.substr(0, 2)) != std::end(right_to_left);
  return rtl ? "rtl" : "ltr";
}

}  // namespace backfile
