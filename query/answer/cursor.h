// Where an answer ended, as a word that a program hands back to be told what comes next.
//
// Names the last article shown, how many were shown up to it, and the generation that answered. A
// server goes on in that generation while it is kept (pool.h); in a newer one, which may hold others
// before it, the next page goes on behind that article and says so. Used by searcher.h. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

struct Cursor {
  std::size_t seen = 0;  // at least 1
  std::string key;       // of the last article shown
  std::string generation = {};
};

std::string write_cursor(const Cursor& cursor);  // "40.abcdefghijklmnop.20260101T000000Z-1"
// Nothing if it has not this form. One without a generation, as earlier versions gave, is read.
std::optional<Cursor> read_cursor(std::string_view text);

}  // namespace backfile
