// Takes stray markup out of scraped text: what is left is what a person would have read.
//
// Scrapers leave bits of HTML behind: tags in pairs or alone, character references, captions. A
// page that is HTML as a whole is html_reader.cc's. Comparison signs and other angle brackets of
// prose stay. Used by lines.h. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

struct TextPart {
  std::string text;
  bool caption = false;  // stood in <figcaption>

  friend bool operator==(const TextPart&, const TextPart&) = default;
};

// The text between captions, and the captions, in their order. Tags of blocks become blank lines,
// <br> a line's end, other tags nothing; character references are resolved once.
std::vector<TextPart> strip_markup(std::string_view text);

}  // namespace backfile
