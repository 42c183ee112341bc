// Splits lines into words and joins words to lines.
#include "indexer/readers/evidence/byline_text.h"

#include <algorithm>

#include "indexer/text/unicode.h"

namespace backfile {

std::string byline_key(std::string_view word) {
  constexpr std::string_view signs = ".,:;()[]\"";
  while (!word.empty() && signs.find(word.front()) != signs.npos) word.remove_prefix(1);
  while (!word.empty() && signs.find(word.back()) != signs.npos) word.remove_suffix(1);
  return fold(word).term;
}

BylineWords split_at(std::string_view text, std::string_view separator) {
  BylineWords parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (std::string part = tidy_line(text.substr(at, end - at)); !part.empty())
      parts.push_back(std::move(part));
    at = end + separator.size();
  }
  return parts;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

bool is_without_case(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.front()) >= 0xE3;
}

bool are_initials(std::string_view text) {
  constexpr std::size_t most = 4;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '-') {
      ++at;
      continue;
    }
    const std::size_t point = text.find('.', at);
    if (point == text.npos || code_point_length(text.substr(at, point - at)) != 1) return false;
    ++letters;
    at = point + 1;
  }
  return letters > 0 && letters <= most;
}

}  // namespace backfile
