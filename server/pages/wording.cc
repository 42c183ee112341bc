// See wording.h.
#include "server/pages/wording.h"

#include <algorithm>
#include <array>

namespace backfile {
namespace {

constexpr std::array months = {"January",   "February", "March",    "April",
                               "May",       "June",     "July",     "August",
                               "September", "October",  "November", "December"};

struct Language {
  std::string_view code, name;
};
constexpr Language languages[] = {
    {"ar", "Arabic"},     {"bg", "Bulgarian"}, {"bn", "Bengali"},    {"ca", "Catalan"},
    {"cs", "Czech"},      {"cy", "Welsh"},     {"da", "Danish"},     {"de", "German"},
    {"el", "Greek"},      {"en", "English"},   {"es", "Spanish"},    {"et", "Estonian"},
    {"eu", "Basque"},     {"fa", "Persian"},   {"fi", "Finnish"},    {"fr", "French"},
    {"ga", "Irish"},      {"he", "Hebrew"},    {"hi", "Hindi"},      {"hr", "Croatian"},
    {"hu", "Hungarian"},  {"hy", "Armenian"},  {"id", "Indonesian"}, {"is", "Icelandic"},
    {"it", "Italian"},    {"ja", "Japanese"},  {"ka", "Georgian"},   {"ko", "Korean"},
    {"lt", "Lithuanian"}, {"lv", "Latvian"},   {"mk", "Macedonian"}, {"ms", "Malay"},
    {"nb", "Norwegian"},  {"nl", "Dutch"},     {"nn", "Norwegian"},  {"no", "Norwegian"},
    {"pl", "Polish"},     {"ps", "Pashto"},    {"pt", "Portuguese"}, {"ro", "Romanian"},
    {"ru", "Russian"},    {"sk", "Slovak"},    {"sl", "Slovene"},    {"sq", "Albanian"},
    {"sr", "Serbian"},    {"sv", "Swedish"},   {"sw", "Swahili"},    {"ta", "Tamil"},
    {"th", "Thai"},       {"tr", "Turkish"},   {"uk", "Ukrainian"},  {"ur", "Urdu"},
    {"vi", "Vietnamese"}, {"zh", "Chinese"},
};
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

std::string name_of_language(std::string_view code) {
  const auto found = std::find_if(std::begin(languages), std::end(languages),
                                  [&](const Language& language) { return language.code == code; });
  return std::string(found == std::end(languages) ? code : found->name);
}

std::string shown_value(const Field& field, const std::string& value) {
  return field.id == FieldId::language ? name_of_language(value) : value;
}

std::string_view direction(std::string_view language) {
  if (language.empty()) return "auto";
  const bool rtl = std::find(std::begin(right_to_left), std::end(right_to_left),
                             language.substr(0, 2)) != std::end(right_to_left);
  return rtl ? "rtl" : "ltr";
}

}  // namespace backfile
