// Whether a short text is a person's name, as far as its letters tell.
//
// For facts.h and story.h, which must know a byline from a sentence; byline.h takes
// apart what is known to be one. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Two to six capitalized words ("Ludwig van Beethoven"), or words of a script without capitals.
bool is_name(std::string_view text);

// "By", in some languages, and names behind it, nothing else: "By Jane Doe and John Roe".
bool is_byline(std::string_view text);

// "JANE O'NEIL" as "Jane O'Neil": bylines in capitals must not make two authors of one. A name of
// one word may be an agency's and stays.
std::string name_in_small_letters(const std::string& name);

}  // namespace backfile
