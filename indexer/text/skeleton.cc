// Code point by code point, by a table whose pages are made when a text first needs them.
#include "indexer/text/skeleton.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "indexer/base/failure.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// What may stand in a page instead of the only character that is left.
constexpr char32_t none = 0;
constexpr char32_t several = 1;
constexpr char32_t mark_flag = 0x80000000;  // with a mark, which may have to go

constexpr std::size_t page_size = 256;
constexpr std::size_t page_count = 0x110000 / page_size;

bool is_ascii_letter_or_digit(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Signs that compound.h takes out of words, in any of their forms, and all others of ASCII; the
// point of col·legi, which Snowball's Catalan rules write otherwise.
bool is_dropped(char32_t c) {
  if (c < 0x80) return !is_ascii_letter_or_digit(c);
  return c == 0xB7 || u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR;
}

UChar32 as_icu(char32_t c) {
  return static_cast<UChar32>(c);
}

bool is_mark(char32_t c) {
  return (U_GET_GC_MASK(as_icu(c)) & U_GC_M_MASK) != 0;
}

// Thai, Lao, Burmese and Khmer, where vowels are marks and long stretches of text have no space.
bool is_without_spaces(char32_t c) {
  return (c >= 0xE00 && c < 0xF00) || (c >= 0x1000 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800);
}

// There marks stay, but for those that may change places with their neighbours. Elsewhere they are
// accents, or compound.h may take them off the beginning of a piece.
bool keeps(char32_t before, char32_t mark) {
  return is_without_spaces(before) && is_without_spaces(mark) &&
         u_getCombiningClass(as_icu(mark)) == 0;
}

std::string utf8_of(UChar32 c) {
  std::string bytes;
  icu::UnicodeString(c).toUTF8String(bytes);
  return bytes;
}

// The character folded, until folding changes it no more, and taken apart.
std::u32string parts_of(UChar32 c) {
  std::string term = utf8_of(c);
  for (std::string folded = fold(term).term; folded != term; folded = fold(term).term) {
    term = folded;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposition = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status))
    throw Failure(Exit::unreadable, "ICU's normalization data is missing; reinstall libicu");
  const icu::UnicodeString apart =
      decomposition->normalize(icu::UnicodeString::fromUTF8(term), status);
  std::u32string parts;
  for (std::int32_t i = 0; i < apart.length(); i += U16_LENGTH(apart.char32At(i))) {
    const auto part = static_cast<char32_t>(apart.char32At(i));
    if (!is_dropped(part)) parts += part;
  }
  return parts;
}

// Han and what is for private use, which folding leaves alone and which a page is not worth.
bool is_unchanging(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xE000 && c <= 0xF8FF);
}

struct Page {
  std::array<char32_t, page_size> only{};
  std::vector<std::u32string> all{};  // of those with several; none at all where no one has
};

std::unique_ptr<Page> make_page(char32_t first) {
  auto page = std::make_unique<Page>();
  for (std::size_t i = 0; i < page_size; ++i) {
    const char32_t c = first + static_cast<char32_t>(i);
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::u32string parts = parts_of(as_icu(c));
    if (parts.size() == 1) page->only[i] = parts[0] | (is_mark(parts[0]) ? mark_flag : 0);
    if (parts.size() < 2) continue;
    page->only[i] = several;
    page->all.resize(page_size);
    page->all[i] = parts;
  }
  return page;
}

using Pages = std::vector<std::unique_ptr<Page>>;

Pages& pages_of_thread() {
  thread_local Pages pages(page_count);
  return pages;
}

const Page& page_of(char32_t c, Pages& pages) {
  std::unique_ptr<Page>& page = pages[c / page_size];
  if (!page) page = make_page(static_cast<char32_t>(c - c % page_size));
  return *page;
}

char32_t only_of(char32_t c, Pages& pages) {
  return is_unchanging(c) ? c : page_of(c, pages).only[c % page_size];
}

// Writes what is left of a character, `only` or several, behind what is `used` of the skeleton;
// room is left for as many more as bytes follow. Returns what is used then.
std::size_t put_special(char32_t c, char32_t only, Pages& pages, std::size_t bytes_left,
                        std::u32string& out, std::size_t used) {
  if (only == none) return used;
  const char32_t mark = only & ~mark_flag;
  std::u32string_view parts(&mark, 1);
  if (only == several) parts = page_of(c, pages).all[c % page_size];
  out.resize(std::max(out.size(), used + parts.size() + bytes_left));
  for (const char32_t part : parts) {
    const bool may_go = is_mark(part);
    if (!may_go || (used > 0 && keeps(out[used - 1], part))) out[used++] = part;
  }
  return used;
}

// ASCII, which is most of most texts.
constexpr std::array<char, 128> make_ascii() {
  std::array<char, 128> left{};
  for (std::size_t i = 1; i < left.size(); ++i) {
    const char c = static_cast<char>(i);
    const bool digit = c >= '0' && c <= '9', letter = c >= 'a' && c <= 'z';
    if (digit || letter || parts_words(c)) left[i] = c;
    if (c >= 'A' && c <= 'Z') left[i] = static_cast<char>(c + ('a' - 'A'));
  }
  return left;
}
constexpr std::array<char, 128> ascii = make_ascii();

}  // namespace

std::u32string skeleton_of_text(std::string_view text) {
  Pages& pages = pages_of_thread();
  std::u32string out(text.size(), U'\0');
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      out[used] = static_cast<char32_t>(ascii[byte]);
      used += ascii[byte] != '\0' ? 1 : 0;
      ++i;
      continue;
    }
    UChar32 next = 0;
    U8_NEXT_UNSAFE(text.data(), i, next);
    const auto c = static_cast<char32_t>(next);
    const char32_t only = only_of(c, pages);
    if (only > several && only < mark_flag) {
      out[used++] = only;
    } else {
      used = put_special(c, only, pages, text.size() - i, out, used);
    }
  }
  out.resize(used);
  return out;
}

std::u32string skeleton_of_term(std::string_view term) {
  std::u32string skeleton = skeleton_of_text(term);
  std::erase_if(skeleton, [](char32_t c) { return c < 0x80 && parts_words(static_cast<char>(c)); });
  return skeleton;
}

}  // namespace backfile
