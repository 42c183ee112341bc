// What every spelling of a word has in common: its letters and digits, without accents, signs and
// the ways in which Unicode writes them.
//
// Coarser than folding (unicode.h), which says what is the same word, and so fast that a book can
// be scanned. Whatever the language, the skeleton of a term is part of the skeleton of each text
// that the analyzer makes that term of, but where compound.h drops letters inside a joined form
// (Britain's-400). Used by query/snippet/look.h. Pure functions; safe on any thread.
//
//   skeleton_of_term("email")          part of skeleton_of_text("an E-Mail, or")
//   skeleton_of_term("strasse")        part of skeleton_of_text("Straße")
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

// Signs of ASCII that are never part of a word and tie no words together.
inline constexpr std::array<bool, 256> word_parters = [] {
  std::array<bool, 256> parters{};
  for (std::size_t c = 1; c <= ' '; ++c) parters[c] = true;
  for (const char c : std::string_view("!$%()*/<=>?@[\\]^`{|}~\x7F")) {
    parters[static_cast<unsigned char>(c)] = true;
  }
  return parters;
}();

constexpr bool parts_words(char c) {
  return word_parters[static_cast<unsigned char>(c)];
}

// Letters and digits, and the signs of the text that part words, each where it stands. Valid UTF-8.
std::u32string skeleton_of_text(std::string_view text);

// Letters and digits alone.
std::u32string skeleton_of_term(std::string_view term);

}  // namespace backfile
