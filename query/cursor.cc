// See cursor.h.
#include "query/cursor.h"

#include <algorithm>
#include <charconv>

namespace backfile {

std::string write_cursor(const Cursor& cursor) {
  return std::to_string(cursor.seen) + '.' + cursor.key;
}

std::optional<Cursor> read_cursor(std::string_view text) {
  Cursor cursor;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), cursor.seen);
  if (error != std::errc() || cursor.seen == 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  constexpr std::size_t key_length = 16;
  if (text.size() != key_length + 1 || text.front() != '.') return std::nullopt;
  cursor.key = text.substr(1);
  const bool is_key = std::all_of(cursor.key.begin(), cursor.key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
  });
  return is_key ? std::optional(cursor) : std::nullopt;
}

}  // namespace backfile
