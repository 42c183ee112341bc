// CLD2 guesses; ICU knows which codes are languages and what they are called.
#include "indexer/text/language.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <vector>  // CLD2's header uses it without including it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t enough_text = 16 * 1024;  // more does not change the guess
constexpr int clear_majority = 60;              // per cent of the letters

// Of a code of letters only; ICU returns the code itself if the language has no name.
std::string english_name(const std::string& language) {
  icu::UnicodeString name;
  icu::Locale(language.c_str()).getDisplayLanguage(icu::Locale::getEnglish(), name);
  std::string result;
  name.toUTF8String(result);
  return result;
}

bool is_known(const std::string& language) {
  return english_name(language) != language;
}

std::string canonical_code(const std::string& subtag) {
  const std::string language = icu::Locale::createCanonical(subtag.c_str()).getLanguage();
  if (language == "nb" || language == "nn") return "no";  // one stemmer, one archive
  if (language == "jw") return "jv";                      // CLD2's name for Javanese
  return language.size() == 2 && is_known(language) ? language : std::string();
}

}  // namespace

std::string guess_language(std::string_view text) {
  text = text.substr(0, code_point_floor(text, enough_text));
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int letters = 0, valid_bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true,
                                          &no_hints, 0, languages, percents, scores, nullptr,
                                          &letters, &reliable, &valid_bytes);
  if (!reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE || percents[0] < clear_majority)
    return {};
  return normalize_language(CLD2::LanguageCode(languages[0]));
}

std::string normalize_language(std::string_view code) {
  // The language is what stands before the first hyphen or underscore: two or three letters.
  const std::string_view subtag = code.substr(0, code.find_first_of("-_"));
  if (subtag.size() < 2 || subtag.size() > 3) return {};
  if (!std::all_of(subtag.begin(), subtag.end(), is_ascii_letter)) return {};

  // Every article asks, and ICU takes microseconds to answer; so few letters are soon all known.
  static std::map<std::string, std::string> known;
  const std::string lower = ascii_lowered(subtag);
  const std::lock_guard lock(shared_icu());
  const auto place = known.find(lower);
  return place != known.end() ? place->second : known[lower] = canonical_code(lower);
}

std::string language_name(std::string_view code) {
  // A visitor may ask for any "code", and ICU would take what follows the letters for a locale.
  const bool is_code =
      !code.empty() && code.size() <= 3 && std::all_of(code.begin(), code.end(), is_ascii_letter);
  if (!is_code) return std::string(code);
  const std::lock_guard lock(shared_icu());
  return english_name(std::string(code));
}

}  // namespace backfile
