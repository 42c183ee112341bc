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

bool begins_with_scheme(std::string_view url, std::string_view scheme) {
  return url.size() > scheme.size() &&
         std::equal(scheme.begin(), scheme.end(), url.begin(), [](char expected, char c) {
           return expected == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
         });
}

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

std::string name_of_language(std::string_view code) {
  const auto found = std::find_if(std::begin(languages), std::end(languages),
                                  [&](const Language& language) { return language.code == code; });
  return std::string(found == std::end(languages) ? code : found->name);
}

std::string_view direction(std::string_view language) {
  if (language.empty()) return "auto";
  const bool rtl = std::find(std::begin(right_to_left), std::end(right_to_left),
                             language.substr(0, 2)) != std::end(right_to_left);
  return rtl ? "rtl" : "ltr";
}

std::optional<std::string> linkable_address(std::string_view url) {
  if (!begins_with_scheme(url, "http://") && !begins_with_scheme(url, "https://"))
    return std::nullopt;
  const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != 0x7F && c != '\\';
  });
  if (!plain || host_of(url).empty()) return std::nullopt;
  return std::string(url);
}

std::string host_of(std::string_view url) {
  const std::size_t begin = url.find("//");
  if (begin == std::string_view::npos) return {};
  std::string_view host = url.substr(begin + 2);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos)
    host = host.substr(at + 1);
  if (host.starts_with("www.")) host.remove_prefix(4);
  const std::size_t bracket = host.starts_with('[') ? host.find(']') : 0;  // of an IPv6 address
  if (bracket == std::string_view::npos) return {};
  return std::string(host.substr(0, host.find(':', bracket)));
}

}  // namespace backfile
