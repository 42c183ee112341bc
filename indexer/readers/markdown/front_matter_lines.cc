// Tells fields from prose by their names.
#include "indexer/readers/markdown/front_matter_lines.h"

#include <algorithm>
#include <string>

#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/readers/scraped/lines.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

bool has_capital_or_space(std::string_view name) {
  const bool capital = !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
  return capital || name.find(' ') != name.npos;
}

// A name that a program reads is in small letters of ASCII: `layout`, `og:image`.
bool may_begin_sentence(std::string_view name) {
  return name.empty() || name[0] < 'a' || name[0] > 'z' || name.find(' ') != name.npos;
}

// `layout: "Post."` is none, nor is one word.
bool is_sentence(std::string_view name, std::string_view value) {
  const std::string line = tidy_line(value);
  const bool quoted = !line.empty() && (line[0] == '"' || line[0] == '\'');
  const auto is_beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  const bool words = name.find(' ') != name.npos || std::ranges::count(line, ' ') >= 2 ||
                     std::ranges::any_of(line, is_beyond_ascii);
  return !quoted && words && ends_sentence(line);
}

// Prose may as well begin with "Story:" or "Text:".
bool is_known_name(std::string_view name) {
  const auto alias = std::ranges::find(declared_names(), plain_name(name), &Alias::name);
  return alias != declared_names().end() && alias->field != FieldOf::body;
}

// Of a line of YAML, without quotation marks.
std::string name_of(std::string_view line) {
  std::string name = tidy_line(line.substr(0, line.find(':')));
  std::erase_if(name, [](char c) { return c == '"' || c == '\''; });
  return name;
}

}  // namespace

std::string_view line_at(std::string_view text, std::size_t at) {
  std::string_view line = text.substr(at, std::min(text.find('\n', at), text.size()) - at);
  while (line.ends_with('\r') || line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  return line;
}

std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

bool is_field(std::string_view line, char separator) {
  constexpr std::size_t longest_name = 40;
  const std::size_t end = std::min(line.find(separator), line.size());
  std::string_view name = line.substr(0, end);
  while (name.ends_with(' ')) name.remove_suffix(1);
  const bool parted = end + 1 >= line.size() || line[end + 1] == ' ';
  return end < line.size() && parted && !name.empty() && name.size() <= longest_name &&
         name.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
             "0123456789_-") == std::string_view::npos;
}

bool is_declared_name(std::string_view name) {
  return std::ranges::find(declared_names(), plain_name(name), &Alias::name) !=
         declared_names().end();
}

bool is_sure_name(std::string_view name) {
  return is_known_name(name) || !has_capital_or_space(name);
}

bool is_prose(std::string_view name, std::string_view value) {
  return !is_known_name(name) && may_begin_sentence(name) && is_sentence(name, value);
}

bool is_prose(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return true;
  const std::string name = name_of(line);
  if (is_known_name(name)) return false;
  const bool quoted = line[0] == '"' || line[0] == '\'';
  return is_prose(name, line.substr(colon + 1)) || (!quoted && !is_field(line, ':'));
}

}  // namespace backfile
