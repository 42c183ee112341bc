// Files of text in which several articles are written one behind the other.
//
// An article opens with a title, then says in lines of its own who wrote it and on which day, and a
// text follows. It takes two such openings to part a file, and all of that in each: an article may
// end with a list of books, a diary is dated day by day, letters have a name below each. Nothing is
// looked for below "Comments" or "More stories". The Markdown reader asks as well. Pure; safe on
// any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

enum class Titles {
  any,     // a short line with a blank one before it
  headed,  // Markdown's headings; code between fences is passed over
};

// The numbers of the lines at which the second article begins and those after it. `opened`: the
// first one has said what it is before these lines.
std::vector<std::size_t> further_articles(const std::vector<std::string>& lines, Titles titles,
                                          bool opened = false);

}  // namespace backfile
