// Folding: which spellings count as the same word. The functions are declared in unicode.h.
//
// Case, compatibility forms and invisible characters go by Unicode's NFKC_Casefold. What Unicode
// leaves to the language is decided here: which marks are accents, which letters are a language's
// own.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "indexer/base/failure.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

const icu::Normalizer2& checked(const icu::Normalizer2* normalizer, UErrorCode status) {
  if (U_FAILURE(status))
    throw Failure(Exit::unreadable, "ICU's normalization data is missing; reinstall libicu");
  return *normalizer;
}

const icu::Normalizer2& case_folding() {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2& instance =
      checked(icu::Normalizer2::getNFKCCasefoldInstance(status), status);
  return instance;
}

const icu::Normalizer2& composition() {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2& instance =
      checked(icu::Normalizer2::getNFCInstance(status), status);
  return instance;
}

// Letters that a language counts as its own, so that taking the mark off would make another word.
std::u16string_view own_letters(std::string_view language) {
  if (language == "sv" || language == "fi") return u"åäö";
  if (language == "da" || language == "no" || language == "nb" || language == "nn") return u"æøå";
  if (language == "et") return u"õäöü";
  if (language == "is") return u"þðæö";
  return {};
}

bool is_own_letter(UChar32 c, std::u16string_view own) {
  return c <= 0xFFFF && own.find(static_cast<char16_t>(c)) != std::u16string_view::npos;
}

// Letters that Unicode does not decompose but readers without that key write otherwise.
std::u16string_view plain_spelling(UChar32 c) {
  switch (c) {
    case u'ø':
      return u"o";
    case u'ł':
      return u"l";
    case u'đ':
    case u'ð':
      return u"d";
    case u'ħ':
      return u"h";
    case u'ŧ':
      return u"t";
    case u'ı':
      return u"i";
    case u'æ':
      return u"ae";
    case u'œ':
      return u"oe";
    case u'þ':
      return u"th";
    default:
      return {};
  }
}

// Whether `mark` on `base` (both case folded) is only an accent.
bool is_accent(UChar32 base, UChar32 mark) {
  if (u_charType(mark) != U_NON_SPACING_MARK) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(base, &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_HEBREW:
      return true;
    case USCRIPT_CYRILLIC:  // ё is written е, stress is marked in textbooks; й and ї are letters
      if (mark == 0x308) return base == u'е';
      return (mark == 0x300 || mark == 0x301) &&
             std::u16string_view(u"аеиоуыэюяіїє").find(static_cast<char16_t>(base)) !=
                 std::u16string_view::npos;
    case USCRIPT_ARABIC:  // vowel signs; the hamza and madda of an alef
      return (mark >= 0x64B && mark <= 0x652) || mark == 0x670 ||
             (mark >= 0x653 && mark <= 0x655 && base == 0x627);
    default:
      return false;
  }
}

// The letter without its accents.
icu::UnicodeString bare(UChar32 c) {
  if (const auto plain = plain_spelling(c); !plain.empty()) {
    return {plain.data(), static_cast<std::int32_t>(plain.size())};
  }
  icu::UnicodeString parts;
  if (!composition().getDecomposition(c, parts)) return {c};
  const UChar32 base = parts.char32At(0);
  icu::UnicodeString kept(base);
  for (std::int32_t i = U16_LENGTH(base); i < parts.length(); i += U16_LENGTH(parts.char32At(i))) {
    if (!is_accent(base, parts.char32At(i))) kept.append(parts.char32At(i));
  }
  UErrorCode status = U_ZERO_ERROR;
  return composition().normalize(kept, status);
}

// Digits of every script, the apostrophes and the hyphens: one form each.
UChar32 unify(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2BC:
    case 0x2BB:
      return '\'';
    case 0x2010:
    case 0x2011:
      return '-';
    default:
      break;
  }
  return c > 0x7F && u_isdigit(c) ? '0' + u_charDigitValue(c) : c;
}

