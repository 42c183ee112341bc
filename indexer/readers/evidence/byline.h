// Names out of a byline: "By Jane Doe and John Roe, Reuters" holds two.
//
// Used by every reader whose format states authors as one line. byline_words.h says what the words
// around the names mean. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// The names of those who wrote, in the order of the line and spelt as there, each once: without
// "by", titles, jobs, places, agencies and dates around them. Who took the photographs, edited or
// translated is not an author. Empty if the line names nobody ("Staff report", a number, an
// address). A line that does not come apart clearly is one name.
std::vector<std::string> split_byline(std::string_view line);

// Whether the line itself says that somebody wrote: "By Jane Doe", "Text: Jane Doe", "김하늘 기자".
// A name alone does not.
bool says_who_wrote(std::string_view line);

// Like split_byline(), for a field that holds authors and nothing else: what is not a person there
// may be an office or a group of people and is kept as it is ("Contributors to the Lowmark Atlas").
std::vector<std::string> declared_authors(std::string_view value);

}  // namespace backfile
