// What the boxes around a story say of themselves: headings of comments and of other stories, and
// the words that ask to subscribe, in the languages of the corpus.
//
// Names of classes are the template's, these are for readers, and so the better witness. Pure; safe
// on any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace backfile {

// names::comments, names::related or names::ask for a heading that says nothing else ("3 Comments",
// "Lesen Sie auch:"); else 0.
std::uint32_t kind_of_heading(std::string_view line);

// Whether a sentence of the text asks to subscribe, sign up, log in or accept cookies: it begins so.
bool asks(std::string_view text);

}  // namespace backfile
