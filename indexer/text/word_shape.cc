// Questions about code points by ICU's properties, and about words by what they are made of.
#include "indexer/text/word_shape.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "indexer/text/properties.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

UChar32 as_icu(char32_t c) {
  return static_cast<UChar32>(c);
}

bool is_mark(char32_t c) {
  return (U_GET_GC_MASK(as_icu(c)) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

bool is_lower_letter(char32_t c) {
  return u_islower(as_icu(c)) != 0;
}
bool is_letter(char32_t c) {
  return u_isalpha(as_icu(c)) != 0;
}

bool all_of(std::string_view word, auto is_wanted) {
  for (std::size_t offset = 0; offset < word.size();) {
    if (!is_wanted(take_code_point(word, offset))) return false;
  }
  return !word.empty();
}

}  // namespace

char32_t take_code_point(std::string_view text, std::size_t& offset) {
  UChar32 c = 0;
  U8_NEXT_UNSAFE(text.data(), offset, c);
  return static_cast<char32_t>(c);
}

bool is_upper_letter(char32_t c) {
  return u_isupper(as_icu(c)) != 0;
}

bool is_digit(char32_t c) {
  return u_isdigit(as_icu(c)) != 0;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0x2BB || c == 0xFF07;
}

bool is_sure_to_fold(char32_t c) {
  return u_isalnum(as_icu(c)) != 0 && c != 0x640 &&
         (c < 0x80 || u_hasBinaryProperty(as_icu(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0);
}

bool parts_numbers(char32_t c) {
  return c == '.' || c == ',' || c == ';' || is_apostrophe(c);
}

bool has_small_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = take_code_point(text, at);
    if (c < 0x80 ? c >= 'a' && c <= 'z' : remembered<is_lower_letter>(c)) return true;
  }
  return false;
}

std::size_t leading_marks(std::string_view word) {
  std::size_t length = 0;
  for (std::size_t next = 0; next < word.size() && is_mark(take_code_point(word, next));)
    length = next;
  return length;
}

Range without_low_lines(std::string_view text, Range range) {
  while (range.begin < range.end && text[range.begin] == '_') {
    ++range.begin;
    range.begin += static_cast<std::uint32_t>(leading_marks(slice(text, range)));
  }
  while (range.begin < range.end && text[range.end - 1] == '_') --range.end;
  return range;
}

Range digits_of(std::string_view text, Range range) {
  Range digits = {range.end, range.end};
  bool closed = false;  // by a letter
  for (std::size_t i = range.begin; i < range.end;) {
    const std::size_t here = i;
    const char32_t c = take_code_point(text, i);
    const bool begun = digits.begin < range.end;
    if (is_digit(c) && closed) return {range.end, range.end};
    if (is_digit(c) && !begun) digits.begin = static_cast<std::uint32_t>(here);
    if (is_digit(c) || (begun && is_mark(c) && here == digits.end))
      digits.end = static_cast<std::uint32_t>(i);
    closed = closed || (begun && !is_digit(c) && !is_mark(c) && !parts_numbers(c));
  }
  return digits;
}

bool is_in_capitals(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = take_code_point(text, at);
    if (is_letter(c) && !is_upper_letter(c)) return false;
  }
  return true;
}

bool is_dotted_abbreviation(std::string_view word) {
  if (word.find('.') == std::string_view::npos) return false;
  bool single = false;
  for (std::size_t begin = 0, end = 0; begin <= word.size(); begin = end + 1) {
    end = std::min(word.find('.', begin), word.size());
    const std::string_view part = word.substr(begin, end - begin);
    const std::size_t letters = code_point_length(part);
    if (letters > 2 || !all_of(part, is_letter)) return false;
    single = single || letters == 1;
  }
  return single;
}

bool has_colon_suffix(std::string_view stem, std::string_view suffix) {
  return code_point_length(stem) >= 2 && all_of(stem, is_upper_letter) &&
         code_point_length(suffix) <= 4 && all_of(suffix, is_lower_letter);
}

}  // namespace backfile
