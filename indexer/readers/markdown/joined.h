// Files of Markdown in which several posts are written one behind the other.
//
// A post begins with front matter that gives a title, where the file begins so, or with a heading
// and lines that name author and day (scraped/joined.h). Pure; safe on any thread.
#pragma once

#include <string_view>
#include <vector>

namespace backfile {

// The posts of a file, each with its front matter; one for most files.
std::vector<std::string_view> posts_of(std::string_view text);

}  // namespace backfile