icu::UnicodeString fold_case(icu::UnicodeString text, bool turkish) {
  if (turkish) {
    text.findAndReplace(icu::UnicodeString(u'I'), icu::UnicodeString(u'ı'));
    text.findAndReplace(icu::UnicodeString(u'İ'), icu::UnicodeString(u'i'));
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString folded = case_folding().normalize(text, status);
  icu::UnicodeString unified;
  for (std::int32_t i = 0; i < folded.length(); i += U16_LENGTH(folded.char32At(i))) {
    if (folded.char32At(i) != 0x640) unified.append(unify(folded.char32At(i)));  // no tatweel
  }
  return unified;
}

icu::UnicodeString take_accents_off(const icu::UnicodeString& folded, std::u16string_view own) {
  icu::UnicodeString out;
  UChar32 base = 0;
  for (std::int32_t i = 0; i < folded.length(); i += U16_LENGTH(folded.char32At(i))) {
    const UChar32 c = folded.char32At(i);
    if (base != 0 && is_accent(base, c)) continue;
    out.append(is_own_letter(c, own) ? icu::UnicodeString(c) : bare(c));
    if (u_getCombiningClass(c) == 0) base = out.isEmpty() ? c : out.char32At(out.length() - 1);
  }
  return out;
}

Folded fold_by_icu(std::string_view word, std::string_view language) {
  const bool turkish = language == "tr" || language == "az";
  const icu::UnicodeString folded = fold_case(
      icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())}), turkish);
  Folded result;
  folded.toUTF8String(result.accented);
  take_accents_off(folded, own_letters(language)).toUTF8String(result.term);
  if (result.term == result.accented) result.accented.clear();
  return result;
}

// One letter for one letter, whatever its neighbours: nearly all of Latin, Greek and Cyrillic.
struct Letter {
  char16_t folded = 0;  // 0: look at the whole word
  char16_t bare = 0;
};
constexpr UChar32 table_size = 0x700;

char16_t only_unit(const icu::UnicodeString& text) {
  return text.length() == 1 && text.charAt(0) < table_size ? text.charAt(0) : u'\0';
}

Letter make_letter(UChar32 c) {
  if (u_getCombiningClass(c) != 0 || u_charType(c) == U_NON_SPACING_MARK) return {};
  const char16_t folded = only_unit(fold_case(icu::UnicodeString(c), false));
  return {folded, folded == 0 ? u'\0' : only_unit(bare(folded))};
}

const std::array<Letter, table_size>& letters() {
  static const std::array<Letter, table_size> table = [] {
    std::array<Letter, table_size> made;
    for (UChar32 c = 0; c < table_size; ++c) made[static_cast<std::size_t>(c)] = make_letter(c);
    return made;
  }();
  return table;
}

// Han, Kana but its voicing marks, Hangul syllables: folding leaves them as they are.
bool is_unchanging(UChar32 c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x30A1 && c <= 0x30FE) || (c >= 0xAC00 && c <= 0xD7A3);
}

void append(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// The fast path; false where the whole word must be looked at.
bool fold_by_table(std::string_view word, std::u16string_view own, Folded& result) {
  const std::array<Letter, table_size>& table = letters();
  result.term.reserve(word.size());
  bool accents = false;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t begin = i;
    UChar32 c = 0;
    U8_NEXT_UNSAFE(word.data(), i, c);
    if (c >= table_size) {
      if (!is_unchanging(c)) return false;
      result.term.append(word, begin, i - begin);
      if (accents) result.accented.append(word, begin, i - begin);
      continue;
    }
    Letter letter = table[static_cast<std::size_t>(c)];
    if (letter.folded == 0) return false;
    if (letter.bare != letter.folded && own.find(letter.folded) != own.npos) {
      letter.bare = letter.folded;
    }
    if (letter.bare == 0) return false;
    if (!accents && letter.bare != letter.folded) {
      accents = true;
      result.accented = result.term;
    }
    append(result.term, letter.bare);
    if (accents) append(result.accented, letter.folded);
  }
  return true;
}

}  // namespace

Folded fold(std::string_view word, std::string_view language) {
  const bool turkish = language == "tr" || language == "az";
  Folded result;
  if (turkish || !fold_by_table(word, own_letters(language), result)) {
    return fold_by_icu(word, language);
  }
  return result;
}

}  // namespace backfile
