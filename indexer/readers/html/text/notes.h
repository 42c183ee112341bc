// The marks in a text that lead to its notes: `1766<sup>3</sup>`, `[4]`, an asterisk.
//
// No part of the word before them and no word of the story. A raised figure may be a power as well
// (`10<sup>6</sup>`): what it leads to, what it stands on and whether it counts on from the last
// mark tell them apart. text.h asks in the order of the page. For one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/readers/html/page/page.h"

namespace backfile {

class NoteMarks {
 public:
  // Whether an element is such a mark, or the way back from a note; `before` is the text that it
  // stands on.
  bool is_mark(const Page& page, std::size_t node, std::string_view before);

 private:
  long last_ = 0;  // the number of the last mark
};

// A power in raised figures: "10" is "¹⁰"; other text as it is.
std::string raised(std::string_view text);

}  // namespace backfile
