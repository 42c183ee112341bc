// What the headings around a story say of the boxes below them, in the languages of the corpus.
//
// Names of classes are the template's, these are for readers, and so the better witness; whole
// sentences are heard by askings.h. Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace backfile {

// names::comments, names::related or names::ask for a heading that says nothing else ("3 Comments",
// "Lesen Sie auch:"); else 0.
std::uint32_t kind_of_heading(std::string_view line);

}  // namespace backfile
