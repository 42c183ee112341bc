// Looks at what stands on either side of each reference; libxml2 knows the names.
#include "indexer/readers/common/unescape.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_reference = 12;  // "&thetasym;" and "&#x1F600;"
constexpr int most_layers = 3;                 // "&amp;amp;rsquo;"

std::string utf8_of(std::uint32_t c) {
  std::string text;
  append_code_point(text, c);
  return repair_utf8(text);  // surrogates; C1 controls, read as windows-1252
}

struct Reference {
  std::string character;
  std::size_t length = 0;  // in the text, ampersand and semicolon included
};

std::optional<Reference> reference_at(std::string_view text) {
  const std::size_t end = text.substr(0, longest_reference).find(';');
  if (end == std::string_view::npos || end < 3) return std::nullopt;
  std::string_view name = text.substr(1, end - 1);
  std::uint32_t code = 0;
  if (name.front() == '#') {
    name.remove_prefix(1);
    const bool hex = name.starts_with('x') || name.starts_with('X');
    if (hex) name.remove_prefix(1);
    const auto [stop, error] =
        std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
    if (error != std::errc() || stop != name.data() + name.size()) return std::nullopt;
  } else if (name == "apos") {  // of XML, unknown to HTML 4
    code = '\'';
  } else {
    const std::string whole(name);
    const auto* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(whole.c_str()));
    if (found != nullptr) code = found->value;
  }
  if (code < ' ' || code > 0x10FFFF) return std::nullopt;
  return Reference{utf8_of(code), end + 1};
}

bool is_wordlike(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Joins two words with spaces around it.
bool stands_between_words(std::string_view character) {
  constexpr std::array joins = {"&"sv, "–"sv, "—"sv};
  return std::ranges::find(joins, character) != joins.end();
}

bool is_plain(std::string_view before, const Reference& reference, std::string_view behind) {
  if (reference.character == "<" || reference.character == ">") return false;
  const bool ends_sentence =
      !before.empty() && ".,!?"sv.find(before.back()) != std::string_view::npos;
  if (!before.empty() && (is_wordlike(before.back()) || ends_sentence)) return true;
  if (!behind.empty() && is_wordlike(behind.front())) return true;
  return stands_between_words(reference.character) && before.size() > 1 && behind.size() > 1 &&
         before.back() == ' ' && behind.front() == ' ' && is_wordlike(before[before.size() - 2]) &&
         is_wordlike(behind[1]);
}

// An ampersand that begins no reference: its author did not escape ampersands.
bool has_bare_ampersand(std::string_view line) {
  for (std::size_t at = line.find('&'); at != line.npos; at = line.find('&', at + 1)) {
    if (!reference_at(line.substr(at))) return true;
  }
  return false;
}

bool speaks_of_markup(std::string_view line) {
  std::string lower(line);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return std::ranges::any_of(std::array{"html"sv, "xml"sv, "entity"sv, "entities"sv},
                             [&](std::string_view word) { return lower.find(word) != lower.npos; });
}

// With `all`, every reference; else those that are plain.
std::string without_one_layer(std::string_view line, bool all) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t ampersand = std::min(line.find('&', at), line.size());
    out += line.substr(at, ampersand - at);
    at = ampersand;
    if (at == line.size()) break;
    const auto reference = reference_at(line.substr(at));
    if (reference && (all || is_plain(out, *reference, line.substr(at + reference->length)))) {
      out += reference->character;
      at += reference->length;
    } else {
      out += line[at++];
    }
  }
  return out;
}

}  // namespace

std::string unescape_line(std::string_view line) {
  std::string text(line);
  for (int layer = 0; layer < most_layers; ++layer) {
    if (text.find('&') == std::string::npos || text.find(';') == std::string::npos) return text;
    if (has_bare_ampersand(text) || speaks_of_markup(text)) return text;
    std::string next = without_one_layer(text, false);
    if (next == text) return text;
    text = std::move(next);
  }
  return std::string(line);  // escaped over and over: on purpose
}

std::string unescape_markup(std::string_view text) {
  const std::string_view begin =
      text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (text.find('<') != text.npos) return {};
  if (begin.starts_with("&amp;lt;") && text.find("&amp;lt;/") != text.npos) {
    return without_one_layer(without_one_layer(text, true), true);
  }
  const bool escaped = begin.starts_with("&lt;") && text.find("&lt;/") != text.npos;
  return escaped ? without_one_layer(text, true) : std::string();
}

}  // namespace backfile
