// Markup that is never closed, which would take the rest of a post along.
//
// Neighbour of dialect.h: text.h uses it on the source text of a post. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// With a comment, script or style sheet that no line closes as text: its mark is gone, and what is
// below it stays. Code between fences stays as it is.
std::string with_unclosed_as_text(std::string_view text);

}  // namespace backfile
