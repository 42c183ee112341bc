// Word boundaries: ICU's rules for locale "sv", with a table of classes and a cursor that applies
// rule WB4, so that the other rules never see a mark. Nine words of ten take a short cut.
#include "indexer/text/boundaries.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "indexer/text/compound.h"
#include "indexer/text/properties.h"
#include "indexer/text/word_shape.h"

namespace backfile {
namespace {

// Word_Break's values that some rule tells apart.
enum class Class : std::uint8_t {
  other,
  letter,
  hebrew,
  hangul,
  number,
  katakana,
  connector,
  mid_letter,
  mid_number,
  mid_both,
  single_quote,
  double_quote,
  ignored,
  joiner,
  space,
  cr,
  newline,
  flag,
  dictionary,
};

bool needs_dictionary(UChar32 c) {
  if (c < 0xE00) return false;                  // Thai is the first of them
  if (c == 0x30FC || c == 0xFF70) return true;  // the long vowel mark belongs to no one script
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return true;
    default:
      return u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
  }
}

Class look_up_class(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_CR:
      return Class::cr;
    case U_WB_LF:
    case U_WB_NEWLINE:
      return Class::newline;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
      return Class::ignored;
    case U_WB_ZWJ:
      return Class::joiner;
    case U_WB_NUMERIC:
      return Class::number;
    case U_WB_EXTENDNUMLET:
      return Class::connector;
    case U_WB_MIDLETTER:
      return Class::mid_letter;
    case U_WB_MIDNUM:
      return Class::mid_number;
    case U_WB_MIDNUMLET:
      return Class::mid_both;
    case U_WB_SINGLE_QUOTE:
      return Class::single_quote;
    case U_WB_DOUBLE_QUOTE:
      return Class::double_quote;
    case U_WB_WSEGSPACE:
      return Class::space;
    case U_WB_REGIONAL_INDICATOR:
      return Class::flag;
    case U_WB_HEBREW_LETTER:
      return Class::hebrew;
    case U_WB_ALETTER:
      if (c >= 0xAC00 && c <= 0xD7A3) return Class::hangul;
      return needs_dictionary(c) ? Class::dictionary : Class::letter;
    case U_WB_KATAKANA:
      return needs_dictionary(c) ? Class::dictionary : Class::katakana;
    default:
      return needs_dictionary(c) ? Class::dictionary : Class::other;
  }
}

Class class_of(UChar32 c) {
  return remembered<look_up_class>(static_cast<char32_t>(c));
}

// Walks over the code points of a text, with the class of the next one at hand.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t offset) : text_(text), offset_(offset), end_(offset) {
    load();
  }

  bool at_end() const { return offset_ == text_.size(); }
  std::size_t offset() const { return offset_; }
  UChar32 code_point() const { return c_; }
  Class type() const { return class_; }

  void advance() {
    offset_ = end_;
    load();
  }

  // Rule WB4: marks and format characters go with what stands before them. True if the last one
  // was a zero width joiner; `joiner` if there are none.
  bool skip_ignored(bool joiner = false) {
    while (!at_end() && (class_ == Class::ignored || class_ == Class::joiner)) {
      joiner = class_ == Class::joiner;
      advance();
    }
    return joiner;
  }

 private:
  void load() {
    if (at_end()) {
      class_ = Class::newline;  // no rule joins it to anything
      return;
    }
    U8_NEXT_UNSAFE(text_.data(), end_, c_);
    class_ = class_of(c_);
  }

  std::string_view text_;
  std::size_t offset_, end_;
  UChar32 c_ = 0;
  Class class_ = Class::newline;
};

bool is_letter(Class c) {
  return c == Class::letter || c == Class::hebrew;
}

// Rules WB5, WB8 to WB10, WB13 to WB13b: no boundary between the two.
bool joins(Class left, Class right) {
  const auto joinable = [](Class c) {
    return is_letter(c) || c == Class::number || c == Class::connector;
  };
  // Unlike Unicode but like ICU: Korean parts from Latin and digits (KBS뉴스, 2019년).
  if (left == Class::hangul || right == Class::hangul) return left == right;
  if (left == Class::katakana) return right == Class::katakana || right == Class::connector;
  if (right == Class::katakana) return left == Class::connector;
  return joinable(left) && joinable(right);
}

// Rules WB6, WB7, WB7b, WB7c, WB11, WB12: `middle` holds `left` and `right` together.
bool bridges(Class left, Class middle, Class right) {
  const bool both = middle == Class::mid_both || middle == Class::single_quote;
  if (is_letter(left) && is_letter(right) && (both || middle == Class::mid_letter)) return true;
  if (left == Class::number && right == Class::number) return both || middle == Class::mid_number;
  return left == Class::hebrew && right == Class::hebrew && middle == Class::double_quote;
}

