// UAX #29's sentence rules, reading only what stands around full stops; then the abbreviations.
#include "indexer/text/sentences.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace backfile {
namespace {

using namespace std::string_view_literals;

using Class = std::uint8_t;  // ICU's USentenceBreak

const std::array<Class, 0x800>& short_classes() {
  static const std::array<Class, 0x800> classes = [] {
    std::array<Class, 0x800> made{};
    for (UChar32 c = 0; c < 0x800; ++c) {
      made[static_cast<std::size_t>(c)] =
          static_cast<Class>(u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK));
    }
    return made;
  }();
  return classes;
}

Class class_of(UChar32 c) {
  if (c < 0x800) return short_classes()[static_cast<std::size_t>(c)];
  return static_cast<Class>(u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK));
}

bool ends_paragraph(Class c) {
  return c == U_SB_SEP || c == U_SB_CR || c == U_SB_LF;
}
bool is_terminator(Class c) {
  return c == U_SB_ATERM || c == U_SB_STERM;
}
bool is_ignored(Class c) {
  return c == U_SB_EXTEND || c == U_SB_FORMAT;
}

// The class at `offset`, which moves behind it and behind what rule SB5 lets go with it.
Class take(std::string_view text, std::size_t& offset) {
  UChar32 c = 0;
  U8_NEXT_UNSAFE(text.data(), offset, c);
  const Class type = class_of(c);
  if (ends_paragraph(type)) return type;
  while (offset < text.size()) {
    std::size_t next = offset;
    U8_NEXT_UNSAFE(text.data(), next, c);
    if (!is_ignored(class_of(c))) break;
    offset = next;
  }
  return type;
}

Class peek(std::string_view text, std::size_t offset) {
  return offset < text.size() ? take(text, offset) : static_cast<Class>(U_SB_OTHER);
}

void skip_all(std::string_view text, std::size_t& offset, Class wanted) {
  for (std::size_t next = offset; next < text.size() && take(text, next) == wanted;) offset = next;
}

// Rule SB7: does a letter with case stand before `offset`?
bool letter_before(std::string_view text, std::size_t begin, std::size_t offset) {
  Class type = U_SB_EXTEND;
  while (offset > begin && is_ignored(type)) {
    do --offset;
    while (offset > begin && U8_IS_TRAIL(text[offset]));
    std::size_t start = offset;
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text.data(), start, c);
    type = class_of(c);
  }
  return type == U_SB_UPPER || type == U_SB_LOWER;
}

// Rule SB8: behind a full stop, does a lower-case letter follow before any other letter?
bool lower_case_follows(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const Class type = take(text, offset);
    if (type == U_SB_LOWER) return true;
    if (type == U_SB_UPPER || type == U_SB_OLETTER || ends_paragraph(type) || is_terminator(type)) {
      return false;
    }
  }
  return false;
}

