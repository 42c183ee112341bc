// A text character by character, and which of them a screen may be given.
//
// The text of an article or a query can be hostile: escape sequences take over a terminal,
// bidirectional controls turn a page's text around. Used by render.h and its neighbours. Pure; safe
// on any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace backfile {

struct Character {
  char32_t code = 0;
  std::string_view bytes;  // valid UTF-8
  std::size_t length = 0;  // bytes of the text it takes
};

// The character that begins at `offset`, which is less than text.size(). A byte that is no valid
// UTF-8 reads as U+FFFD.
Character character_at(std::string_view text, std::size_t offset);

// False for control characters, those of bidirectional text among them.
bool is_shown(char32_t code);

// Line ends, tabs and other characters shown as a space on a single line.
bool is_line_space(char32_t code);

// Whether some of it is written from right to left: Hebrew, Arabic and their relatives.
bool has_right_to_left(std::string_view text);

}  // namespace backfile
