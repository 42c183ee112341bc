// Markdown to plain paragraphs: no markup, the text of links kept, code kept, pictures'
// descriptions as captions.
//
// md4c parses; what it finds is written as HTML, so that the HTML which people mix into Markdown is
// read in the same way as what it makes of the rest (text.h). Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/html/text/text.h"

namespace backfile {

struct MarkdownText {
  std::string heading;  // the heading that the text begins with, if wanted; then not in the text
  PageText text;
};

// `take_heading`: nothing else names the article.
MarkdownText markdown_text(std::string_view markdown, bool take_heading);

}  // namespace backfile
