// The bytes of a file, told apart from other things than text and turned into UTF-8.
//
// In the order that browsers use: byte order mark, what the file declares, valid UTF-8, a guess
// (uchardet, where it is sure of a script; windows-1252 otherwise). All readers but JSONL, which
// works line by line, begin here; utf16_stream.h is for that one. Pure functions; safe on any thread.
#pragma once

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

// The encoding that a page or an XML file names in its first bytes; empty if it names none.
std::string declared_encoding(std::string_view head);

// Valid UTF-8 without NUL or byte order mark; nothing for bytes that are text in no encoding known.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view declared = {});

}  // namespace backfile
