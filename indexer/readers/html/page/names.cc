// Splits class names into words, and adds up what these say.
#include "indexer/readers/html/page/names.h"

#include <algorithm>
#include <string_view>

#include "indexer/readers/html/page/vocabulary.h"
#include "indexer/text/ascii.h"

namespace backfile {
namespace {

bool is_html_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

void add_words(std::string_view name, std::string& words) {
  bool in_word = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool other =
        !is_ascii_small(c) && !is_ascii_capital(c) && !is_ascii_digit(c) && (c & 0x80) == 0;
    // A hump: "mainNav", and the last capital of "HTMLBody".
    const bool hump =
        i > 0 && is_ascii_capital(c) &&
        (is_ascii_small(name[i - 1]) || (i + 1 < name.size() && is_ascii_small(name[i + 1])));
    if (in_word && (other || hump)) words += ' ';
    in_word = !other;
    if (in_word) words += ascii_lowered(c);
  }
  if (in_word) words += ' ';
}

std::string split_names(const PageNode& node) {
  std::string words;
  if (node.attributes.empty()) return words;
  for (const std::string_view attribute : {"class", "id"}) {
    const std::string_view names = node.attribute(attribute);
    for (std::size_t at = 0; at < names.size();) {
      const auto behind =
          std::find_if(names.begin() + static_cast<std::ptrdiff_t>(at), names.end(), is_html_space);
      const auto end = static_cast<std::size_t>(behind - names.begin());
      if (end > at) {
        if (words.empty()) words = "| ";
        add_words(names.substr(at, end - at), words);
        words += "| ";
      }
      at = end + 1;
    }
  }
  if (!words.empty()) words.pop_back();
  return words;
}

NameKinds kinds_of(const std::string& words) {
  NameKinds all;
  std::uint32_t kinds = 0;
  bool unknown = false;
  for (std::size_t at = 2; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = std::string_view(words).substr(at, end - at);
    if (word == "|") {
      if ((kinds & names::modifier) == 0) (unknown ? all.doubtful : all.sure) |= kinds;
      kinds = 0;
      unknown = false;
    } else {
      const std::uint32_t known = kinds_of_word(word);
      kinds |= known;
      unknown = unknown || known == 0 || known == names::offer;
    }
    at = end + 1;
  }
  return all;
}

}  // namespace

bool holds_phrase(std::string_view words, std::string_view phrase) {
  const std::size_t edge = phrase.starts_with("| ") ? 2 : 1;
  const std::string_view rest = phrase.substr(edge);
  for (std::size_t at = words.find(rest); at != std::string_view::npos;
       at = words.find(rest, at + 1)) {
    if (at >= edge && words.substr(at - edge, edge) == phrase.substr(0, edge)) return true;
  }
  return false;
}

void read_names(PageNode& node) {
  node.names = split_names(node);
  node.name_letters = letters_in(node.names);
  const NameKinds kinds = kinds_of(node.names);
  node.sure_kinds = kinds.sure;
  node.doubtful_kinds = kinds.doubtful;
}

}  // namespace backfile
