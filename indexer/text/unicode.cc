// Repair, measures and tidying; folding has fold.cc to itself.
#include "indexer/text/unicode.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "indexer/base/failure.h"
#include "indexer/text/ascii.h"
#include "indexer/text/properties.h"

namespace backfile {
namespace {

constexpr UChar32 replacement = 0xFFFD;
constexpr UChar32 byte_order_mark = 0xFEFF;
constexpr std::size_t most_marks = 8;  // upon one character, in any language

// What windows-1252 has where Unicode has the C1 controls, U+0080 to U+009F: nobody writes these
// controls, and many programs take that code for Latin-1. Zero where it has nothing either. The
// table is that of the WHATWG's "numeric character reference end state".
constexpr std::array<UChar32, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,  //
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,       //
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,  //
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

UChar32 meant(UChar32 c) {
  if (c < 0x80 || c > 0x9F) return c;
  const UChar32 character = windows_1252[static_cast<std::size_t>(c - 0x80)];
  return character == 0 ? c : character;
}

// No-break spaces as they part the thousands of a number.
bool is_number_space(UChar32 c) {
  return c == 0x00A0 || c == 0x2009 || c == 0x202F;
}

// ICU's macros narrow integers without a cast.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"

}  // namespace

void append_code_point(std::string& text, char32_t c) {
  char buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  text.append(buffer, static_cast<std::size_t>(length));
}

namespace {

// The code point at `offset`, which moves behind it; negative for one maximal invalid part.
UChar32 next_code_point(std::string_view text, std::size_t& offset) {
  UChar32 c = 0;
  U8_NEXT(text.data(), offset, text.size(), c);
  return c;
}

#pragma GCC diagnostic pop

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

// Takes a column: a space, a letter, a digit, a mark.
bool is_visible_ascii(char c) {
  return c >= ' ' && c <= '~';
}

// How many bytes from `offset` on stay as they are in a tidy line: words of ASCII with a space
// between them.
std::size_t tidy_run(std::string_view text, std::size_t offset) {
  const auto is_letter = [&](std::size_t i) { return text[i] > ' ' && text[i] <= '~'; };
  std::size_t end = offset;
  for (;;) {
    while (end < text.size() && is_letter(end)) ++end;
    const bool goes_on =
        end > offset && end + 1 < text.size() && text[end] == ' ' && is_letter(end + 1);
    if (!goes_on) return end - offset;
    ++end;
  }
}

bool is_bidi_control(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) != 0;
}

std::size_t width_of(UChar32 c) {
  const int category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
      category == U_CONTROL_CHAR) {
    return 0;
  }
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Goes with the character before it, whatever that is.
bool look_up_continues(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  switch (u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
    case U_GCB_EXTEND:
    case U_GCB_SPACING_MARK:
    case U_GCB_ZWJ:
      return true;
    default:
      return u_charType(c) == U_FORMAT_CHAR;
  }
}

bool continues_character(UChar32 c) {
  return remembered<look_up_continues>(static_cast<char32_t>(c));
}

// Thai and Lao: the ring above and the vowel behind it that together are ำ and ຳ.
bool is_ring(UChar32 c) {
  return c == 0x0E4D || c == 0x0ECD;
}

bool is_long_a(UChar32 c) {
  return c == 0x0E32 || c == 0x0EB2;
}

// ICU's iterators may not be shared, and opening one costs far more than asking it.
icu::BreakIterator& grapheme_iterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    const std::lock_guard lock(shared_icu());
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status))
      throw Failure(Exit::unreadable, "ICU's data for characters is missing; reinstall libicu");
    return made;
  }();
  return *iterator;
}

}  // namespace

std::mutex& shared_icu() {
  static std::mutex mutex;
  return mutex;
}

// Eight bytes at a time.
std::size_t ascii_run(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t high = 0x8080808080808080u, low = 0x0101010101010101u;
  const std::size_t start = offset;
  for (; offset + 8 <= text.size(); offset += 8) {
    std::uint64_t block = 0;
    std::memcpy(&block, text.data() + offset, 8);
    // Either a high bit is set, or subtracting one from each byte borrows where a byte is zero.
    if (((block | (block - low)) & high) != 0) break;
  }
  while (offset < text.size() && is_ascii(text[offset]) && text[offset] != '\0') ++offset;
  return offset - start;
}

