// The text of a page, or a part of it, as paragraphs; what stands under pictures apart.
//
// Blocks make paragraphs, <br> makes lines, scripts and form fields are no text. html_reader.cc
// uses it on the story that story.h found; Markdown and JSON on the HTML inside them. Pure; safe on
// any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/readers/html/page/left_out.h"
#include "indexer/readers/html/page/page.h"

namespace backfile {

struct PageText {
  std::vector<std::string> paragraphs;
  std::vector<std::string> captions;
  std::vector<BodyRegion> regions = {};  // of the paragraphs
};

// Nodes of which `left` tells a reason, and all inside them, are left out; an empty list leaves out
// nothing.
PageText page_text(const Page& page, const Leavings& left);

// All text of a piece of HTML; the piece itself as one paragraph where no parser could read it.
PageText html_text(std::string_view html);

// Whether plain text was meant, or HTML: tags in pairs, <br>, character references.
bool looks_like_html(std::string_view text);
// The same for one of a list of paragraphs: a tag around the whole of it.
bool is_html_paragraph(std::string_view text);

}  // namespace backfile