// Bytes that can neither end a sentence nor matter to what follows them.
bool is_dull(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && c != '.' && c != '!' && c != '?' && c != '\n' && c != '\r';
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool contains(const auto& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

// A name or number follows these, never a new sentence. In the order of their bytes.
constexpr std::array titles = {
    "Abb"sv,  "Abs"sv,    "Adm"sv,  "Art"sv,  "Brig"sv,   "Capt"sv, "Cmdr"sv, "Col"sv,  "Cpl"sv,
    "Dr"sv,   "Dra"sv,    "Fr"sv,   "Frl"sv,  "Gen"sv,    "Gov"sv,  "Hon"sv,  "Hr"sv,   "Hrn"sv,
    "Ing"sv,  "Lt"sv,     "MM"sv,   "Maj"sv,  "Messrs"sv, "Mgr"sv,  "Mme"sv,  "Mr"sv,   "Mrs"sv,
    "Ms"sv,   "Mt"sv,     "Nr"sv,   "Pres"sv, "Prof"sv,   "Rep"sv,  "Rev"sv,  "Sen"sv,  "Sgt"sv,
    "Sig"sv,  "Sr"sv,     "Sra"sv,  "Srta"sv, "St"sv,     "Sta"sv,  "Ste"sv,  "Supt"sv, "Tel"sv,
    "Vgl"sv,  "approx"sv, "art"sv,  "bl"sv,   "bzw"sv,    "ca"sv,   "cf"sv,   "evtl"sv, "fig"sv,
    "ggf"sv,  "incl"sv,   "inkl"sv, "kap"sv,  "max"sv,    "mgr"sv,  "min"sv,  "mr"sv,   "nr"sv,
    "op"sv,   "pp"sv,     "prof"sv, "sog"sv,  "tel"sv,    "vgl"sv,  "viz"sv,  "vol"sv,  "vs"sv,
    "zzgl"sv, "г"sv,      "гг"sv,   "им"sv,   "ст"sv,     "см"sv,   "ул"sv,
};

// These may end a sentence; they do if one of `openers` follows.
constexpr std::array abbreviations = {
    "Apr"sv,  "Aug"sv,  "Ave"sv,  "Blvd"sv, "Bros"sv, "Co"sv,  "Corp"sv, "Dec"sv, "Dept"sv,
    "Dist"sv, "Feb"sv,  "Inc"sv,  "Jan"sv,  "Jr"sv,   "Jul"sv, "Jun"sv,  "Ltd"sv, "Mar"sv,
    "Mio"sv,  "Mrd"sv,  "No"sv,   "Nos"sv,  "Nov"sv,  "Oct"sv, "Rd"sv,   "Sep"sv, "Sept"sv,
    "Str"sv,  "Univ"sv, "dept"sv, "est"sv,  "etc"sv,  "usw"sv,
};
constexpr std::array openers = {
    "A"sv,     "After"sv, "Aber"sv, "Also"sv,  "An"sv,   "And"sv, "As"sv,    "At"sv,   "Before"sv,
    "But"sv,   "By"sv,    "Das"sv,  "Der"sv,   "Die"sv,  "Ein"sv, "Eine"sv,  "El"sv,   "En"sv,
    "Er"sv,    "Es"sv,    "For"sv,  "From"sv,  "He"sv,   "Her"sv, "His"sv,   "How"sv,  "However"sv,
    "I"sv,     "If"sv,    "Il"sv,   "In"sv,    "It"sv,   "Its"sv, "La"sv,    "Le"sv,   "Les"sv,
    "Los"sv,   "Many"sv,  "Most"sv, "No"sv,    "Not"sv,  "On"sv,  "One"sv,   "Or"sv,   "Our"sv,
    "She"sv,   "Sie"sv,   "So"sv,   "Some"sv,  "That"sv, "The"sv, "Their"sv, "Then"sv, "There"sv,
    "These"sv, "They"sv,  "This"sv, "Those"sv, "To"sv,   "Und"sv, "We"sv,    "What"sv, "When"sv,
    "While"sv, "Who"sv,   "Why"sv,  "Wir"sv,   "With"sv, "Yes"sv, "Yet"sv,   "You"sv,
};

bool opens_sentence(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  while (end < text.size() && is_letter(text[end])) ++end;
  return contains(openers, text.substr(offset, end - offset));
}

// Whether the text from `begin` to `end` stops at an abbreviation rather than at its own end.
bool ends_in_abbreviation(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t stop = end;
  while (stop > begin && is_space(text[stop - 1])) --stop;
  if (stop == begin || stop == end || end == text.size() || text[stop - 1] != '.') return false;
  if (std::any_of(text.begin() + static_cast<std::ptrdiff_t>(stop),
                  text.begin() + static_cast<std::ptrdiff_t>(end),
                  [](char c) { return c == '\n' || c == '\r'; })) {
    return false;
  }
  --stop;
  std::size_t start = stop;
  while (start > begin && stop - start < 16 && !is_space(text[start - 1]) &&
         "(\"'["sv.find(text[start - 1]) == std::string_view::npos) {
    --start;
  }
  const std::string_view word = text.substr(start, stop - start);
  if (contains(titles, word)) return true;
  const bool initial = word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I';
  const bool dotted = word.size() >= 3 && word[word.size() - 2] == '.';
  return (initial || dotted || contains(abbreviations, word)) && !opens_sentence(text, end);
}

}  // namespace

std::size_t sentence_end_by_rules(std::string_view text, std::size_t begin) {
  for (std::size_t offset = begin; offset < text.size();) {
    if (is_dull(text[offset])) {
      ++offset;
      continue;
    }
    const std::size_t start = offset;
    const Class type = take(text, offset);
    if (ends_paragraph(type)) {  // rules SB3 and SB4
      if (type == U_SB_CR && offset < text.size() && text[offset] == '\n') ++offset;
      return offset;
    }
    if (!is_terminator(type)) continue;
    if (type == U_SB_ATERM) {
      const Class next = peek(text, offset);
      if (next == U_SB_NUMERIC) continue;                                     // rule SB6
      if (next == U_SB_UPPER && letter_before(text, begin, start)) continue;  // rule SB7
    }
    skip_all(text, offset, U_SB_CLOSE);
    skip_all(text, offset, U_SB_SP);
    if (offset == text.size()) break;
    const Class next = peek(text, offset);
    if (type == U_SB_ATERM && lower_case_follows(text, offset)) continue;  // rule SB8
    if (next == U_SB_SCONTINUE || is_terminator(next)) continue;           // rule SB8a
    if (!ends_paragraph(next)) return offset;                              // rules SB9 to SB11
  }
  return text.size();
}

std::size_t sentence_end(std::string_view text, std::size_t begin) {
  std::size_t end = sentence_end_by_rules(text, begin);
  while (end < text.size() && ends_in_abbreviation(text, begin, end)) {
    end = sentence_end_by_rules(text, end);
  }
  return end;
}

}  // namespace backfile
