// Where an answer ended, as a word that a program hands back to be told what comes next.
//
// Names the last article shown and how many were shown up to it, so that the next page goes on
// behind that article even in a newer generation, which may hold others before it. Used by
// searcher.h. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

struct Cursor {
  std::size_t seen = 0;  // at least 1
  std::string key;       // of the last article shown
};

std::string write_cursor(const Cursor& cursor);  // "40.abcdefghijklmnop"
std::optional<Cursor> read_cursor(std::string_view text);

}  // namespace backfile