std::string repair_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t offset = 0; offset < bytes.size();) {
    const std::size_t run = ascii_run(bytes, offset);
    out.append(bytes, offset, run);
    offset += run;
    if (offset == bytes.size()) break;
    const UChar32 c = next_code_point(bytes, offset);
    if (out.empty() && (c == 0 || c == byte_order_mark)) continue;
    const UChar32 shown = c == 0 ? ' ' : c < 0 ? replacement : meant(c);  // a NUL parts words
    append_code_point(out, static_cast<char32_t>(shown));
  }
  return out;
}

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t offset = 0; offset < bytes.size();) {
    offset += ascii_run(bytes, offset);
    if (offset < bytes.size() && next_code_point(bytes, offset) < 0) return false;
  }
  return true;
}

std::size_t code_point_floor(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return text.size();
  while (offset > 0 && U8_IS_TRAIL(text[offset])) --offset;
  return offset;
}

std::size_t grapheme_floor(std::string_view text, std::size_t offset) {
  offset = code_point_floor(text, offset);
  if (offset == 0 || offset == text.size()) return offset;
  if (is_ascii(text[offset]) && is_ascii(text[offset - 1]) && text[offset] != '\n') return offset;

  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  icu::BreakIterator& iterator = grapheme_iterator();
  iterator.setText(&source, status);
  const auto here = static_cast<std::int32_t>(offset);
  const std::int32_t floor = iterator.isBoundary(here) ? here : iterator.preceding(here);
  utext_close(&source);
  return floor < 0 ? 0 : static_cast<std::size_t>(floor);
}

std::size_t character_end(std::string_view text, std::size_t offset) {
  bool ring = is_ring(next_code_point(text, offset));
  while (offset < text.size()) {
    std::size_t next = offset;
    const UChar32 c = next_code_point(text, next);
    if (!continues_character(c) && !(ring && is_long_a(c))) break;
    ring = is_ring(c) || (ring && !is_long_a(c));
    offset = next;
  }
  return offset;
}

bool is_one_character(std::string_view text) {
  return !text.empty() && character_end(text, 0) == text.size();
}

std::size_t utf16_length(std::string_view text) {
  std::size_t length = 0;
  for (const char byte : text) {
    // Every lead byte counts one unit; those of four bytes two.
    length += (U8_IS_TRAIL(byte) ? 0u : 1u) + (static_cast<unsigned char>(byte) >= 0xF0 ? 1u : 0u);
  }
  return length;
}

std::size_t code_point_length(std::string_view text) {
  std::size_t length = 0;
  for (const char byte : text) length += U8_IS_TRAIL(byte) ? 0u : 1u;
  return length;
}

namespace {

// As much of most text is, counted faster than one by one.
bool is_all_visible_ascii(std::string_view text) {
  bool all = true;
  for (const char c : text) all &= is_visible_ascii(c);
  return all;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  if (is_all_visible_ascii(text)) return text.size();
  std::size_t width = 0, marks = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    if (is_ascii(text[offset])) {
      width += is_visible_ascii(text[offset++]) ? 1 : 0;
      marks = 0;
      continue;
    }
    const UChar32 c = next_code_point(text, offset);
    const std::size_t own = c < 0 ? 1 : width_of(c);
    marks = own == 0 ? marks + 1 : 0;
    width += marks > most_marks ? 1 : own;
  }
  return width;
}

bool is_blank_line(std::string_view text) {
  const auto stays = [](char c) { return c > ' ' && c <= '~'; };
  return std::ranges::none_of(text, stays) && tidy_line(text).empty();
}

std::string tidy_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t offset = 0; offset < text.size();) {
    if (is_ascii_space(text[offset])) {
      space = !out.empty();
      while (++offset < text.size() && is_ascii_space(text[offset])) continue;  // indents are long
      continue;
    }
    if (const std::size_t length = tidy_run(text, offset); length > 0) {
      if (space) out += ' ';
      space = false;
      out.append(text, offset, length);
      offset += length;
      continue;
    }
    UChar32 c = meant(next_code_point(text, offset));
    if (c < 0) c = replacement;
    const bool inside_number = is_number_space(c) && !space && !out.empty() &&
                               is_ascii_digit(out.back()) && offset < text.size() &&
                               is_ascii_digit(text[offset]);
    if (inside_number) {
      append_code_point(out, static_cast<char32_t>(c));
    } else if (c == 0 || u_isUWhiteSpace(c)) {
      space = !out.empty();
    } else if (u_charType(c) != U_CONTROL_CHAR && !is_bidi_control(c)) {
      if (space) out += ' ';
      space = false;
      append_code_point(out, static_cast<char32_t>(c));
    }
  }
  return out;
}

}  // namespace backfile
