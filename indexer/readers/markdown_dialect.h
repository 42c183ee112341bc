// What posts hold that is no Markdown: tags of templates, footnotes, figures with empty lines.
//
// Site generators replace or extend these before or while they read a post; md4c knows none of
// them. markdown_text.h applies them to the source text of a post. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Text without what templates replace when a site is made: {% tags %}, {{ values }} and {: marks }.
std::string without_template_tags(std::string_view text);

// Footnotes as paragraphs of their own, and no marks where they are referred to. Marks without a
// footnote are text and stay.
std::string with_plain_footnotes(std::string_view text);

// <figure> ... </figure> without its empty lines and indents, which would end it for Markdown and
// make code of what is left.
std::string with_whole_figures(std::string_view text);

}  // namespace backfile
