// The bytes of a file, told apart from other things than text and turned into UTF-8.
//
// Decided in this order: a byte order mark; bytes that are nearly all valid UTF-8; what the file
// declares; a guess (uchardet, where it is sure of a script; windows-1252 otherwise). A file that
// holds both UTF-8 and windows-1252 is read as both. Control characters tell binary data from text,
// unless they are very few; bytes that the encoding does not define do not, where most are ASCII.
// Readers of whole files get their text from here by way of whole_file.h, JSONL line by line;
// utf16_stream.h converts JSONL in UTF-16 and UTF-32. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

// What a file is that holds no text, in a word or two ("a PDF document", "binary data"); empty for
// text. The first kilobytes are enough.
std::string_view binary_kind(std::string_view head);

// The encoding of two or four bytes a unit that a file is in, as iconv calls it: by its byte order
// mark, or by the NULs beside its first letters. Empty for any other; eight bytes are enough.
std::string_view marked_encoding(std::string_view bytes);

// How many bytes a unit of it has, so that what is broken does not shift all that follows: 4, 2 or
// 1.
std::size_t unit_of(std::string_view encoding);

// The encoding that a page or an XML file names in its first bytes; empty if it names none.
std::string declared_encoding(std::string_view head);

struct DecodedText {
  std::string text;            // valid UTF-8 without NUL or byte order mark
  std::string encoding = {};   // that it was read in: "UTF-8", "CP1252"
  std::size_t replaced = 0;    // bytes that mean nothing in it, each unit of them now U+FFFD
  std::size_t nuls = 0;        // each is a space now
  std::size_t first_line = 0;  // where the first of all these stands, from 1

  bool is_repaired() const { return replaced + nuls > 0; }
};

// Nothing for bytes that are not text in any known encoding. A few bytes that fit in badly are
// replaced: what letters they were meant to be is not guessed.
std::optional<DecodedText> to_utf8(std::string_view bytes, std::string_view declared = {});

// "a PDF document, not text": why a file is rejected for what binary_kind() calls it, or to_utf8()
// makes nothing of it.
std::string not_text(std::string_view kind = "binary data");

// "2 bytes are not text in UTF-8 and were replaced by U+FFFD", "1 NUL was replaced by a space": why
// an article is listed though it is kept.
std::string repaired_reason(const DecodedText& text);
bool is_repaired_reason(std::string_view reason);

}  // namespace backfile
