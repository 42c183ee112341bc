// What tells one written form from another: its bytes, its language, and how the analyzer reads it.
//
// Nearly always the bytes alone say how they are read; where a text makes the same bytes something
// else ("1.5" the fraction, 1.5 of a list), the two are different forms. Everything else that the
// lexicon says of a form follows from its key (form_facts.h). Keys are compared as bytes, which
// puts forms in the order of their text, then of their language. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/text/tokenize.h"

namespace backfile {

struct FormKey {
  std::string_view text;  // as it stands, without NUL
  std::string_view language;
  WordKind kind = WordKind::letters;
  bool dotted = false;
  std::string_view spelling;  // as in TextUnit: empty where it is the text

  friend bool operator==(const FormKey&, const FormKey&) = default;

  std::string_view spelled() const { return spelling.empty() ? text : spelling; }
};

// text NUL language NUL kind [spelling]
inline void encode(const FormKey& key, std::string& bytes) {
  bytes.assign(key.text);
  bytes += '\0';
  bytes += key.language;
  bytes += '\0';
  bytes += static_cast<char>(static_cast<unsigned>(key.kind) << 1 | (key.dotted ? 1U : 0U));
  bytes += key.spelling;
}

// Views of `bytes`, which encode() made.
inline FormKey decode_form_key(std::string_view bytes) {
  FormKey key;
  const std::size_t language = bytes.find('\0') + 1;
  const std::size_t kind = bytes.find('\0', language) + 1;
  key.text = bytes.substr(0, language - 1);
  key.language = bytes.substr(language, kind - 1 - language);
  key.kind = static_cast<WordKind>(static_cast<unsigned char>(bytes[kind]) >> 1);
  key.dotted = (bytes[kind] & 1) != 0;
  key.spelling = bytes.substr(kind + 1);
  return key;
}

}  // namespace backfile
