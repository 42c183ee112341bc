// Undoes one escaping too many: "don&#8217;t", "Tom &amp; Jerry", "&lt;p&gt;".
//
// Exports and content systems escape text that is escaped already, so that a reference stands where
// a reader should see a character. finish.h applies this to every line of an article, declared.h to
// whole bodies. Pure functions; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// `line` with each character reference replaced that plainly stands for a character of its text:
// one that touches a letter or digit, or an ampersand or dash between words. Text that speaks of
// HTML is left alone, and so is a reference that stands by itself, as in "write &eacute; instead".
std::string unescape_line(std::string_view line);

// `text` with all references replaced, if it is markup of which every bracket was escaped; else
// empty.
std::string unescape_markup(std::string_view text);

}  // namespace backfile
