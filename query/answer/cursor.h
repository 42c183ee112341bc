// Where a page of results ended, as a token that a program hands back to get the next page.
//
// Names the last article shown, how many were shown up to it, and the generation that answered. A
// server continues in that generation while it is kept (pool.h). In a newer one, which may rank
// others before it, the next page continues after that article and says so. Used by searcher.h.
// Pure; safe on any thread.
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
// Nothing if the text does not have this form. A cursor without a generation, as earlier versions
// wrote it, is accepted.
std::optional<Cursor> read_cursor(std::string_view text);

}  // namespace backfile
