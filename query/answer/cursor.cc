// A cursor is three parts with dots between them: how many were shown, the key of the last article,
// and the generation. It is checked character by character, since anybody may send anything.
#include "query/answer/cursor.h"

#include <algorithm>
#include <charconv>

namespace backfile {
namespace {

constexpr std::size_t longest_generation = 64;

bool is_of_key(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
}

bool is_of_generation(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-';
}

}  // namespace

std::string write_cursor(const Cursor& cursor) {
  return std::to_string(cursor.seen) + '.' + cursor.key + '.' + cursor.generation;
}

std::optional<Cursor> read_cursor(std::string_view text) {
  Cursor cursor;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), cursor.seen);
  if (error != std::errc() || cursor.seen == 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  constexpr std::size_t key_length = 16;
  if (text.size() < key_length + 1 || text.front() != '.') return std::nullopt;
  cursor.key = text.substr(1, key_length);
  text.remove_prefix(key_length + 1);
  if (!std::ranges::all_of(cursor.key, is_of_key)) return std::nullopt;
  if (text.empty()) return cursor;
  cursor.generation = text.substr(1);
  const bool is_name = text.front() == '.' && cursor.generation.size() <= longest_generation &&
                       std::ranges::all_of(cursor.generation, is_of_generation);
  return is_name ? std::optional(cursor) : std::nullopt;
}

}  // namespace backfile