// Moves over what belongs to the segment by one more rule; false where it ends.
bool extend(Cursor& cursor, Class& left, bool after_joiner, bool& odd_flag) {
  const Class next = cursor.type();
  if (cursor.at_end()) return false;
  const bool pictograph =
      after_joiner && u_hasBinaryProperty(cursor.code_point(), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
  const bool flag_pair = odd_flag && next == Class::flag;  // rules WB15 and WB16
  if (joins(left, next) || pictograph || flag_pair) {
    odd_flag = next == Class::flag && !flag_pair;
    left = next;
    cursor.advance();
    return true;
  }
  Cursor ahead = cursor;
  ahead.advance();
  ahead.skip_ignored();
  if (!ahead.at_end() && bridges(left, next, ahead.type())) {
    left = ahead.type();
    cursor = ahead;
    cursor.advance();
    return true;
  }
  if (left == Class::hebrew && next == Class::single_quote) {  // rule WB7a
    left = next;
    cursor.advance();
    return true;
  }
  return false;
}

Segment dictionary_run(Cursor cursor) {
  do {
    cursor.advance();
    cursor.skip_ignored();
  } while (!cursor.at_end() && cursor.type() == Class::dictionary);
  return {cursor.offset(), SegmentKind::dictionary, false};
}

// The fast path for words of letters alone or ASCII digits alone, between characters that no rule
// joins them to: nine of ten in most languages. 0 where the full rules are needed.
std::size_t plain_word(std::string_view text, std::size_t begin) {
  const auto type = [&](std::size_t i, std::size_t& next) {
    const auto byte = static_cast<unsigned char>(text[i]);
    next = i + 1;
    if (byte < 0x80) return class_of(byte);
    next = i;
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text.data(), next, c);
    if (c == 0x2BB || c == 0x2BC) return Class::joiner;  // letters, but apostrophes to readers
    return class_of(c);
  };
  std::size_t next = begin;
  const Class kind = type(begin, next);
  const bool digits = kind == Class::number && next == begin + 1;
  if (kind != Class::letter && !digits) return 0;
  std::size_t end = next;
  Class stop = kind;
  for (; end < text.size(); end = next) {
    stop = type(end, next);
    if (stop != kind || (digits && next != end + 1)) break;
  }
  if (end == text.size()) return end;

  switch (stop) {
    case Class::space:
    case Class::other:
    case Class::newline:
    case Class::cr:
    case Class::double_quote:
    case Class::dictionary:
      return end;
    case Class::mid_letter:
    case Class::mid_number:
    case Class::mid_both:
    case Class::single_quote: {
      // Only a letter or digit behind it could make it part of the word.
      if (next == text.size()) return end;
      const Class behind = type(next, next);
      return behind == Class::space || behind == Class::other ? end : 0;
    }
    default:
      return 0;
  }
}

// A space with nothing behind it that would go with it; nearly every second segment.
bool is_lone_space(std::string_view text, std::size_t begin) {
  if (text[begin] != ' ') return false;
  const char next = begin + 1 < text.size() ? text[begin + 1] : 'x';
  return static_cast<unsigned char>(next) < 0x80 && next != ' ';
}

}  // namespace

Segment next_segment(std::string_view text, std::size_t begin) {
  if (is_lone_space(text, begin)) return {begin + 1, SegmentKind::other, false};
  if (const std::size_t end = plain_word(text, begin); end != 0) {
    const bool digit = text[begin] >= '0' && text[begin] <= '9';
    return {end, digit ? SegmentKind::number : SegmentKind::letters, true};
  }
  Cursor cursor(text, begin);
  Class left = cursor.type();
  if (left == Class::dictionary) return dictionary_run(cursor);
  cursor.advance();
  if (left == Class::cr && !cursor.at_end() && cursor.code_point() == '\n') cursor.advance();
  if (left == Class::cr || left == Class::newline)
    return {cursor.offset(), SegmentKind::other, false};
  while (left == Class::space && !cursor.at_end() && cursor.type() == Class::space)
    cursor.advance();

  bool odd_flag = left == Class::flag, after_joiner = false;
  SegmentKind kind = SegmentKind::other;
  do {
    if (is_letter(left) || left == Class::katakana || left == Class::hangul)
      kind = SegmentKind::letters;
    if (left == Class::number && kind == SegmentKind::other) kind = SegmentKind::number;
    after_joiner = cursor.skip_ignored(left == Class::joiner);
  } while (extend(cursor, left, after_joiner, odd_flag));
  return {cursor.offset(), kind, false};
}

Stance stance_of(char32_t c) {
  const Class type = look_up_class(c);
  switch (type) {
    case Class::letter:
      return is_sure_to_fold(c) && !is_apostrophe(c) ? Stance::letter : Stance::uncertain;
    case Class::hangul:
      return Stance::syllable;
    case Class::number:
      return c < 0x80 ? Stance::digit : Stance::uncertain;
    case Class::dictionary:
      return Stance::dictionary;
    case Class::mid_letter:
    case Class::mid_number:
    case Class::mid_both:
      return Stance::inner;
    case Class::single_quote:
      return Stance::tie;
    case Class::other:
    case Class::space:
    case Class::newline:
    case Class::cr:
    case Class::double_quote:
      return may_tie(c) ? Stance::tie : Stance::sign;
    default:
      return Stance::uncertain;
  }
}

}  // namespace backfile
