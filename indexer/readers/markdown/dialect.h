// What posts hold that is no Markdown: modules, marks for the generator, footnotes, data, figures
// with empty lines.
//
// Site generators replace or extend these before or while they read a post; md4c knows none of
// them. text.h applies them to the source text of a post, and template_calls.h besides.
// Code between fences stays as it is. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Without the statements of MDX: `import X from 'y'`, `export const ...`.
std::string without_modules(std::string_view text);

// Without marks that never show: ":::tip" (its title stays), "> [!NOTE]", "[TOC]", and the anchor
// behind a heading.
std::string without_marks(std::string_view text);

// Without the bytes of pictures that are written into the text, over however many lines.
std::string without_data(std::string_view text);

// Footnotes as paragraphs of their own, and no marks where they are referred to. Marks without a
// footnote are text and stay.
std::string with_plain_footnotes(std::string_view text);

// <figure> ... </figure> without its empty lines and indents, which would end it for Markdown and
// make code of what is left.
std::string with_whole_figures(std::string_view text);

}  // namespace backfile
